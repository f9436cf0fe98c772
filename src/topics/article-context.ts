import type { Annotation, Mention } from '../core/annotation.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { stem } from '../nlp/stem.ts';
import { STOP_WORDS } from '../nlp/stop-words.ts';
import { contentTerms } from '../nlp/terms.ts';
import { tokenise } from '../nlp/tokens.ts';
import { domainShares } from './domains.ts';
import { addWord, rarity, type WordVectors } from './topic-words.ts';

/** What stands around an entity's mentions. */
export interface Surroundings {
  readonly terms: ReadonlySet<string>;
  readonly vector: Float64Array;
}

/** What an article offers to tell candidates apart. */
export interface ArticleContext {
  /** Stems of title and text. */
  readonly terms: ReadonlySet<string>;
  readonly vector: Float64Array;
  /** How much the article is of each of `DOMAINS`. */
  readonly domains: readonly number[];
  /** By entity. */
  readonly near: readonly Surroundings[];
  /** Stems in the names of entities, with the number of entities that have them. */
  readonly nameTerms: ReadonlyMap<string, number>;
  /** Keys of the names of all entities. */
  readonly names: ReadonlySet<string>;
}

/** Content words on each side of a mention. */
const WINDOW = 12;
/** Mentions of an entity that are looked around. */
const MAX_MENTIONS = 4;

interface Term {
  readonly start: number;
  readonly stem: string;
}

function readTerms(text: string): Term[] {
  const terms: Term[] = [];
  for (const { norm, start } of tokenise(text)) {
    if (norm.length >= 2 && !STOP_WORDS.has(norm)) terms.push({ start, stem: stem(norm) });
  }
  return terms;
}

/** Index of the first term at or after an offset. */
function firstAt(terms: readonly Term[], offset: number): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumOf(terms: Iterable<string>, vectors: WordVectors): Float64Array {
  const sum = new Float64Array(vectors.dimensions);
  for (const term of terms) addWord(sum, vectors, term, rarity(vectors, term));
  return sum;
}

function lookAround(
  mentions: readonly Mention[],
  terms: readonly Term[],
  vectors: WordVectors,
): Surroundings {
  const near = new Set<string>();
  for (const { start, end } of mentions.slice(0, MAX_MENTIONS)) {
    const at = firstAt(terms, start);
    const after = firstAt(terms, end);
    for (let i = Math.max(0, at - WINDOW); i < at; i += 1) near.add(terms[i]?.stem ?? '');
    for (let i = after; i < Math.min(terms.length, after + WINDOW); i += 1) near.add(terms[i]?.stem ?? '');
  }
  return { terms: near, vector: sumOf(near, vectors) };
}

/** Reads an article's words once for all its entities. */
export function articleContext(
  article: { readonly title: string; readonly text: string },
  annotation: Annotation,
  vectors: WordVectors,
): ArticleContext {
  const terms = readTerms(article.text);
  const all = new Set(terms.map((term) => term.stem));
  for (const term of contentTerms(article.title)) all.add(term);
  const mentions = annotation.entities.map((): Mention[] => []);
  for (const mention of annotation.mentions) mentions[mention.entity]?.push(mention);
  const nameTerms = new Map<string, number>();
  for (const { name } of annotation.entities) {
    for (const term of new Set(contentTerms(name))) nameTerms.set(term, (nameTerms.get(term) ?? 0) + 1);
  }
  const vector = sumOf(all, vectors);
  return {
    terms: all,
    vector,
    domains: domainShares(vector, vectors),
    near: mentions.map((own) => lookAround(own, terms, vectors)),
    nameTerms,
    names: new Set(annotation.entities.map(({ name }) => normaliseName(name))),
  };
}
