import type { RoleDescription } from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import type { SourcePolicy } from '../../core/source-policy.ts';
import type { ArticleReading, SentenceReading } from './article-reading.ts';

/** An article of a story in its place in time, with what the ledger has worked out about it. */
export interface StoryArticle {
  readonly source: LedgerArticle;
  /** True when its text repeats another article of the story. */
  readonly isCopy: boolean;
  /** Per entity of the annotation, the key that all articles share: last name of a person, whole name otherwise. */
  readonly entityKeys: readonly string[];
  /** What it says by itself. */
  readonly reading: ArticleReading;
}

/** One usable sentence of a story, ready to be compared. */
export interface StorySentence extends SentenceReading {
  /** Position in `StoryIndex.sentences`. */
  readonly id: number;
  /** Position in `StoryIndex.articles`. */
  readonly article: number;
  /** Term ids, ascending, each once. */
  readonly terms: readonly number[];
  /** Sum of the idf weights of `terms`. */
  readonly weight: number;
  /** The terms outside names and the descriptions beside them: what is said, not of whom. Ascending. */
  readonly saidTerms: readonly number[];
  readonly saidWeight: number;
  /** True when it names a time some days before the first report: it tells of an earlier event. */
  readonly isDatedEarlier: boolean;
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
  /** Per stem: how many of `openings` have it. */
  readonly openedWith: ReadonlyMap<string, number>;
  /** Descriptions by an office their bearer no longer has. */
  readonly overtaken: ReadonlySet<RoleDescription>;
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
