import type { DiscourseRole, Figure } from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import type { SourcePolicy } from '../../core/source-policy.ts';
import type { Span } from '../../core/span.ts';
import type { WordChoice } from './word-choices.ts';

/** An article of a story in its place in time, with what the ledger has worked out about it. */
export interface StoryArticle {
  readonly source: LedgerArticle;
  /** True when its text repeats another article of the story. */
  readonly isCopy: boolean;
  /** Per entity of the annotation, the key that all articles share: last name of a person, whole name otherwise. */
  readonly entityKeys: readonly string[];
}

/** A figure and the key of what it counts: `killed`, `troop`; null when nothing is counted. */
export interface CountedFigure {
  readonly figure: Figure;
  readonly name: string | null;
}

/** One usable sentence of a story, ready to be compared. */
export interface StorySentence extends Span {
  /** Position in `StoryIndex.sentences`. */
  readonly id: number;
  /** Position in `StoryIndex.articles`. */
  readonly article: number;
  /** Index into the annotation's sentences. */
  readonly sentence: number;
  /** How many usable sentences of the article come before it. */
  readonly order: number;
  readonly text: string;
  readonly role: DiscourseRole;
  readonly speech: boolean;
  /** Term ids, ascending, each once. */
  readonly terms: readonly number[];
  /** Sum of the idf weights of `terms`. */
  readonly weight: number;
  /** The terms outside names and the descriptions beside them: what is said, not of whom. Ascending. */
  readonly saidTerms: readonly number[];
  readonly saidWeight: number;
  /** Keys of the names in it, each once. */
  readonly names: readonly string[];
  /** Its figures, each with the key of what it counts. */
  readonly figures: readonly CountedFigure[];
  /** All words in order, lower case. */
  readonly words: readonly string[];
  /** Distinct content stems. */
  readonly stems: ReadonlySet<string>;
  /** Words of the outlet's own choice: outside names and quotation marks. */
  readonly choices: readonly WordChoice[];
  readonly negated: boolean;
  /** Who says it, as the article names them; null when it is not speech or nobody is named. */
  readonly holder: string | null;
  /** True when the sentence itself names the holder, and not only by a pronoun. */
  readonly isHolderNamed: boolean;
  /** True when it names a time some days before the first report: it tells of an earlier event. */
  readonly isDatedEarlier: boolean;
  /** True when all of it lies within somebody's quoted words. */
  readonly insideQuote: boolean;
  /** True when more of its words are quoted than not. */
  readonly mostlyQuote: boolean;
  /** True when it stands in an article that its title marks as opinion. */
  readonly isOpinion: boolean;
  /** Words in it that judge. */
  readonly loadedWords: number;
  /** How well it can be read without its neighbours, 0 to 1. */
  readonly quality: number;
  /** How near its words are to what the story is about, 0 to 1. */
  readonly centrality: number;
}

/** A story read once: sentences, weights and names in a fixed order that does not depend on the order of input. */
export interface StoryIndex {
  readonly storyId: string;
  readonly articles: readonly StoryArticle[];
  readonly sentences: readonly StorySentence[];
  /** Per term id: inverse document frequency over the sentences of the story. */
  readonly idf: readonly number[];
  /** Per stem: its share of what the story is about, 0 to 1. */
  readonly central: ReadonlyMap<string, number>;
  /** Per independent outlet: stems of the titles and openings of its articles. */
  readonly openings: readonly ReadonlySet<string>[];
  /** Names in so many sentences that having one in common says nothing. */
  readonly commonNames: ReadonlySet<string>;
  readonly independentOutlets: readonly string[];
  readonly firstAt: number;
  readonly asOf: number;
  /** What its outlets weigh, and how many have to agree. */
  readonly policy: SourcePolicy;
}

/** The outlet that printed a sentence, by id. */
export function outletOf(index: StoryIndex, sentence: StorySentence): string {
  return index.articles[sentence.article]?.source.outlet.id ?? '';
}

/** True when the sentence stands in an article that repeats another one's text. */
export function isInCopy(index: StoryIndex, sentence: StorySentence): boolean {
  return index.articles[sentence.article]?.isCopy ?? false;
}
