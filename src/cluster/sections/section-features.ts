import type { BlendedFeatures } from '../../nlp/blended-classifier.ts';
import { hashFeature } from '../../nlp/hashed-features.ts';
import { stem } from '../../nlp/stem.ts';
import { STOP_WORDS } from '../../nlp/stop-words.ts';
import { tokenise } from '../../nlp/tokens.ts';
import { meanVector, vectorWord, type WordVectors, wordRows } from '../../nlp/word-vectors.ts';
import { type CountryNames, countriesNamed } from './country-names.ts';

export interface SectionText {
  readonly title: string;
  readonly text: string;
}

/** Rows of the weight tables are 2^this. */
export const SECTION_BITS = 16;

/** Characters of the body that are read: what an article is about stands in its first paragraphs. */
const READ_CHARACTERS = 2_000;
const LEAD_CHARACTERS = 500;

/** What an article is about, for the subject model: its words, those of the title once more, and what they mean on average. */
export function subjectFeatures({ title, text }: SectionText, vectors: WordVectors): BlendedFeatures {
  const body = text.slice(0, READ_CHARACTERS);
  const features = new Set(words(title).map((word) => `t ${word}`));
  for (const word of [...words(title), ...words(body)]) features.add(word);
  const measures = Float32Array.from([...meaning(title, vectors), ...meaning(body, vectors)]);
  return { buckets: bucketsOf(features), measures };
}

function meaning(text: string, vectors: WordVectors): Float64Array {
  const known = tokenise(text).map(({ norm }) => vectorWord(norm));
  return meanVector(vectors, wordRows(vectors, known));
}

function words(text: string): string[] {
  return tokenise(text)
    .filter(({ norm }) => norm.length > 1 && !STOP_WORDS.has(norm) && !/^\p{N}/u.test(norm))
    .map(({ norm }) => stem(norm));
}

/**
 * Whether an article lies in its outlet's own country, for the place model: how often that and other countries are named
 * and where. Words are left out: what they say of place holds for the outlets' countries it was learnt from and no other
 * (by cross-validation over outlets, 2026-11-24: with them 3 % of a British paper's American politics are called the
 * world's, without them 95 %; the American outlets' figures are the same).
 */
export function placeBuckets(
  { title, text }: SectionText,
  outletCountry: string,
  countries: CountryNames,
): Int32Array {
  const body = text.slice(0, READ_CHARACTERS);
  const features = new Set<string>();
  for (const [part, content] of [
    ['title', title],
    ['lead', body.slice(0, LEAD_CHARACTERS)],
    ['body', body],
  ] as const) {
    const named = countriesNamed(content, countries);
    const own = named.filter(({ code }) => code === outletCountry).length;
    const first = named[0] === undefined ? 'none' : named[0].code === outletCountry ? 'own' : 'other';
    features.add(`${part} own ${step(own)}`);
    features.add(`${part} other ${step(named.length - own)}`);
    features.add(`${part} first ${first}`);
    features.add(`${part} lead ${Math.sign(named.length - 2 * own)}`);
    features.add(`${part} own ${own > 0} other ${named.length > own}`);
  }
  return bucketsOf(features);
}

/** 0, 1, 2, 3–4, 5–8 …: counts matter by their size, not one by one. */
function step(count: number): number {
  return count === 0 ? 0 : 1 + Math.ceil(Math.log2(count));
}

function bucketsOf(features: ReadonlySet<string>): Int32Array {
  return Int32Array.from(
    [...features].map((feature) => hashFeature(feature, SECTION_BITS)).sort((a, b) => a - b),
  );
}
