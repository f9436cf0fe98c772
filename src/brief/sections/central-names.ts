import { normaliseName } from '../../nlp/normalise-name.ts';
import type { StoryArticle, StoryIndex } from '../ledger/story-sentence.ts';
import { isCentral } from './question-words.ts';

const MAX_NAME_WORDS = 4;

/** A person, body, place or thing that a story is about. */
export interface CentralName {
  readonly key: string;
  readonly name: string;
  /** The name as a key: first and last names of a person. */
  readonly wholeKey: string;
  readonly mentions: number;
  /** True when most mentions have "the" before them: "the Judiciary Committee". */
  readonly takesArticle: boolean;
}

interface Tally {
  /** Outlets that have the name. */
  readonly outlets: Set<string>;
  readonly names: Map<string, number>;
  mentions: number;
  withThe: number;
  seen: number;
}

/** One first name has to stand for this share of the people of one surname; else nobody in particular is meant. */
const CLEAR_SHARE = 0.6;

/** True when a surname means one person nearly always: the first names that go with it agree. */
function isOnePerson(names: ReadonlyMap<string, number>, chosen: string): boolean {
  const person = normaliseName(chosen);
  const full = [...names].filter(([name]) => name.includes(' '));
  const all = full.reduce((sum, [, times]) => sum + times, 0);
  const same = full
    .filter(([name]) => isSamePerson(normaliseName(name), person))
    .reduce((sum, [, times]) => sum + times, 0);
  return same >= CLEAR_SHARE * all;
}

/** "Dora K. Holm" is Dora Holm. */
const INITIAL = /\s\p{Lu}\.\s/u;

/** The form that articles use most, of those with a first name; longer ones carry titles and offices. */
function usualName(names: ReadonlyMap<string, number>): string {
  const sorted = [...names]
    .filter(([name]) => name.split(' ').length <= MAX_NAME_WORDS)
    .sort(
      ([a, timesA], [b, timesB]) =>
        Number(b.includes(' ')) - Number(a.includes(' ')) ||
        Number(INITIAL.test(a)) - Number(INITIAL.test(b)) ||
        timesB - timesA ||
        (a < b ? -1 : 1),
    );
  return sorted[0]?.[0] ?? '';
}

function tallyEntity(tallies: Map<string, Tally>, article: StoryArticle, position: number): void {
  const entity = article.source.annotation.entities[position];
  const key = article.entityKeys[position];
  const use = article.reading.entityUses[position];
  if (entity === undefined || use === undefined || key === undefined || key === '') return;
  const tally = tallies.get(key) ?? {
    names: new Map(),
    outlets: new Set(),
    mentions: 0,
    withThe: 0,
    seen: 0,
  };
  if (use.isIntroduced) tally.names.set(entity.name, (tally.names.get(entity.name) ?? 0) + entity.mentions);
  tally.outlets.add(article.source.outlet.id);
  tally.mentions += entity.mentions;
  tally.withThe += use.withThe;
  tally.seen += use.mentions;
  tallies.set(key, tally);
}

function tallyNames(index: StoryIndex, isPerson: boolean): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const article of index.articles) {
    if (article.isCopy) continue;
    article.source.annotation.entities.forEach((entity, position) => {
      if ((entity.type === 'person') === isPerson) tallyEntity(tallies, article, position);
    });
  }
  return tallies;
}

/** True when an article has the name as it stands: one put together of two forms is asked about by nobody. */
function isWritten(index: StoryIndex, name: string): boolean {
  return index.articles.some(
    ({ source }) => source.article.text.includes(name) || source.article.title.includes(name),
  );
}

/** Of several outlets one alone tells of somebody beside the story, however often it names him. */
function neededOutlets(index: StoryIndex): number {
  return index.independentOutlets.length >= 4 ? 2 : 1;
}

/** People, or bodies, places and things, that are among the central words of the story, most named first. */
export function centralNames(index: StoryIndex, isPerson: boolean): CentralName[] {
  return (
    [...tallyNames(index, isPerson)]
      .filter(([key, { outlets }]) => outlets.size >= neededOutlets(index) && isCentral(index, key))
      .map(([key, { names, mentions, withThe, seen }]) => ({
        key,
        mentions,
        name: usualName(names),
        wholeKey: normaliseName(usualName(names)),
        takesArticle: withThe * 2 > seen,
        isClear: !isPerson || isOnePerson(names, usualName(names)),
      }))
      .filter(({ name }) => name !== '' && (!isPerson || name.includes(' ')))
      // A search through every text: after all that is cheaper to ask.
      .filter(({ isClear, name }) => isClear && isWritten(index, name))
      .sort((a, b) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1))
  );
}

/** People of one surname are one only when their first names agree, where both are given. Names as keys. */
export function isSamePerson(left: string, right: string): boolean {
  const [a, b] = [left.split(' '), right.split(' ')];
  return a.at(-1) === b.at(-1) && (a.length === 1 || b.length === 1 || a[0] === b[0]);
}
/** Names that end in a common noun have "the" before them, also where headlines leave it out. */
const COMMON_NOUN =
  /\b(?:department|ministry|administration|committee|commission|court|party|office|bureau|agency|house|union|bank|board|council|association|police)$/i;

/** The name as it stands in a question: "the Judiciary Committee". */
export function withArticle({ name, takesArticle }: CentralName): string {
  return (takesArticle || COMMON_NOUN.test(name)) && !/^the /i.test(name) ? `the ${name}` : name;
}
