import { stem } from '../../nlp/stem.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { type AnswerSource, answerFrom, type Draft } from './question-claims.ts';
import { eventNoun, isAccident, isHeadlined, isMoment, isReported } from './question-words.ts';
import { dayOfEvent } from './story-days.ts';

/** What stands further from the centre of the story happened beside it. */
const LEAST_CENTRALITY = 0.3;

/** A day this far from the word for the event is the day of something else. */
const DAY_WITHIN = 40;

/** The day that a sentence names close to the word for the event, in milliseconds; null when it names none. */
function dayOf(index: StoryIndex, sentence: StorySentence, noun: string): number | null {
  const at = sentence.start + sentence.text.search(new RegExp(`\\b${noun}\\b`));
  if (at < sentence.start) return null;
  const dates = index.articles[sentence.article]?.source.annotation.dates ?? [];
  const day = dates.find(
    (date) =>
      date.start >= sentence.start &&
      date.end <= sentence.end &&
      date.start - (at + noun.length) <= DAY_WITHIN &&
      at - date.end <= DAY_WITHIN &&
      (date.precision === 'day' || date.precision === 'minute') &&
      Number.isFinite(date.at),
  );
  return day?.at ?? null;
}

/** Somebody wants it on another day. */
const PUT_OFF = /\b(?:postpon|delay|cancel|urg|demand|reschedul|call(?:s|ed|ing) for)\w*\b/i;

/** When it was or will be, by sentences that have the word for the event beside a day. */
export function when(source: AnswerSource): Draft[] {
  const { index } = source;
  const noun = eventNoun(index);
  if (noun === null || !isMoment(noun)) return [];
  const key = stem(noun);
  const isDated = (sentence: StorySentence): boolean =>
    sentence.stems.has(key) &&
    !PUT_OFF.test(sentence.text) &&
    !sentence.insideQuote &&
    !sentence.mostlyQuote &&
    !sentence.isDatedEarlier &&
    dayOf(index, sentence, noun) !== null;
  const answer = answerFrom(
    source,
    (sentence, { claim }) => (claim.role === 'main' || claim.role === 'consequence') && isDated(sentence),
    2,
  );
  const cited = answer[0]?.citations[0];
  const first = index.sentences.find(
    (sentence) =>
      cited !== undefined &&
      index.articles[sentence.article]?.source.article.id === cited.articleId &&
      sentence.start <= cited.start &&
      cited.end <= sentence.end,
  );
  const at = first === undefined ? null : dayOf(index, first, noun);
  if (at === null) return [];
  const verb = noun === 'talks' ? (at > index.asOf ? 'are' : 'were') : at > index.asOf ? 'is' : 'was';
  return [{ question: `When ${verb} the ${noun}?`, answer, about: null }];
}

/** "When did this happen?", for a story whose event no one word names, by the best supported report that has the day. */
export function whenItHappened(source: AnswerSource): Draft[] {
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      (claim.role === 'main' || (claim.role !== 'historical' && claim.outlets.length >= 2)) &&
      sentence.centrality >= LEAST_CENTRALITY &&
      dayOfEvent(source.index, sentence) !== null,
    1,
  );
  return answer.length === 0 ? [] : [{ question: 'When did this happen?', answer, about: null }];
}

/** Where an accident or attack happened, by sentences that name a place right after it. */
export function where(source: AnswerSource): Draft[] {
  const { index } = source;
  const noun = eventNoun(index);
  if (noun === null || !isAccident(noun) || !isReported(index, noun) || !isHeadlined(index, noun)) return [];
  const placed = new RegExp(`\\b${noun}\\b[^.;,]{0,40}\\b(?:in|at|near|off|on) (?:the )?\\p{Lu}`, 'u');
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      (claim.role === 'main' || claim.role === 'consequence') &&
      !sentence.insideQuote &&
      !sentence.isDatedEarlier &&
      placed.test(sentence.text) &&
      namesPlace(index, sentence),
    2,
  );
  return answer.length === 0 ? [] : [{ question: `Where did the ${noun} happen?`, answer, about: null }];
}

function namesPlace(index: StoryIndex, { article, sentence }: StorySentence): boolean {
  const mentions = index.articles[article]?.source.annotation.mentions ?? [];
  return mentions.some((mention) => mention.sentence === sentence && mention.type === 'place');
}
