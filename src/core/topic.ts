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

/** A topic that a name may mean, with how often that name means it (0 to 1 over the base). */
export interface TopicCandidate {
  readonly topic: Topic;
  readonly prior: number;
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
