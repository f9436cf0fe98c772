import type { Span } from './span.ts';

/** What a sentence does for the article's main event (Choubey et al., ACL 2020, after van Dijk). */
export const DISCOURSE_ROLES = [
  'main',
  'consequence',
  'previous-event',
  'current-context',
  'historical',
  'anecdotal',
  'evaluation',
  'expectation',
  'none',
] as const;
export type DiscourseRole = (typeof DISCOURSE_ROLES)[number];

export const MENTION_TYPES = ['person', 'organisation', 'place', 'event', 'work', 'other'] as const;
export type MentionType = (typeof MENTION_TYPES)[number];

export interface Sentence extends Span {
  /** Index of the block (line) of the article's text that holds it. */
  readonly block: number;
  readonly role: DiscourseRole;
  /** True when the sentence reports what somebody said or wrote. */
  readonly speech: boolean;
}

/** One occurrence of a name. `entity` indexes `Annotation.entities`: all name variants of one article share it. */
export interface Mention extends Span {
  readonly type: MentionType;
  /** Set on an adjective or noun of origin, people or creed ("Russian", "Germans"), which names nobody in particular. */
  readonly kind?: 'demonym';
  readonly entity: number;
  /** Index into `Annotation.sentences`; -1 when it lies in none. */
  readonly sentence: number;
}

/** A person, body or place as one article knows it. */
export interface Entity {
  /** The fullest form of the name in the article ("Volodymyr Zelensky"). */
  readonly name: string;
  readonly type: MentionType;
  readonly kind?: 'demonym';
  readonly mentions: number;
}

/**
 * A common noun phrase that stands for a named entity: "the Ukrainian president", "the IMF chief". Apart from the
 * mentions, which are names.
 */
export interface NominalMention extends Span {
  readonly entity: number;
  readonly sentence: number;
}

/** What an article says somebody is: "Steve Witkoff, the US special envoy". */
export interface RoleDescription extends Span {
  readonly entity: number;
  /** The description without the name: "the US special envoy", "former prime minister". */
  readonly text: string;
  /** What the person is, lower case, without country, body and time: "special envoy", "prime minister". */
  readonly office: string;
  /** Entity of the body or place the office is of; -1 when the text names none. */
  readonly organisation: number;
  readonly tense: 'current' | 'former' | 'elect' | 'acting';
  /** Time of which it holds when that is not the article's ("became mayor in 2015"), milliseconds; null otherwise. */
  readonly asOf: number | null;
  readonly sentence: number;
}

export type FigureModifier = 'exactly' | 'at-least' | 'more-than' | 'about' | 'at-most' | 'less-than';

/** A number with what it counts. `start`/`end` cover number, modifier and unit as written. */
export interface Figure extends Span {
  readonly value: number;
  /** Upper end of a range ("30 to 40"); null otherwise. */
  readonly high: number | null;
  /** `percent`, an ISO 4217 currency, a unit of measure (`km`, `hour`, `tonne`) or `count`. */
  readonly unit: string;
  /** Head words of what is counted, lower case ("dead", "drones", "troops"); null when nothing is. */
  readonly counted: string | null;
  readonly modifier: FigureModifier;
  /** True when it is no total of its own: added to one ("three more were killed") or part of one ("three of the 41"). */
  readonly partial: boolean;
  /** The time it holds of where its clause says so ("as of Sunday", "by Monday evening"), milliseconds; null otherwise. */
  readonly asOf: number | null;
  /** Whom the text gives it from ("the ministry said", "according to police"); null when it speaks for itself. */
  readonly speaker: Span | null;
  /** Entity of the speaker when it is a name; -1 otherwise. */
  readonly speakerEntity: number;
  readonly sentence: number;
}

export interface Quote {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** The words quoted, without the quotation marks. */
  readonly content: Span;
  readonly cue: Span | null;
  readonly speaker: Span | null;
  /** Entity of the speaker, when it is a name; -1 otherwise. */
  readonly speakerEntity: number;
  /** First sentence of the content. */
  readonly sentence: number;
}

/** How much of time an expression names: "on Friday" a day, "last week" a week, "in the 1990s" a decade. */
export type Granularity =
  | 'minute'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century';

/** A time the text names, resolved against publication time and dateline. */
export interface DateReference extends Span {
  /** Start of the named time, milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly precision: Granularity;
  /** Start of the last day, month or year of a span of time ("3-5 May", "2015-16"). */
  readonly until?: number;
  readonly sentence: number;
}

/** A word or phrase that judges rather than reports. */
export interface LoadedWord extends Span {
  readonly sentence: number;
  readonly polarity: 'negative' | 'positive' | 'neutral';
}

/** Tone of an article towards one entity, with the sentences that carry it. */
export interface Tone {
  readonly entity: number;
  /** -1 (hostile) to 1 (favourable). */
  readonly value: number;
  readonly sentences: readonly number[];
  /** The language model that has judged; absent where it is the trained judge of the program. */
  readonly judgedBy?: string;
}

/** Parts of a reading that some languages do without. `names` are those that the knowledge base does not hold. */
export const READINGS = [
  'roles',
  'names',
  'descriptions',
  'figures',
  'dates',
  'indirect-speech',
  'loaded-words',
  'tone',
] as const;
export type Reading = (typeof READINGS)[number];

/** All that is read out of one article's text. Offsets are into `Article.text`. */
export interface Annotation {
  readonly articleId: string;
  /** ISO 639-1 as detected; `und` when the text is too short or mixed. */
  readonly language: string;
  /** What is not read out of a text in this language; absent or empty where all is. */
  readonly missing?: readonly Reading[];
  readonly sentences: readonly Sentence[];
  /** Demonyms come last: see `namesOnly`. */
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly nominals?: readonly NominalMention[];
  readonly descriptions: readonly RoleDescription[];
  readonly figures: readonly Figure[];
  readonly quotes: readonly Quote[];
  readonly dates: readonly DateReference[];
  readonly loadedWords: readonly LoadedWord[];
  readonly tone: readonly Tone[];
  /** Agency that the text credits as its origin ("Reuters", "North Press"), when it says so. */
  readonly wireCredit: string | null;
}

/** The annotation without demonyms, for whoever asks who or what an article names. Indexes of entities stay valid. */
export function namesOnly(annotation: Annotation): Annotation {
  return {
    ...annotation,
    entities: annotation.entities.filter(({ kind }) => kind !== 'demonym'),
    mentions: annotation.mentions.filter(({ kind }) => kind !== 'demonym'),
  };
}
