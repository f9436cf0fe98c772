import type { Question } from '../../core/briefing.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import type { StoryPage } from '../story-page.ts';
import { centralNames } from './central-names.ts';
import { byScore, claimScore } from './claim-score.ts';
import { whatNext } from './question-ahead.ts';
import { background, why, whyNow } from './question-causes.ts';
import type { AnswerSource, Draft } from './question-claims.ts';
import { whatIs, whoIs, whoIsByOffice } from './question-descriptions.ts';
import { howMany } from './question-figures.ts';
import { introduce } from './question-introduction.ts';
import { howItIsSeen, whatIsAtStake, whatIsOpen } from './question-open.ts';
import { bodySaid, othersSay, whatSaid } from './question-speakers.ts';
import { when, whenItHappened, where } from './question-time-and-place.ts';
import { questionSlug } from './question-words.ts';

const MAX_QUESTIONS = 6;

/** So many are asked at least, as far as the sources answer anything. */
const FEW_QUESTIONS = 3;

function distinct(drafts: readonly Draft[]): Draft[] {
  return withOwnAnswers(drafts).filter(
    (draft, i, all) => all.findIndex((one) => one.question === draft.question) === i,
  );
}

/** Leaves out questions whose answers only repeat those before them. */
function withOwnAnswers(drafts: readonly Draft[]): Draft[] {
  const given = new Set<string>();
  return drafts.filter(({ answer }) => {
    const keys = answer.map(({ citations: [{ articleId, start }] }) => `${articleId} ${start}`);
    const isOwn = keys.length === 0 || keys.some((key) => !given.has(key));
    for (const key of keys) given.add(key);
    return isOwn;
  });
}

/**
 * Up to six questions that the ledger can answer: how many, what led to it, who somebody is, what they said, what
 * could follow, what a body or place is, and when it was. At most one stays without an answer. Each concerns the story: its words are among the central ones.
 */
export function commonQuestions(index: StoryIndex, working: WorkingLedger, storyPage: StoryPage): Question[] {
  const claims = byScore(working.claims, (group) => claimScore(index, group), storyPage);
  const source: AnswerSource = { index, claims, storyPage };
  const people = centralNames(index, true);
  const things = centralNames(index, false);
  const said = [...whatSaid(source, people), ...bodySaid(source, things)];
  const drafts = [
    ...howMany(source, working),
    ...why(source),
    ...whyNow(source),
    ...whatNext(source),
    ...whoIs(source, people),
    ...said.filter(({ answer }) => answer.length > 1).slice(0, 2),
    ...whatIsAtStake(source),
    ...whatIs(source, things),
    ...when(source),
    ...othersSay(source, people),
    ...whatIsOpen(source),
    ...said,
    ...background(source),
    ...where(source),
    ...howItIsSeen(source),
  ];
  const asked = distinct(drafts);
  // Dull ones, for a story that has hardly any other.
  const more =
    asked.length < FEW_QUESTIONS ? [...whoIsByOffice(source, people), ...whenItHappened(source)] : [];
  return distinct([...asked, ...more])
    .slice(0, more.length > 0 ? FEW_QUESTIONS : MAX_QUESTIONS)
    .map((draft) => ({
      slug: questionSlug(index.storyId, draft.question),
      question: draft.question,
      intro: introduce(source, draft),
      answer: draft.answer,
    }));
}
