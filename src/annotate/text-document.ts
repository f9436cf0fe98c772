import type { Span } from '../core/span.ts';
import { splitSentences } from '../nlp/sentences.ts';
import { isUnspaced, unspacedWords } from '../nlp/unspaced-words.ts';

/** One word, number or mark of a text. */
export interface TaggedToken extends Span {
  readonly text: string;
  readonly lower: string;
  /** Universal part of speech as the tagger gives it; empty where there is no tagger for the language. */
  readonly tag: string;
  /** Index of its sentence, -1 outside all. */
  readonly sentence: number;
}

export interface DocumentSentence extends Span {
  readonly block: number;
  /** Range of its tokens, `tokenEnd` exclusive. */
  readonly tokenStart: number;
  readonly tokenEnd: number;
}

/** A text cut into sentences and tagged tokens: what every reader of this room works on. */
export interface TextDocument {
  readonly text: string;
  readonly language: string;
  readonly tokens: readonly TaggedToken[];
  readonly sentences: readonly DocumentSentence[];
}

/** Words of a text in order, with their parts of speech; blanks left out. */
export type Tagger = (text: string) => {
  readonly words: readonly string[];
  readonly tags: readonly string[];
};

const POSSESSIVE = /^(\p{Lu}.+)(['’]s)$/u;
const WORD_OR_MARK = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*|[^\s\p{L}\p{N}]/gu;

/** Words and single marks without parts of speech, for languages the tagger does not know. */
export function tagNothing(text: string): { words: string[]; tags: string[] } {
  const runs: readonly string[] = text.match(WORD_OR_MARK) ?? [];
  const words = isUnspaced(text)
    ? runs.flatMap((run) => (isUnspaced(run) ? unspacedWords(run) : [run]))
    : [...runs];
  return { words, tags: words.map(() => '') };
}

/** Parts "Trump's" where the tagger left it whole, as it does after some words. */
function splitPossessives({ words, tags }: ReturnType<Tagger>): ReturnType<Tagger> {
  if (!words.some((word) => word.endsWith('s') && POSSESSIVE.test(word))) return { words, tags };
  const parts = words.map((word) => POSSESSIVE.exec(word)?.slice(1) ?? [word]);
  return {
    words: parts.flat(),
    tags: parts.flatMap((part, index) => (part.length === 1 ? [tags[index] ?? ''] : ['PROPN', 'PART'])),
  };
}

/** `spans` stands for the sentences where they are known beforehand (annotated corpora). */
export function buildDocument(
  text: string,
  language: string,
  tagger: Tagger,
  spans: readonly Span[] = splitSentences(text, language),
): TextDocument {
  const tokens: TaggedToken[] = [];
  const { words, tags } = splitPossessives(tagger(text));
  let position = 0;
  let sentence = 0;
  for (const [index, word] of words.entries()) {
    if (word.trim() === '') continue;
    const start = text.indexOf(word, position);
    // A word the tagger rewrote is left out; a far hit would be another occurrence.
    if (start === -1 || start - position > 40) continue;
    position = start + word.length;
    while (sentence < spans.length && (spans[sentence]?.end ?? 0) <= start) sentence += 1;
    const span = spans[sentence];
    const inside = span !== undefined && start >= span.start && position <= span.end;
    tokens.push({
      text: word,
      lower: word.toLowerCase().replaceAll('’', "'"),
      tag: tags[index] ?? '',
      start,
      end: position,
      sentence: inside ? sentence : -1,
    });
  }
  return { text, language, tokens, sentences: sentenceRanges(text, spans, tokens) };
}

function sentenceRanges(
  text: string,
  spans: readonly Span[],
  tokens: readonly TaggedToken[],
): DocumentSentence[] {
  let block = 0;
  let scanned = 0;
  let token = 0;
  return spans.map((span, index) => {
    for (; scanned < span.start; scanned += 1) if (text[scanned] === '\n') block += 1;
    while (token < tokens.length && (tokens[token]?.start ?? 0) < span.start) token += 1;
    const tokenStart = token;
    while (token < tokens.length && tokens[token]?.sentence === index) token += 1;
    return { start: span.start, end: span.end, block, tokenStart, tokenEnd: token };
  });
}

/** Index of the sentence that holds a position, -1 when none does. */
export function sentenceAt(document: TextDocument, position: number): number {
  let low = 0;
  let high = document.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = document.sentences[middle];
    if (sentence === undefined) return -1;
    if (position < sentence.start) high = middle - 1;
    else if (position >= sentence.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
