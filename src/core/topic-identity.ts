import type { Topic } from './topic.ts';

/** Where a place lies: tells two places of one name apart, and two rows of one place together. */
export interface TopicPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
  readonly population: number | null;
}

/** By what a topic is known to be the same as one that another base has brought. */
export interface TopicIdentity {
  /** Its numbers in other registers: `iso3166:UA`, `iso639:uk`, `iso4217:UAH`, `geonames:706483`. */
  readonly keys: readonly string[];
  readonly place: TopicPlace | null;
}

/** A topic that a base brings, with its names and what it may be recognised by. The first alias is its title. */
export interface IdentifiedTopic {
  readonly topic: Topic;
  readonly aliases: readonly { readonly key: string; readonly weight: number }[];
  readonly identity: TopicIdentity;
}
