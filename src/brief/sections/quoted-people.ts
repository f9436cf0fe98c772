import type { OutletCoverage } from '../../core/briefing.ts';
import type { QuoteEntry } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import type { StoryArticle, StoryIndex } from '../ledger/story-sentence.ts';

const MAX_SPEAKERS = 6;
const MAX_NOT_QUOTED = 3;
/** Whom so many other outlets quote is missed in one that does not. */
const LEAST_QUOTING = 2;

/** Whom an outlet quotes in their own words, each with the first of these. */
export function quotedPeople(
  quotes: readonly QuoteEntry[],
  own: readonly StoryArticle[],
): OutletCoverage['quotes'] {
  const ids = new Set(own.map((article) => article.source.article.id));
  const people = new Map<string, OutletCoverage['quotes'][number]>();
  for (const { speaker, citations } of quotes) {
    const citation = citations.find(({ articleId }) => ids.has(articleId));
    if (citation !== undefined && !people.has(speaker)) people.set(speaker, { speaker, citation });
  }
  return [...people.values()].slice(0, MAX_SPEAKERS);
}

function surname(speaker: string): string {
  return normaliseName(speaker).split(' ').at(-1) ?? '';
}

/** Only people with a name are looked for: "a police spokesman" of two outlets need not be one man. */
function namedPeople(index: StoryIndex): ReadonlySet<string> {
  const entities = index.articles.flatMap(({ source }) => source.annotation.entities);
  return new Set(
    entities.filter(({ type, name }) => type === 'person' && name.includes(' ')).map(({ name }) => name),
  );
}

/** True when the article may quote the person after all: by name anywhere beside speech, or in words nobody is named for. */
function mayQuote({ reading: { speakers } }: StoryArticle, key: string): boolean {
  return speakers.named.has(key) && (speakers.quotesUnnamed || speakers.quoted.has(key));
}

interface QuotedPerson {
  readonly key: string;
  readonly speaker: string;
  /** Independent outlets that quote them. */
  readonly outlets: ReadonlySet<string>;
}

/** Everybody with a name whom independent outlets quote, once for all outlets. */
export function peopleQuoted(index: StoryIndex, quotes: readonly QuoteEntry[]): QuotedPerson[] {
  const people = namedPeople(index);
  const independent = new Set(index.independentOutlets);
  const speakers = new Map<string, { speaker: string; outlets: Set<string> }>();
  for (const { speaker, outlets } of quotes) {
    if (!people.has(speaker)) continue;
    const key = surname(speaker);
    const known = speakers.get(key) ?? { speaker, outlets: new Set<string>() };
    for (const outlet of outlets) if (independent.has(outlet)) known.outlets.add(outlet);
    speakers.set(key, known);
  }
  return [...speakers].map(([key, person]) => ({ key, ...person }));
}

/** Whom two or more other outlets quote and this one does not, nor in words whose speaker could not be told. */
export function notQuoted(
  people: readonly QuotedPerson[],
  outletId: string,
  own: readonly StoryArticle[],
): NonNullable<OutletCoverage['notQuoted']> {
  return people
    .filter(({ key, outlets }) => {
      const isMissed = outlets.size >= LEAST_QUOTING && !outlets.has(outletId);
      return isMissed && !own.some((article) => mayQuote(article, key));
    })
    .map(({ speaker, outlets }) => ({ speaker, outlets: [...outlets].sort() }))
    .sort((a, b) => b.outlets.length - a.outlets.length || (a.speaker < b.speaker ? -1 : 1))
    .slice(0, MAX_NOT_QUOTED);
}
