import type { Statement } from '../../core/briefing.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { isShowable, toStatement } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';

export const ANSWER_STATEMENTS = 3;

/** A question that the ledger may answer. */
export interface Draft {
  readonly question: string;
  readonly answer: readonly Statement[];
  /** What an introduction has to be about; null when none is wanted. */
  readonly about: { readonly words: string; readonly isPerson: boolean } | null;
}

/** Where answers come from: the claims, best first, and what the story's page already shows. */
export interface AnswerSource {
  readonly index: StoryIndex;
  readonly claims: readonly ClaimGroup[];
  readonly storyPage: StoryPage;
}

/**
 * Up to `limit` statements whose sentences `fits` accepts, on a page of their own. Wordings that the story's page
 * does not show go first; one that it shows is better than none. No speaker or claim answers twice.
 */
export function answerFrom(
  source: AnswerSource,
  fits: (sentence: StorySentence, group: ClaimGroup) => boolean,
  limit: number,
): Statement[] {
  const page = source.storyPage.subpage();
  const statements: Statement[] = [];
  for (const group of source.claims) {
    if (statements.length >= limit) break;
    const possible = group.wordings.filter(
      (sentence) => fits(sentence, group) && isShowable(group, sentence),
    );
    const taken = possible.length === 0 ? null : takeFirst(source, page, group, possible);
    if (taken !== null) statements.push(taken);
  }
  return statements;
}

/** The first of the sentences that the page takes, those before that the story's page does not show. */
function takeFirst(
  { index, storyPage }: AnswerSource,
  page: StoryPage,
  group: ClaimGroup,
  sentences: readonly StorySentence[],
): Statement | null {
  const made = new Map<StorySentence, Statement | null>();
  for (const isOnStoryPage of [false, true])
    for (const sentence of sentences) {
      const statement = made.get(sentence) ?? toStatement(index, group, sentence);
      made.set(sentence, statement);
      if (statement === null || (!isOnStoryPage && storyPage.shows(statement.text))) continue;
      if (page.take(statement, { group, sentence })) return statement;
    }
  return null;
}
