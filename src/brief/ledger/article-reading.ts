import type { DiscourseRole, Figure } from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import type { Span } from '../../core/span.ts';
import type { SentenceTraits } from '../sentence-traits.ts';
import type { QuoteVersion } from './quote-version.ts';
import type { WordChoice } from './word-choices.ts';

/** A figure and the key of what it counts: `killed`, `troop`; null when nothing is counted. */
export interface CountedFigure {
  readonly figure: Figure;
  readonly name: string | null;
}

/** What a usable sentence says by itself, whatever story it stands in. */
export interface SentenceReading extends Span {
  /** Index into the annotation's sentences. */
  readonly sentence: number;
  /** How many usable sentences of the article come before it. */
  readonly order: number;
  readonly text: string;
  readonly role: DiscourseRole;
  readonly speech: boolean;
  /** Keys of the names in it, each once. */
  readonly names: readonly string[];
  /** Its figures, each with the key of what it counts. */
  readonly figures: readonly CountedFigure[];
  /** All words in order, lower case. */
  readonly words: readonly string[];
  /** All words in order as one text: equal for sentences that say the very same. */
  readonly wording: string;
  /** Distinct content stems. */
  readonly stems: ReadonlySet<string>;
  /** The same as positions in the article's vocabulary, in the same order. */
  readonly stemPositions: readonly number[];
  /** Positions of the stems of what it says, without names and the descriptions beside them; the same list where it has none. */
  readonly saidPositions: readonly number[];
  /** Words of the outlet's own choice: outside names and quotation marks. */
  readonly choices: readonly WordChoice[];
  readonly negated: boolean;
  /** What its words tell of it, looked for when asked after. */
  readonly traits: SentenceTraits;
  /** Who says it, as the article names them; null when it is not speech or nobody is named. */
  readonly holder: string | null;
  /** The holder's name as a key; empty when there is none. */
  readonly holderKey: string;
  /** True when the sentence itself names the holder, and not only by a pronoun. */
  readonly isHolderNamed: boolean;
  /** The earliest time that it names, milliseconds; infinite when it names none. */
  readonly earliest: number;
  /** True when all of it lies within somebody's quoted words. */
  readonly insideQuote: boolean;
  /** True when more of its words are quoted than not. */
  readonly mostlyQuote: boolean;
  /** True when it stands in an article that is marked or written as opinion. */
  readonly isOpinion: boolean;
  /** Words in it that judge. */
  readonly loadedWords: number;
  /** True when its "he" or "she" is somebody whom only a sentence before it names. */
  readonly goesBackToPerson: boolean;
  /** How well it can be read without its neighbours, 0 to 1. */
  readonly quality: number;
}

/** How an entity is written in its article. */
export interface EntityUse {
  /** Its name as a key. */
  readonly name: string;
  /** Mentions of it, and those with "the" before them. */
  readonly mentions: number;
  readonly withThe: number;
  /** False for a person whom the article names in full only after having called one by that surname. */
  readonly isIntroduced: boolean;
}

/** A description of somebody as one line, and as a key. */
export interface DescriptionReading {
  readonly text: string;
  readonly key: string;
}

/** Whom an article may quote, by last names. */
export interface Speakers {
  /** Everybody named in it. */
  readonly named: ReadonlySet<string>;
  readonly quoted: ReadonlySet<string>;
  /** True when it quotes somebody whom the text does not name. */
  readonly quotesUnnamed: boolean;
}

/** The stems of an article, each once, in the order in which they first come. A story looks each up once for all its sentences. */
export interface Vocabulary {
  /** Those of its sentences. */
  readonly stems: readonly string[];
  /** Counted on from `stems`: what comes up only where a name is cut out of a sentence. */
  readonly cut: readonly string[];
}

/** What one article says by itself: all that a story needs of it and no other article changes. */
export interface ArticleReading {
  /** Per entity of the annotation, the key that all articles share: last name of a person, whole name otherwise. */
  readonly entityKeys: readonly string[];
  /** Per entity of the annotation. */
  readonly entityUses: readonly EntityUse[];
  /** Per description of the annotation; null when its words do not stand where it says. */
  readonly descriptions: readonly (DescriptionReading | null)[];
  readonly titleStems: ReadonlySet<string>;
  /** True when it is marked or written as opinion. */
  readonly isOpinion: boolean;
  readonly vocabulary: Vocabulary;
  readonly sentences: readonly SentenceReading[];
  /** Its quotations in the speaker's own words. */
  readonly quotes: readonly QuoteVersion[];
  readonly speakers: Speakers;
  /** How present each stem is in it, for what a story is about. */
  readonly termShare: ReadonlyMap<string, number>;
}

/** Reads articles. One that remembers gives the same readings as one that does not, sooner. */
export type ArticleReader = (source: LedgerArticle) => ArticleReading;
