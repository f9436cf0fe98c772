import type { StorySentence } from '../ledger/story-sentence.ts';
import { ANSWER_STATEMENTS, type AnswerSource, answerFrom, type Draft } from './question-claims.ts';
import { isDayOver, stillAhead, wasOnceExpected, withoutAside } from './still-open.ts';

/** A forecast further from it than this is of something else. */
const AHEAD_CENTRALITY = 0.15;
/** What an open future is told with; advice and wishes are none. */
const LIES_AHEAD =
  /\b(?:will|would|could|may|might|expect\w*|plans?|planned|planning|set to|due|scheduled|hop(?:e|es|ing)|vow\w*|pledg\w*|next (?:week|month|year)|(?:is|are) to)\b|['’]ll\b/i;
const ADVICE = /\b(?:should|must|needs? to|ought to|has to|have to)\b/i;
/** A sentence that goes on from the one before. */
const GOES_ON = /^(?:in that case|next|finally|many|that|there|then|first|second|both|another|others?)\b/i;

function liesAhead({ text, isOpinion, centrality, traits }: StorySentence): boolean {
  return (
    !isOpinion &&
    centrality >= AHEAD_CENTRALITY &&
    LIES_AHEAD.test(withoutAside(text)) &&
    !ADVICE.test(text) &&
    !GOES_ON.test(text) &&
    traits.has('isPlainReport')
  );
}

/** A day that is set, rather than forecast. */
const IS_SET =
  /\b(?:is|are|was|were) (?:now |also |tentatively )?(?:scheduled|due|set|slated) (?:to (?!(?:the|a|an|his|her|their|its|our)\b|\p{Lu})|for )/u;

/** "What could happen next?", by named forecasts and by days that are set. */
export function whatNext(source: AnswerSource): Draft[] {
  const answer = answerFrom(
    source,
    (sentence, group) =>
      !isDayOver(source.index, sentence) &&
      stillAhead(source.index, sentence) &&
      !wasOnceExpected(sentence.text) &&
      ((group.claim.role === 'expectation' && sentence.holder !== null && liesAhead(sentence)) ||
        (sentence.role !== 'historical' &&
          !sentence.isOpinion &&
          !sentence.isDatedEarlier &&
          IS_SET.test(sentence.text) &&
          sentence.traits.has('isPlainReport'))),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: 'What could happen next?', answer, about: null }];
}
