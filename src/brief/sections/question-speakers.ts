import type { StorySentence } from '../ledger/story-sentence.ts';
import { isPlainReport } from '../sentence-quality.ts';
import { namesUnknown } from './cause-cues.ts';
import { type CentralName, isSamePerson, withArticle } from './central-names.ts';
import { ANSWER_STATEMENTS, type AnswerSource, answerFrom, type Draft } from './question-claims.ts';

const MAX_BODIES = 2;
const MAX_SPEAKERS = 3;
/** Shorter sayings mean little without what they answer. */
const MIN_SAID_WORDS = 11;

function speaksAs(sentence: StorySentence, { wholeKey }: CentralName): boolean {
  return sentence.holder !== null && isSamePerson(sentence.holderKey, wholeKey);
}

/** "Winfrey said": that she speaks, whoever the words are taken to be by. */
function speaksThere({ text }: StorySentence, { key }: CentralName): boolean {
  return new RegExp(
    `\\b${key}\\b,? (?:said|says|told|wrote|tweeted|added)\\b|\\b(?:said|says) (?:\\p{Lu}\\S+ )*${key}\\b`,
    'iu',
  ).test(text);
}

/** True when the person is meant, and not those around them ("the Trump administration"). */
function isSpokenOf(sentence: StorySentence, { key }: CentralName): boolean {
  const around = new RegExp(
    `\\b${key}(?:['’]s)? (?:\\p{Ll}+ )?(?:administration|campaign|team|transition|supporters?|aides?|voters?|officials?)\\b`,
    'iu',
  );
  return sentence.names.includes(key) && !around.test(sentence.text);
}

/** What an opinion piece says without quoting is its writer's, whoever is named in it. */
function isWritersOwn({ isOpinion, mostlyQuote, speech, text }: StorySentence): boolean {
  return isOpinion && !mostlyQuote && !(speech && /["“]/.test(text));
}

/** "What did … say?" for the people of the story who are quoted by name. */
export function whatSaid(source: AnswerSource, people: readonly CentralName[]): Draft[] {
  const drafts: Draft[] = [];
  for (const person of people) {
    if (drafts.length >= MAX_SPEAKERS) break;
    const answer = answerFrom(
      source,
      (sentence) =>
        (sentence.speech || sentence.mostlyQuote) &&
        !isWritersOwn(sentence) &&
        sentence.isHolderNamed &&
        speaksAs(sentence, person) &&
        !namesUnknown(sentence.text) &&
        sentence.words.length >= MIN_SAID_WORDS &&
        isPlainReport(sentence.text),
      ANSWER_STATEMENTS,
    );
    const about = { words: person.name, isPerson: true };
    if (answer.length > 0) drafts.push({ question: `What did ${person.name} say?`, answer, about });
  }
  return drafts;
}

/** One of a party ("the California Democrat") is a person whose name stands elsewhere, and a law says what it says. */
const PARTY_MEMBER =
  /\b(?:democrats?|republicans?|lawmakers?|senators?|amendment|constitution|act|bill|memo)$/i;

/** True when the body is the one that speaks, and not the one that was told. */
function saysItself({ text }: StorySentence, { name }: CentralName): boolean {
  const plain = name.replace(/[^\p{L}\p{N} ]/gu, '.');
  return new RegExp(
    `\\b${plain},? (?:has |had |also |later )*(?:said|says|announced|warned)\\b|\\b(?:said|according to) (?:the )?${plain}\\b`,
    'iu',
  ).test(text);
}

/** "What did the White House say?" for the bodies of the story that speak by name. */
export function bodySaid(source: AnswerSource, things: readonly CentralName[]): Draft[] {
  const drafts: Draft[] = [];
  for (const body of things) {
    if (drafts.length >= MAX_BODIES) break;
    if (PARTY_MEMBER.test(body.name)) continue;
    const answer = answerFrom(
      source,
      (sentence) =>
        sentence.speech &&
        sentence.isHolderNamed &&
        sentence.holderKey.replace(/^the /, '') === body.key.replace(/^the /, '') &&
        saysItself(sentence, body) &&
        sentence.words.length >= MIN_SAID_WORDS &&
        isPlainReport(sentence.text),
      ANSWER_STATEMENTS,
    );
    if (answer.length > 0)
      drafts.push({
        question: `What did ${withArticle(body)} say?`,
        answer,
        about: { words: body.name, isPerson: false },
      });
  }
  return drafts;
}
/** "What do others say about …?": named views that name the person most written about. */
export function othersSay(source: AnswerSource, people: readonly CentralName[]): Draft[] {
  const [person] = people;
  if (person === undefined) return [];
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      claim.role === 'evaluation' &&
      sentence.isHolderNamed &&
      !isWritersOwn(sentence) &&
      !speaksAs(sentence, person) &&
      !speaksThere(sentence, person) &&
      isPlainReport(sentence.text) &&
      isSpokenOf(sentence, person),
    ANSWER_STATEMENTS,
  );
  return answer.length < 2
    ? []
    : [{ question: `What do others say about ${person.name}?`, answer, about: null }];
}
