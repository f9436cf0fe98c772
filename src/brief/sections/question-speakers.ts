import type { ClaimGroup } from '../ledger/claims.ts';
import type { StorySentence } from '../ledger/story-sentence.ts';
import { type CentralName, isSamePerson, withArticle } from './central-names.ts';
import { ANSWER_STATEMENTS, type AnswerSource, answerFrom, type Draft } from './question-claims.ts';

const MAX_BODIES = 2;
const MAX_SPEAKERS = 3;
/** Shorter sayings mean little without what they answer. */
const MIN_SAID_WORDS = 11;

/** What somebody did is no answer to what he said. */
const SAYS =
  /["“]|\b(?:said|says|saying|told|tweeted|wrote|writes|added|called|argue[sd]|warn(?:s|ed)|announced|insist(?:s|ed)|declared|claim(?:s|ed)|promised|vowed|pledged|accused|urged|denied|denies|wants?|confirmed|acknowledged|admitted|suggested|praised|criticised|criticized|condemned|defended|dismissed|clarified)\b/i;

function lastWord(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}

function speaksAs(sentence: StorySentence, { wholeKey }: CentralName): boolean {
  return sentence.holder !== null && isSamePerson(sentence.holderKey, wholeKey);
}

/** "Winfrey said": that she speaks, whoever the words are taken to be by. */
function speechBy({ key }: CentralName): RegExp {
  return new RegExp(
    `\\b${key}\\b,? (?:said|says|told|wrote|tweeted|added)\\b|\\b(?:said|says) (?:\\p{Lu}\\S+ )*${key}\\b`,
    'iu',
  );
}

/** Those around a person, where not he is meant: "the Trump administration". */
function thoseAround({ key }: CentralName): RegExp {
  return new RegExp(
    `\\b${key}(?:['’]s)? (?:\\p{Ll}+ )?(?:administration|campaign|team|transition|supporters?|aides?|voters?|officials?)\\b`,
    'iu',
  );
}

/** What an opinion piece says without quoting is its writer's, whoever is named in it. */
function isWritersOwn({ isOpinion, mostlyQuote, speech, text }: StorySentence): boolean {
  return isOpinion && !mostlyQuote && !(speech && /["“]/.test(text));
}

/** "What did … say?" for the people of the story who are quoted by name. */
export function whatSaid(source: AnswerSource, people: readonly CentralName[]): Draft[] {
  const drafts: Draft[] = [];
  const bySurname = claimsBySpeaker(source.claims, lastWord);
  for (const person of people) {
    if (drafts.length >= MAX_SPEAKERS) break;
    const claims = bySurname.get(lastWord(person.wholeKey));
    if (claims === undefined) continue;
    const answer = answerFrom(
      { ...source, claims },
      (sentence) =>
        (sentence.speech || sentence.mostlyQuote) &&
        SAYS.test(sentence.text) &&
        !isWritersOwn(sentence) &&
        sentence.isHolderNamed &&
        speaksAs(sentence, person) &&
        !sentence.traits.has('namesUnknown') &&
        sentence.words.length >= MIN_SAID_WORDS &&
        sentence.traits.has('isPlainReport'),
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

/** The body as the one that speaks, and not the one that was told. */
function sayingBy({ name }: CentralName): RegExp {
  const plain = name.replace(/[^\p{L}\p{N} ]/gu, '.');
  return new RegExp(
    `\\b${plain},? (?:has |had |also |later )*(?:said|says|announced|warned)\\b|\\b(?:said|according to) (?:the )?${plain}\\b`,
    'iu',
  );
}

function withoutThe(key: string): string {
  return key.startsWith('the ') ? key.slice(4) : key;
}

/** Claims by who says one of their wordings, as a key; each list in the order of the claims. */
function claimsBySpeaker(
  claims: readonly ClaimGroup[],
  keyOf: (holderKey: string) => string,
): ReadonlyMap<string, readonly ClaimGroup[]> {
  const bySpeaker = new Map<string, ClaimGroup[]>();
  for (const group of claims)
    for (const sentence of group.wordings) {
      if (!sentence.isHolderNamed) continue;
      const key = keyOf(sentence.holderKey);
      const known = bySpeaker.get(key);
      if (known === undefined) bySpeaker.set(key, [group]);
      else if (known.at(-1) !== group) known.push(group);
    }
  return bySpeaker;
}

/** "What did the White House say?" for the bodies of the story that speak by name. */
export function bodySaid(source: AnswerSource, things: readonly CentralName[]): Draft[] {
  const drafts: Draft[] = [];
  const bySpeaker = claimsBySpeaker(source.claims, withoutThe);
  for (const body of things) {
    if (drafts.length >= MAX_BODIES) break;
    const key = withoutThe(body.key);
    const claims = bySpeaker.get(key);
    if (claims === undefined || PARTY_MEMBER.test(body.name)) continue;
    const saying = sayingBy(body);
    const answer = answerFrom(
      { ...source, claims },
      (sentence) =>
        sentence.speech &&
        sentence.isHolderNamed &&
        withoutThe(sentence.holderKey) === key &&
        saying.test(sentence.text) &&
        sentence.words.length >= MIN_SAID_WORDS &&
        sentence.traits.has('isPlainReport'),
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
  const speech = speechBy(person);
  const around = thoseAround(person);
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      claim.role === 'evaluation' &&
      sentence.isHolderNamed &&
      !isWritersOwn(sentence) &&
      !speaksAs(sentence, person) &&
      sentence.names.includes(person.key) &&
      !speech.test(sentence.text) &&
      sentence.traits.has('isPlainReport') &&
      !around.test(sentence.text),
    ANSWER_STATEMENTS,
  );
  return answer.length < 2
    ? []
    : [{ question: `What do others say about ${person.name}?`, answer, about: null }];
}
