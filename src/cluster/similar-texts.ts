import { estimateContainment, estimateJaccard } from './min-hash.ts';

/** A text as near-duplicate search sees it. */
export interface SignedText {
  readonly articleId: string;
  readonly publishedAt: number;
  readonly signature: readonly number[];
  readonly shingles: number;
  readonly wordSignature?: readonly number[] | undefined;
  readonly distinctWords?: number | undefined;
}

/** Two positions of the searched list whose texts are one text, the earlier position first. */
export interface TextPair {
  readonly first: number;
  readonly second: number;
}

/**
 * 64 bands of 2 rows: a pair of Jaccard similarity 0.2, the least that counts as a copy, shares a band with
 * probability 1 - (1 - 0.2²)^64 = 0.93, one of 0.4 always; unrelated texts (below 0.02) hardly ever do.
 */
const BAND_ROWS = 2;

/**
 * The smaller text lies in the larger to at least this share. On stream-2018 (2026-11-23) different reports that quote
 * the same statement reach 0.6; real copies begin at 0.8.
 */
export const MIN_CONTAINMENT = 0.7;

/**
 * A light rewrite keeps its words and breaks their runs: texts of which this share of five-word runs and that share of
 * distinct content words is in the other are one text too. Words of our demonstration press with one in eight replaced
 * (2026-11-24) keep 0.44 of the runs and 0.86 of the words in nine of ten cases; of the pairs of stream-2018 that share
 * 0.35 to 0.6 of the runs, which quote one statement, none shares more than 0.82 of the words at this Jaccard.
 */
const MIN_REWRITE_CONTAINMENT = 0.35;
const MIN_REWRITE_WORDS = 0.85;

/** Below it the estimate of the containment is noise, and a long compilation holds a short text by quoting it. */
const MIN_JACCARD = 0.2;

/** A text of fewer shingles (about two sentences) is a notice or a caption, and says nothing about its origin. */
const MIN_SHINGLES = 25;

/** Texts that share a bucket are compared with the first so many only: a notice that a thousand pages carry is one group anyway. */
const BUCKET_LIMIT = 40;

/**
 * All pairs of copies among `texts` of which at least one stands at `firstNew` or later, found by locality-sensitive
 * hashing of the MinHash signatures (Indyk and Motwani, 1998) and confirmed by estimated Jaccard and containment.
 *
 * @param windowMs texts published further apart are never a pair
 */
export function findSimilarTexts(
  texts: readonly SignedText[],
  firstNew: number,
  windowMs: number,
): TextPair[] {
  const usable = texts.map((text) => text.shingles >= MIN_SHINGLES);
  const rows = texts.find((_, i) => usable[i])?.signature.length ?? 0;
  const seen = new Set<number>();
  const pairs: TextPair[] = [];
  for (let row = 0; row + BAND_ROWS <= rows; row += BAND_ROWS) {
    for (const bucket of buckets(texts, usable, firstNew, row)) {
      for (const [first, second] of pairsOfBucket(bucket, firstNew)) {
        const key = first * texts.length + second;
        if (seen.has(key)) continue;
        seen.add(key);
        if (isCopy(texts[first], texts[second], windowMs)) pairs.push({ first, second });
      }
    }
  }
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
}

/** Only values that a new text has are indexed, so that a long window costs one look-up per text and band. */
function buckets(
  texts: readonly SignedText[],
  usable: readonly boolean[],
  firstNew: number,
  row: number,
): Iterable<number[]> {
  const table = new Map<number, number[]>();
  for (let i = texts.length - 1; i >= 0; i--) {
    if (!usable[i]) continue;
    const key = bandKey(texts[i]?.signature ?? [], row);
    const bucket = table.get(key);
    if (bucket !== undefined) bucket.push(i);
    else if (i >= firstNew) table.set(key, [i]);
  }
  return [...table.values()].filter((bucket) => bucket.length > 1).map((bucket) => bucket.reverse());
}

function* pairsOfBucket(bucket: readonly number[], firstNew: number): Generator<readonly [number, number]> {
  for (const [position, second] of bucket.entries()) {
    if (second < firstNew) continue;
    for (const first of bucket.slice(0, Math.min(position, BUCKET_LIMIT))) yield [first, second];
  }
}

function bandKey(signature: readonly number[], row: number): number {
  let key = 0;
  for (let i = row; i < row + BAND_ROWS; i++) key = (Math.imul(key, 0x9e3779b1) ^ (signature[i] ?? 0)) >>> 0;
  return key;
}

function isCopy(a: SignedText | undefined, b: SignedText | undefined, windowMs: number): boolean {
  if (a === undefined || b === undefined || Math.abs(a.publishedAt - b.publishedAt) > windowMs) return false;
  return isSameText(a, b);
}

/** Whether two texts are one text: cut, extended, printed as it is or lightly rewritten. */
export function isSameText(a: SignedText, b: SignedText): boolean {
  const jaccard = estimateJaccard(a.signature, b.signature);
  if (jaccard < MIN_JACCARD) return false;
  const containment = estimateContainment(jaccard, a.shingles, b.shingles);
  if (containment >= MIN_CONTAINMENT) return true;
  return containment >= MIN_REWRITE_CONTAINMENT && wordContainment(a, b) >= MIN_REWRITE_WORDS;
}

/** Estimated share of the five-word runs of the shorter text that lie in the longer one, 0 to 1. */
export function textContainment(a: SignedText, b: SignedText): number {
  return estimateContainment(estimateJaccard(a.signature, b.signature), a.shingles, b.shingles);
}

/** The same for distinct content words; 0 where a print lacks them. */
function wordContainment(a: SignedText, b: SignedText): number {
  if (a.wordSignature === undefined || b.wordSignature === undefined) return 0;
  const jaccard = estimateJaccard(a.wordSignature, b.wordSignature);
  return estimateContainment(jaccard, a.distinctWords ?? 0, b.distinctWords ?? 0);
}
