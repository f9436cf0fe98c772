import type { Span } from '../../core/span.ts';
import { hashFeature } from '../../nlp/hashed-features.ts';
import { bestLabel, type LinearModel, scoreLabels } from '../../nlp/linear-model.ts';
import type { QuotedSpan } from '../quoted-spans.ts';
import { isAttitudeVerb, isReportingVerb } from '../reporting-verbs.ts';
import { sentenceAt, type TaggedToken, type TextDocument } from '../text-document.ts';

export const KIND_BITS = 13;
/** `none`: a title, a nickname, a word held at arm's length. `mixed`: a fragment inside the outlet's own clause. */
export const KINDS = ['none', 'mixed', 'direct'] as const;
export type QuotationKind = (typeof KINDS)[number];

/** Words of people who speak for themselves. */
const SELF: ReadonlySet<string> = new Set(['i', 'we', 'you', 'my', 'our', "i'm", "we're", 'me', 'us']);

/** Tokens beside a quotation in which its verb of saying is looked for. */
const REACH = 14;

/** The kind of each quoted stretch, in order of the text. */
export function quotationKinds(
  document: TextDocument,
  quoted: readonly QuotedSpan[],
  inside: ReadonlySet<TaggedToken>,
  model: LinearModel,
): QuotationKind[] {
  const kinds: QuotationKind[] = [];
  for (const [at, span] of quoted.entries()) {
    const before = at === 0 ? null : { span: quoted[at - 1] ?? span, kind: kinds[at - 1] ?? 'none' };
    const buckets = kindFeatures(document, span, inside, before);
    kinds.push(KINDS[bestLabel(scoreLabels(model, buckets))] ?? 'none');
  }
  return kinds;
}

/** Features of a quoted stretch; `before` is the one before it with its kind. Buckets of 2^KIND_BITS. */
export function kindFeatures(
  document: TextDocument,
  span: QuotedSpan,
  inside: ReadonlySet<TaggedToken>,
  before: { readonly span: Span; readonly kind: QuotationKind } | null,
): Int32Array {
  const { text, tokens } = document;
  const first = tokenFrom(document, span.start);
  const last = tokenFrom(document, span.end);
  const own = tokens.slice(first, last);
  const words = own.filter(isWord);
  const size = sizeClass(words.length);
  const capital = /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(text.slice(span.start, span.start + 6)) ? 'C' : 'c';
  const { end, lead, tail } = edgesOf(text, span);
  const cueBefore = cueNear(document, first - 1, -1, inside);
  const cueAfter = cueNear(document, last, 1, inside);
  const cues = `${cueBefore === '' ? 0 : 1}${cueAfter === '' ? 0 : 1}`;
  const follows = before === null ? 'first' : before.kind + gapClass(text.slice(before.span.end, span.start));
  const titleLike = isTitle(words) ? 'T' : 't';
  const verb = own.some(({ tag }) => tag === 'VERB' || tag === 'AUX') ? 'V' : 'v';
  const me = own.some(({ lower }) => lower.length <= 5 && SELF.has(lower)) ? 'I' : 'i';
  const form = `${capital}${size}${verb}`;
  const names = [
    `s${size}`,
    `f${form}`,
    `fe${form}${end}${tail}`,
    `l${lead}${capital}`,
    `le${lead}${end}${form}`,
    `t${tail}${end}`,
    `ti${titleLike}${size}${end}`,
    `tl${titleLike}${lead}${tail}`,
    `m${me}${size}${capital}`,
    `o${span.open}${lead}`,
    `cb${cueBefore}`,
    `ca${cueAfter}`,
    `cc${cues}${form}${lead}`,
    `cl${cueBefore}${lead}${capital}`,
    `p${wordOf(tokens[first - 2], inside)}${capital}`,
    `pt${tokens[first - 2]?.tag}${lead}${capital}`,
    `q${follows}${form}`,
    `qe${follows}${end}${lead}${cues}`,
    `n${wordOf(tokens[last + 1], inside)}${end}`,
    `nt${tokens[last + 1]?.tag}${tokens[last + 2]?.tag}${end}${capital}`,
    `w${own[0]?.lower}`,
    `wt${own[0]?.tag}${lead}${size}`,
    `b${text[span.start - 1]}${size}${lead}`,
    `h${document.sentences[sentenceAt(document, span.start)]?.block === 0}${size}`,
    'bias',
  ];
  return Int32Array.from(names, (name) => hashFeature(name, KIND_BITS));
}

/** True for tokens with a letter or digit. */
function isWord({ lower, text }: TaggedToken): boolean {
  const first = lower.charCodeAt(0);
  return (first >= 97 && first <= 122) || /[\p{L}\p{N}]/u.test(text);
}

function sizeClass(words: number): number {
  if (words <= 3) return words;
  if (words <= 5) return 4;
  return words <= 9 ? 5 : 6;
}

/** The mark the quotation ends with, and those before and behind its quotation marks; a line break for the edge of a block. */
function edgesOf(text: string, span: Span): { end: string; lead: string; tail: string } {
  const ahead = text.slice(Math.max(0, span.start - 4), span.start).replace(/["“„«‘'`「]+$/u, '');
  const behind = text.slice(span.end, span.end + 4).replace(/^\s?["”’'»」]+/u, '');
  const isFirst = ahead.includes('\n') || span.start < 4;
  const isLast = /^\s*\n/.test(behind) || behind === '';
  // British and continental papers put the comma behind the mark, American ones before it.
  const own = endClass(text[span.end - 1] ?? '');
  return {
    end: own === '' ? endClass(/^[,.]/.exec(behind)?.[0] ?? '') : own,
    lead: isFirst ? '\n' : (/[,:—–(.?!-]\s*$/.exec(ahead)?.[0]?.trim() ?? ''),
    tail: isLast ? '\n' : (/^[,.;:—–)?!-]/.exec(behind)?.[0] ?? ''),
  };
}

function endClass(mark: string): string {
  if (mark === '') return '';
  if (/[.!?…]/.test(mark)) return '.';
  return /[,;—–-]/.test(mark) ? ',' : '';
}

/** What lies between two quotations: another block, nothing, a few words, or more. */
function gapClass(between: string): string {
  if (between.includes('\n')) return 'n';
  if (between.length < 6) return 's';
  return between.length < 60 ? 'm' : 'f';
}

function wordOf(token: TaggedToken | undefined, inside: ReadonlySet<TaggedToken>): string {
  if (token === undefined) return '';
  return inside.has(token) ? '"' : token.lower;
}

/** The nearest verb of saying outside quotation marks, in the same sentence chain: at most REACH tokens away. */
function cueNear(
  { tokens }: TextDocument,
  from: number,
  step: 1 | -1,
  inside: ReadonlySet<TaggedToken>,
): string {
  const sentence = tokens[from]?.sentence;
  for (let at = from, seen = 0; seen < REACH; at += step, seen += 1) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence) return '';
    if (inside.has(token)) continue;
    if (isReportingVerb(token.lower) || isAttitudeVerb(token.lower) || token.lower === 'according')
      return token.lower;
  }
  return '';
}

/** "Saturday Night Live": a title, every longer word of which has a capital. */
function isTitle(words: readonly TaggedToken[]): boolean {
  if (words.length > 8) return false;
  const long = words.filter((word) => word.text.length > 3);
  return long.length > 0 && long.every((word) => /^[\p{Lu}\p{N}]/u.test(word.text));
}

/** Index of the first token that starts at or after a position. */
export function tokenFrom({ tokens }: TextDocument, position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
