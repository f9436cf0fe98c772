import type { Fingerprint } from '../core/story.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { allWords, contentWords } from './content-words.ts';
import { minHash } from './min-hash.ts';

/** One article with what annotation found in it: all that a fingerprint is made of. */
export interface FingerprintInput {
  readonly articleId: string;
  readonly outletId: string;
  readonly title: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  readonly language: string;
  readonly byline: string | null;
  readonly wireCredit: string | null;
  readonly entities: readonly { readonly name: string; readonly type: string; readonly mentions: number }[];
}

/** A title word counts as this many body words (allsides-dev, 2026-11-23: 2.5 and 4 are equal). */
const TITLE_WEIGHT = 2.5;

/** Content words of the body that are read: the news stands first (150 to 400 are equal within 0.003 B³ F1 there). */
const BODY_WORDS = 300;

/** What is kept of one article, so that its row stays at a few kilobytes. */
const MAX_TERMS = 220;
const MAX_NAMES = 40;

/**
 * What clustering needs to know of one article: MinHash of the body (the title is left out, so that a reprint under
 * another headline is still one), content terms with weight 1 + ln(count) where title words count more, and names.
 */
export function fingerprintArticle(input: FingerprintInput): Fingerprint {
  const { signature, shingles } = minHash(allWords(input.text));
  return {
    articleId: input.articleId,
    outletId: input.outletId,
    publishedAt: input.publishedAt,
    language: input.language,
    signature,
    shingles,
    ...hashDistinctWords(input.text),
    terms: weighTerms(input.title, input.text),
    names: countNames(input.entities),
    wireCredit: creditedAgency(input),
  };
}

function hashDistinctWords(text: string): Pick<Required<Fingerprint>, 'wordSignature' | 'distinctWords'> {
  const { signature, shingles } = minHash([...new Set(contentWords(text))], 1);
  return { wordSignature: signature, distinctWords: shingles };
}

/** Content terms of title and body with weight 1 + ln(count), heaviest first. */
export function weighTerms(title: string, text: string): [string, number][] {
  const counts = new Map<string, number>();
  for (const term of contentWords(title)) counts.set(term, (counts.get(term) ?? 0) + TITLE_WEIGHT);
  for (const term of contentWords(text).slice(0, BODY_WORDS)) counts.set(term, (counts.get(term) ?? 0) + 1);
  // The sort is stable: among equals the earlier word of the article stays.
  return [...counts]
    .map(([term, count]): [string, number] => [term, roundWeight(1 + Math.log(count))])
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_TERMS);
}

function countNames(entities: FingerprintInput['entities']): [string, number][] {
  const counts = new Map<string, number>();
  for (const { name, mentions } of entities) {
    const key = normaliseName(name);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + Math.max(1, mentions));
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_NAMES);
}

/** The agency the text credits; failing that, the whole byline where it is an agency's name and nothing else. */
function creditedAgency({ wireCredit, byline }: FingerprintInput): string | null {
  const credit = normaliseName(wireCredit ?? '');
  if (credit !== '') return AGENCY_SHORT_NAMES.get(credit) ?? credit;
  const author = normaliseName(byline ?? '').replace(/^by /, '');
  return AGENCY_BYLINES.has(author) ? (AGENCY_SHORT_NAMES.get(author) ?? author) : null;
}

/** Agencies that go by two names: the long one is the key, so that both credits are the same. */
const AGENCY_SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['ap', 'associated press'],
  ['thomson reuters', 'reuters'],
  ['afp', 'agence france presse'],
  ['upi', 'united press international'],
  ['pa', 'press association'],
  ['pa media', 'press association'],
  ['dpa', 'deutsche presse agentur'],
]);

const AGENCY_BYLINES: ReadonlySet<string> = new Set([
  ...AGENCY_SHORT_NAMES.keys(),
  ...AGENCY_SHORT_NAMES.values(),
  'reuters',
  'bloomberg',
  'xinhua',
  'tass',
  'interfax',
  'kyodo',
  'kyodo news',
  'ansa',
  'efe',
  'anadolu agency',
]);

function roundWeight(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
