import type { MentionType } from './annotation.ts';

/** A picture of a topic that is kept here and served from here, with whom to credit. */
export interface TopicPicture {
  /** Of the stored file. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Who made it, plain text; null when its page names nobody. */
  readonly credit: string | null;
  readonly licence: string;
  readonly licenceUrl: string | null;
  /** The page that describes it. */
  readonly pageUrl: string;
}

/** A person, body, place or matter of the knowledge base, or one that only the articles know. */
export interface Topic {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly type: MentionType;
  /** Wikidata id; null for a topic that is in no base. */
  readonly qid: string | null;
  /** One line: "country in Eastern Europe". */
  readonly description: string | null;
  /** One encyclopaedic paragraph. */
  readonly extract: string | null;
  readonly wikipediaUrl: string | null;
  readonly imageUrl: string | null;
  readonly source: string | null;
  readonly licence: string | null;
  /** Day the description was true, ISO date. */
  readonly asOf: string | null;
  /** Revision of the page that the extract was taken from; null when unknown. */
  readonly revision: string | null;
  readonly picture: TopicPicture | null;
  readonly origin: 'base' | 'articles';
}

/** A topic of the base that has a certain name. */
export interface NamedTopic {
  readonly topic: Topic;
  /** How much the name speaks for the topic, by its size and how often news calls it so. */
  readonly weight: number;
  /** The weight as a share of those of all topics of this name, 0 to 1. */
  readonly prior: number;
}

/**
 * By which form of an entity's name a topic was found: the name itself, without titles and initials, changed at its edges ("ex-",
 * "-based", plural), its acronym, its last word, or a longer name of another entity of the article that holds it.
 */
export const NAME_MATCHES = ['full', 'bare', 'variant', 'acronym', 'last', 'fuller'] as const;
export type NameMatch = (typeof NAME_MATCHES)[number];

/** A topic that an entity of an article may mean. */
export interface TopicCandidate extends NamedTopic {
  readonly match: NameMatch;
}

/** What an entity of one article was taken to mean. */
export interface TopicLink {
  /** Index into `Annotation.entities`. */
  readonly entity: number;
  readonly topic: Topic;
  readonly score: number;
  /** Share of the article's mentions that name it, more for title and lead; 0 to 1. */
  readonly salience: number;
}

/** A topic of which no more is known than its name and kind: every other field is empty. */
export function bareTopic(
  known: Pick<Topic, 'id' | 'slug' | 'title' | 'type' | 'origin'> & { readonly qid?: string },
): Topic {
  return {
    qid: null,
    description: null,
    extract: null,
    wikipediaUrl: null,
    imageUrl: null,
    source: null,
    licence: null,
    asOf: null,
    revision: null,
    picture: null,
    ...known,
  };
}
