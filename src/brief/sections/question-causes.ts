import type { ClaimGroup } from '../ledger/claims.ts';
import type { StorySentence } from '../ledger/story-sentence.ts';
import { contentStems } from '../sentence-words.ts';
import { causeOf, namesAccidentCause, reasonedFor } from './cause-cues.ts';
import { ANSWER_STATEMENTS, type AnswerSource, answerFrom, type Draft } from './question-claims.ts';
import {
  eventNoun,
  isAccident,
  isBroughtAbout,
  isHeadlined,
  isOnSubject,
  isReported,
} from './question-words.ts';

/** Background this near the centre of the story is its own. */
const BACKGROUND_CENTRALITY = 0.4;
/** What went before is asked for by itself: it has to be nearer still. */
const BEFORE_CENTRALITY = 0.45;

/** Why it happened; for an accident of which no source names the cause, a question that the sources do not answer. */
export function why(source: AnswerSource): Draft[] {
  const noun = eventNoun(source.index);
  if (noun === null) return [];
  const isWhole = (sentence: StorySentence, group: ClaimGroup): boolean =>
    !sentence.insideQuote && group.claim.role !== 'anecdotal';
  const about = { words: noun, isPerson: false };
  if (isAccident(noun)) {
    if (!isReported(source.index, noun)) return [];
    const stems = contentStems(noun);
    const answer = answerFrom(
      source,
      (sentence, group) =>
        isWhole(sentence, group) &&
        namesAccidentCause(sentence.text) &&
        [...stems].some((one) => sentence.stems.has(one)),
      ANSWER_STATEMENTS,
    );
    if (answer.length === 0 && !isHeadlined(source.index, noun)) return [];
    return [{ question: `What caused the ${noun}?`, answer, about }];
  }
  if (!isBroughtAbout(noun)) return [];
  const namesCause = causeOf(noun);
  const answer = answerFrom(
    source,
    (sentence, group) => isWhole(sentence, group) && namesCause(sentence.text),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: `What led to the ${noun}?`, answer, about }];
}
/** What brought it about now, where no word for the event is at hand to ask for. */
export function whyNow(source: AnswerSource): Draft[] {
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      (claim.role === 'main' || claim.role === 'consequence' || claim.role === 'current-context') &&
      sentence.centrality >= BACKGROUND_CENTRALITY &&
      !sentence.isOpinion &&
      sentence.traits.has('namesReason') &&
      isOnSubject(source.index, reasonedFor(sentence.text)) &&
      sentence.traits.has('isPlainReport'),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: 'Why is this happening now?', answer, about: null }];
}

/** What went before: asked where the rest of the material is short. */
export function background(source: AnswerSource): Draft[] {
  const noun = eventNoun(source.index);
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      (claim.role === 'previous-event' || claim.role === 'historical') &&
      sentence.isDatedEarlier &&
      sentence.centrality >= BEFORE_CENTRALITY &&
      sentence.traits.has('isPlainReport'),
    ANSWER_STATEMENTS,
  );
  const question = noun === null ? 'What happened before this?' : `What is the background to the ${noun}?`;
  return answer.length === 0 ? [] : [{ question, answer, about: null }];
}
