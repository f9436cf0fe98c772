import type { Annotation, Quote } from '../../core/annotation.ts';
import { isInside, type Span, spansOverlap } from '../../core/span.ts';
import type { GoldAttribution, GoldPiece, GoldQuotes } from './gold-quotes.ts';

/** Characters both ends of a content may be off: quotation marks, a final stop, "that". */
const SLACK = 5;

/** Counts that add up over articles. */
export interface QuoteCounts {
  hits: number;
  gold: number;
  predicted: number;
}

export interface QuoteScores {
  readonly direct: QuoteCounts;
  readonly all: QuoteCounts;
  readonly cues: QuoteCounts;
  /** Of gold pieces of the kind, those that any content matches. */
  readonly mixed: QuoteCounts;
  readonly indirect: QuoteCounts;
  /** Found direct pieces whose gold has a source (`gold`), with a speaker named (`predicted`) and the right one (`hits`). */
  readonly speakers: QuoteCounts;
}

export function emptyScores(): QuoteScores {
  const none = (): QuoteCounts => ({ hits: 0, gold: 0, predicted: 0 });
  return { direct: none(), all: none(), cues: none(), mixed: none(), indirect: none(), speakers: none() };
}

/** Adds the counts of one article. What counts as right is told at `evalQuotes`. */
export function scoreQuotes(gold: GoldQuotes, annotation: Annotation, scores: QuoteScores): void {
  const { attributions } = gold;
  const direct = annotation.quotes.filter((quote) => quote.kind === 'direct');
  const goldDirect = attributions.flatMap(piecesOf).filter((piece) => piece.kind === 'direct');
  const pairs = matchSpans(goldDirect, direct);
  add(scores.direct, pairs.size, goldDirect.length, direct.length);
  for (const [piece, quote] of pairs) {
    if (piece.attribution.source.length === 0) continue;
    const isRight = isSpeakerRight(gold.text, piece.attribution, quote, annotation);
    add(scores.speakers, isRight ? 1 : 0, 1, quote.speaker === null ? 0 : 1);
  }
  const whole = wholeContents(annotation.quotes);
  const pieces = attributions.flatMap(piecesOf);
  const matched = matchSpans(pieces, whole);
  add(scores.all, matched.size, pieces.length, whole.length);
  for (const kind of ['mixed', 'indirect'] as const) {
    const own = pieces.filter((piece) => piece.kind === kind);
    const found = own.filter((piece) => matched.has(piece));
    add(scores[kind], found.length, own.length, 0);
  }
  scoreCues(attributions, annotation.quotes, scores.cues);
}

interface Piece extends GoldPiece {
  readonly attribution: GoldAttribution;
}

function piecesOf(attribution: GoldAttribution): Piece[] {
  return attribution.content.map((piece) => ({ ...piece, attribution }));
}

/** A quoted fragment inside the clause it belongs to is no attribution of its own. */
function wholeContents(quotes: readonly Quote[]): readonly Quote[] {
  const clauses = quotes.filter((quote) => quote.kind === 'indirect');
  return quotes.filter(
    ({ kind, content }) => kind !== 'mixed' || !clauses.some((clause) => isInside(content, clause.content)),
  );
}

function add(counts: QuoteCounts, hits: number, gold: number, predicted: number): void {
  counts.hits += hits;
  counts.gold += gold;
  counts.predicted += predicted;
}

/** One to one, in order of the gold. */
function matchSpans(gold: readonly Piece[], predicted: readonly Quote[]): Map<Piece, Quote> {
  const free = new Set(predicted);
  const pairs = new Map<Piece, Quote>();
  for (const piece of gold) {
    for (const quote of free) {
      const { start, end } = quote.content;
      if (Math.abs(start - piece.start) > SLACK || Math.abs(end - piece.end) > SLACK) continue;
      pairs.set(piece, quote);
      free.delete(quote);
      break;
    }
  }
  return pairs;
}

function scoreCues(
  attributions: readonly GoldAttribution[],
  quotes: readonly Quote[],
  counts: QuoteCounts,
): void {
  // Pieces of one attribution share their cue: it counts once.
  const cues = new Map(quotes.flatMap(({ cue }) => (cue === null ? [] : [[cue.start, cue] as const])));
  const free = new Set(cues.values());
  add(counts, 0, attributions.filter((one) => one.cue.length > 0).length, free.size);
  for (const { cue } of attributions) {
    const hit = [...free].find((own) => cue.some((part) => spansOverlap(part, own)));
    if (hit === undefined) continue;
    free.delete(hit);
    counts.hits += 1;
  }
}

/** From here on a noun phrase only tells more about its head: "Holm of Merin", "a spokesman who …". */
const MODIFIER =
  /\s(?:of|from|for|at|in|on|with|to|by|near|who|whose|whom|that|which|speaking|\(.*)(?:\s|$)/u;

/** The words that may be the head of a source: the last of each part between commas, what follows a preposition or "who" left out. */
function headsOf(text: string, source: Span): Span[] {
  const heads: Span[] = [];
  let start = source.start;
  for (const part of text.slice(source.start, source.end).split(',')) {
    const body = part.split(MODIFIER)[0] ?? '';
    for (const phrase of body.matchAll(/(?:(?!\sand\s).)+/gsu)) {
      const last = [...phrase[0].matchAll(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu)]
        .filter(({ 0: word }) => !/^(?:s|[JS]r\.?)$/.test(word))
        .at(-1);
      if (last === undefined) continue;
      const at = start + phrase.index + last.index;
      heads.push({ start: at, end: at + last[0].length });
    }
    start += part.length + 1;
  }
  return heads;
}

function isSpeakerRight(text: string, gold: GoldAttribution, quote: Quote, annotation: Annotation): boolean {
  const { speaker, speakerEntity } = quote;
  if (speaker === null) return false;
  const own = headsOf(text, speaker)[0] ?? speaker;
  const heads = gold.source.flatMap((source) => headsOf(text, source));
  if (heads.some((head) => spansOverlap(head, own))) return true;
  return (
    speakerEntity >= 0 &&
    annotation.mentions.some(
      (mention) =>
        mention.entity === speakerEntity &&
        heads.some((head) => head.start >= mention.start && Math.abs(head.end - mention.end) <= 2),
    )
  );
}
