import type { StorySentence } from '../ledger/story-sentence.ts';
import { ANSWER_STATEMENTS, type AnswerSource, answerFrom, type Draft } from './question-claims.ts';
import { asReport, leavesOpen } from './still-open.ts';

/** What stands further from the centre of the story is at stake in something else. */
const STAKES_CENTRALITY = 0.3;
/** "The future is unclear" says nothing of what is. */
const MIN_OPEN_WORDS = 10;
/** So many people have to be heard before it can be asked how others see it. */
const MIN_VOICES = 2;

function isOwnReport({
  isOpinion,
  insideQuote,
  mostlyQuote,
  isDatedEarlier,
  traits,
}: StorySentence): boolean {
  return !isOpinion && !insideQuote && !mostlyQuote && !isDatedEarlier && traits.has('isPlainReport');
}

/** "What is not known yet?", by sentences that say so. */
export function whatIsOpen(source: AnswerSource): Draft[] {
  const claims = source.claims
    .filter(({ claim }) => claim.role !== 'historical' && claim.role !== 'anecdotal')
    .filter(({ wordings }) => wordings.some((sentence) => leavesOpen(source.index, sentence)));
  const answer = answerFrom(
    { ...source, claims: claims.map(asReport) },
    (sentence) =>
      isOwnReport(sentence) && sentence.words.length >= MIN_OPEN_WORDS && leavesOpen(source.index, sentence),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: 'What is not known yet?', answer, about: null }];
}

/** "What is at stake?", by reports of what depends on the event or whom it affects. */
export function whatIsAtStake(source: AnswerSource): Draft[] {
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      (claim.role === 'consequence' || claim.role === 'main' || claim.role === 'current-context') &&
      sentence.centrality >= STAKES_CENTRALITY &&
      isOwnReport(sentence) &&
      sentence.traits.has('namesStakes') &&
      !source.storyPage.shows(sentence.text),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: 'What is at stake?', answer, about: null }];
}

/** "How do those involved see it?", by views of several people who are named. */
export function howItIsSeen(source: AnswerSource): Draft[] {
  const heard = new Set<string>();
  const answer = answerFrom(
    source,
    (sentence, { claim }) => {
      if (
        (claim.role !== 'evaluation' && !sentence.mostlyQuote) ||
        !sentence.isHolderNamed ||
        sentence.holder === null ||
        (sentence.isOpinion && !sentence.speech)
      )
        return false;
      if (!sentence.traits.has('isPlainReport') || !sentence.traits.has('holdsView')) return false;
      if (heard.has(sentence.holder)) return false;
      heard.add(sentence.holder);
      return true;
    },
    ANSWER_STATEMENTS,
  );
  const voices = new Set(answer.map(({ by }) => by?.name));
  return voices.size < MIN_VOICES ? [] : [{ question: 'How do those involved see it?', answer, about: null }];
}
