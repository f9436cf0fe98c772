import type { Statement } from './briefing.ts';
import type { ArticlePassages } from './library.ts';

export interface AskedQuestion {
  readonly text: string;
  /** Only articles of this story may answer; null lets all of them. */
  readonly storySlug: string | null;
}

/** Why sources do not answer: not a question that can be read, no article on it, or none that says what is asked. */
export type Refusal = 'no-question' | 'no-article' | 'not-said';

/** A statement that answers, with the story it is from. */
export interface AnswerStatement {
  readonly statement: Statement;
  readonly storySlug: string | null;
  /** Headline of that story; null when the article is in none. */
  readonly storyHeadline: string | null;
}

/** What the stored articles answer to a question: cited statements, or a refusal. */
export interface Answer {
  readonly question: string;
  /** Best first; empty when `refusal` is given. */
  readonly statements: readonly AnswerStatement[];
  readonly refusal: Refusal | null;
  /** Articles that were read for it. */
  readonly articlesRead: number;
  /** The articles that are cited, with their text. */
  readonly articles: readonly ArticlePassages[];
}
