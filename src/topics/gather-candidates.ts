import type { Annotation, Entity } from '../core/annotation.ts';
import type { NamedTopic, NameMatch, TopicCandidate } from '../core/topic.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { bareName, type NameKey, nameKeys } from './name-keys.ts';

/** Alias keys to look up for one entity, the fullest form of its name first. */
export interface EntityKeys {
  readonly entity: number;
  readonly keys: readonly NameKey[];
  /** What its article tells of the name, by which towns that only have it by chance are left out. */
  readonly isPlace: boolean;
  readonly isInitials: boolean;
}

/** The topics that the names of one entity may mean. */
export interface EntityCandidates {
  readonly entity: number;
  readonly topics: readonly TopicCandidate[];
}

/** Topics kept for an entity: a key like "john" has hundreds, and those after the heaviest are never meant. */
const MAX_CANDIDATES = 30;
/** Longer names of one article that a short one may stand for. */
const MAX_FULLER = 4;

/**
 * Keys of longer names of the article that begin or end with this one: "Simmons" after "Phil Simmons". The article's own
 * joining of names leaves some apart; whether the two are one is for the score to say.
 */
function fullerKeys(key: string, bareNames: ReadonlyMap<string, Entity>): NameKey[] {
  if (key === '') return [];
  const keys: NameKey[] = [];
  for (const name of bareNames.keys()) {
    if (keys.length >= MAX_FULLER) break;
    if (name.length <= key.length) continue;
    if (name.endsWith(` ${key}`) || name.startsWith(`${key} `)) keys.push({ key: name, match: 'fuller' });
  }
  return keys;
}

/** "DACA"; longer words in capitals are names that the outlet sets so. */
const INITIALS = /^\p{Lu}{2,5}$/u;

/** The alias keys under which the store has to look for the topics of an annotation's entities. */
export function candidateKeys(annotation: Annotation): EntityKeys[] {
  const bareNames = new Map(
    annotation.entities.map((entity) => [bareName(normaliseName(entity.name)), entity]),
  );
  return annotation.entities.map((named, entity) => {
    const own = nameKeys(named.name, named.type);
    const known = new Set(own.map((one) => one.key));
    const bare = bareName(normaliseName(named.name));
    const fuller = fullerKeys(bare, bareNames).filter((one) => !known.has(one.key));
    const isInitials = INITIALS.test(named.name);
    return { entity, keys: [...own, ...fuller], isPlace: named.type === 'place', isInitials };
  });
}

/** A title like "government" or "child": a common noun, which a capital at the head of a line does not make a name. */
const COMMON_NOUN = /^\p{Ll}[\p{Ll} -]*$/u;

/** Matches of the name as it stands come before guesses at it when there are too many. */
const GUESSED: ReadonlySet<NameMatch> = new Set(['last', 'fuller', 'acronym']);
const GUESS_SHARE = 0.05;

function worth({ weight, match }: TopicCandidate): number {
  return GUESSED.has(match) ? weight * GUESS_SHARE : weight;
}

/** A town of half a million people, by its own name: topics/parse-world.ts. */
const CITY_WEIGHT = 100;

/**
 * True for a town that has the name by chance: "Obama" told as a person's name, "DACA" for Daca. Of towns with a Wikidata id the base
 * says how often news means them, and the score has that; of the others nothing but their size is known.
 */
function isNamesake(
  { isPlace, isInitials }: EntityKeys,
  key: string,
  { topic, weight }: NamedTopic,
): boolean {
  if (topic.type !== 'place' || topic.qid !== null) return false;
  return (!isPlace && weight < CITY_WEIGHT) || (isInitials && normaliseName(topic.title) !== key);
}

/** Joins what the base has under each key to one list for each entity, every topic once, by the fullest form that led to it. */
export function gatherCandidates(
  wanted: readonly EntityKeys[],
  found: ReadonlyMap<string, readonly NamedTopic[]>,
): EntityCandidates[] {
  return wanted.map((named) => {
    const { entity, keys } = named;
    const topics = new Map<string, TopicCandidate>();
    for (const { key, match } of keys) {
      for (const one of found.get(key) ?? [])
        if (!topics.has(one.topic.id) && !COMMON_NOUN.test(one.topic.title) && !isNamesake(named, key, one))
          topics.set(one.topic.id, { ...one, match });
    }
    const sorted = [...topics.values()].sort(
      (a, b) => worth(b) - worth(a) || (a.topic.id < b.topic.id ? -1 : 1),
    );
    return { entity, topics: sorted.slice(0, MAX_CANDIDATES) };
  });
}
