import { stem } from '../../nlp/stem.ts';
import { STOP_WORDS } from '../../nlp/stop-words.ts';
import { vectorWord } from '../../nlp/word-vectors.ts';
import { type TaggedToken, type TextDocument, wordSet } from '../text-document.ts';
import { type QuoteState, quoteStates } from './quote-state.ts';
import { findSpeechCue, type SpeechCue } from './speech-cue.ts';
import { type VerbForms, verbForms } from './verb-forms.ts';

/** What can be told of one sentence by itself. */
export interface SentenceFacts {
  /** Words and marks in lower case, `<year>` and `<number>` for such. */
  readonly words: readonly string[];
  /** Part of speech of each. */
  readonly tags: readonly string[];
  /** Stems of its content words. */
  readonly stems: ReadonlySet<string>;
  /** Words of its names, lower case. */
  readonly names: ReadonlySet<string>;
  readonly years: readonly number[];
  readonly weekdays: readonly string[];
  readonly namesMonth: boolean;
  readonly quote: QuoteState;
  readonly cue: SpeechCue | null;
  readonly verbs: VerbForms;
}

const WEEKDAYS = wordSet('monday tuesday wednesday thursday friday saturday sunday');
const MONTHS =
  wordSet(`january february march april may june july august september october november december jan feb mar apr jun
jul aug sept sep oct nov dec`);

export function sentenceFacts(document: TextDocument): SentenceFacts[] {
  const quotes = quoteStates(document);
  return document.sentences.map((range, index) =>
    readSentence(document.tokens.slice(range.tokenStart, range.tokenEnd), quotes[index] as QuoteState),
  );
}

function readSentence(tokens: readonly TaggedToken[], quote: QuoteState): SentenceFacts {
  const words = tokens.map(({ lower }) => vectorWord(lower));
  const tags = tokens.map(({ tag }, at) => (isNumeral(words[at]) ? 'NUM' : tag));
  const stems = new Set<string>();
  const names = new Set<string>();
  const weekdays: string[] = [];
  let namesMonth = false;
  for (const { lower, tag } of tokens) {
    if (lower.length < 2 || !startsWithLetter(lower)) continue;
    if (WEEKDAYS.has(lower)) weekdays.push(lower);
    else if (tag === 'PROPN' && MONTHS.has(lower.replace('.', ''))) namesMonth = true;
    else if (tag === 'PROPN') names.add(lower);
    if (!STOP_WORDS.has(lower)) stems.add(stem(lower));
  }
  return {
    words,
    tags,
    stems,
    names,
    weekdays,
    namesMonth,
    years: tokens.filter((_, at) => words[at] === '<year>').map(({ lower }) => Number(lower)),
    quote,
    cue: findSpeechCue(tokens, quote.inside),
    verbs: verbForms(tokens, quote.inside),
  };
}

function isNumeral(word: string | undefined): boolean {
  return word === '<year>' || word === '<number>';
}

function startsWithLetter(lower: string): boolean {
  const code = lower.charCodeAt(0);
  return (code >= 97 && code <= 122) || code > 127;
}
