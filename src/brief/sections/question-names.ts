import type { RoleDescription } from '../../core/annotation.ts';
import type { Statement } from '../../core/briefing.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { overtakenDescriptions } from '../ledger/role-standing.ts';
import type { StoryArticle, StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { isPlainReport, wordCount } from '../sentence-quality.ts';
import { namesUnknown } from './cause-cues.ts';
import { describedStatement, tellsOvertaken } from './description-statement.ts';
import { ANSWER_STATEMENTS, type AnswerSource, answerFrom, type Draft } from './question-claims.ts';
import { isCentral } from './question-words.ts';

const MAX_PEOPLE = 3;
const MAX_THINGS = 2;
const MAX_SPEAKERS = 3;
const MAX_NAME_WORDS = 4;
/** Shorter sayings mean little without what they answer. */
const MIN_SAID_WORDS = 11;
/** Words of a description beside the name below which it says nothing ("President Trump"). */
const MIN_DESCRIBING_WORDS = 3;
/** Where the name of whom a sentence is about stands. */
const SUBJECT_WITHIN = 60;
/** A description that leans on the sentence before, is part of a larger one, or judges. */
const LEANING =
  /^(?:his|her|their|its|my|our|your|this|that|these|those|whether|when|if|as|(?!acting|ruling|leading|outgoing|incoming)\p{Ll}+ing)\b|\b(?:is|was|are|were)(?: (?:a|an|the))?(?: \w+)? /iu;
/** Captions and joined lines that only look like a description. */
const NO_DESCRIPTION =
  /^(?:CLOSE|caption|photo|image|file|video|watch|read|source)\b|[:|]|\s[-–—]\s|\b(?:said|replied|told|says|responded|added|asked|wrote|tweeted|have|has|had|will|would|could|does|did)\b/i;

/** A person, body, place or thing that a story is about. */
export interface CentralName {
  readonly key: string;
  readonly name: string;
  /** The name as a key: first and last names of a person. */
  readonly wholeKey: string;
  readonly mentions: number;
  /** True when most mentions have "the" before them: "the Judiciary Committee". */
  readonly takesArticle: boolean;
}

interface Tally {
  readonly names: Map<string, number>;
  mentions: number;
  withThe: number;
  seen: number;
}

/** One first name has to stand for this share of the people of one surname; else nobody in particular is meant. */
const CLEAR_SHARE = 0.6;

/** True when a surname means one person nearly always: the first names that go with it agree. */
function isOnePerson(names: ReadonlyMap<string, number>, chosen: string): boolean {
  const person = normaliseName(chosen);
  const full = [...names].filter(([name]) => name.includes(' '));
  const all = full.reduce((sum, [, times]) => sum + times, 0);
  const same = full
    .filter(([name]) => isSamePerson(normaliseName(name), person))
    .reduce((sum, [, times]) => sum + times, 0);
  return same >= CLEAR_SHARE * all;
}

/** The form that articles use most, of those with a first name; longer ones carry titles and offices. */
function usualName(names: ReadonlyMap<string, number>): string {
  const sorted = [...names]
    .filter(([name]) => name.split(' ').length <= MAX_NAME_WORDS)
    .sort(
      ([a, timesA], [b, timesB]) =>
        Number(b.includes(' ')) - Number(a.includes(' ')) || timesB - timesA || (a < b ? -1 : 1),
    );
  return sorted[0]?.[0] ?? '';
}

function tallyEntity(tallies: Map<string, Tally>, article: StoryArticle, position: number): void {
  const entity = article.source.annotation.entities[position];
  const key = article.entityKeys[position];
  const use = article.reading.entityUses[position];
  if (entity === undefined || use === undefined || key === undefined || key === '') return;
  const tally = tallies.get(key) ?? { names: new Map(), mentions: 0, withThe: 0, seen: 0 };
  tally.names.set(entity.name, (tally.names.get(entity.name) ?? 0) + entity.mentions);
  tally.mentions += entity.mentions;
  tally.withThe += use.withThe;
  tally.seen += use.mentions;
  tallies.set(key, tally);
}

function tallyNames(index: StoryIndex, isPerson: boolean): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const article of index.articles) {
    if (article.isCopy) continue;
    article.source.annotation.entities.forEach((entity, position) => {
      if ((entity.type === 'person') === isPerson) tallyEntity(tallies, article, position);
    });
  }
  return tallies;
}

/** True when an article has the name as it stands: one put together of two forms is asked about by nobody. */
function isWritten(index: StoryIndex, name: string): boolean {
  return index.articles.some(
    ({ source }) => source.article.text.includes(name) || source.article.title.includes(name),
  );
}

/** People, or bodies, places and things, that are among the central words of the story, most named first. */
export function centralNames(index: StoryIndex, isPerson: boolean): CentralName[] {
  return [...tallyNames(index, isPerson)]
    .map(([key, { names, mentions, withThe, seen }]) => ({
      key,
      mentions,
      name: usualName(names),
      wholeKey: normaliseName(usualName(names)),
      takesArticle: withThe * 2 > seen,
      isClear: !isPerson || isOnePerson(names, usualName(names)),
    }))
    .filter(({ isClear, name }) => isClear && isWritten(index, name))
    .filter(({ name, key }) => name !== '' && (!isPerson || name.includes(' ')) && isCentral(index, key))
    .sort((a, b) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1));
}

/** People of one surname are one only when their first names agree, where both are given. Names as keys. */
function isSamePerson(left: string, right: string): boolean {
  const [a, b] = [left.split(' '), right.split(' ')];
  return a.at(-1) === b.at(-1) && (a.length === 1 || b.length === 1 || a[0] === b[0]);
}

interface Descriptions {
  /** The fullest one with the name beside it. */
  readonly fullest: Statement | null;
  /** Article position and sentence of each. */
  readonly sentences: ReadonlySet<string>;
}

/** True for a description of this very person or thing that is more than a title ("President"). */
function describes(
  article: StoryArticle,
  description: RoleDescription,
  { key, wholeKey }: CentralName,
): boolean {
  const entity = article.source.annotation.entities[description.entity];
  const use = article.reading.entityUses[description.entity];
  if (entity === undefined || use === undefined || article.entityKeys[description.entity] !== key)
    return false;
  return description.text.includes(' ') && (entity.type !== 'person' || isSamePerson(use.name, wholeKey));
}

/** True when what an article calls somebody can be read alone and does not judge. */
export function isDescription(text: string): boolean {
  return !NO_DESCRIPTION.test(text) && !LEANING.test(text);
}

/** What the articles say somebody or something is. */
function descriptionsOf(
  index: StoryIndex,
  central: CentralName,
  overtaken: ReadonlySet<RoleDescription>,
): Descriptions {
  const found = index.articles.flatMap((article, position) =>
    article.source.annotation.descriptions
      .filter((description) => !overtaken.has(description) && describes(article, description, central))
      .map((description) => ({ article, position, description })),
  );
  const fullest = found
    .filter(({ description }) => wordCount(description.text) >= MIN_DESCRIBING_WORDS)
    .map(({ article, description }) => {
      const statement = describedStatement(article, description);
      return statement === null || tellsOvertaken(article, statement, overtaken) ? null : statement;
    })
    .filter((statement) => statement !== null && isDescription(statement.text))
    .reduce<Statement | null>(
      (best, one) => (one !== null && one.text.length >= (best?.text.length ?? 0) ? one : best),
      null,
    );
  return {
    fullest,
    sentences: new Set(found.map(({ position, description }) => `${position} ${description.sentence}`)),
  };
}

function describe(
  source: AnswerSource,
  names: readonly CentralName[],
  limit: number,
  ask: (one: CentralName) => string,
  isPerson: boolean,
): Draft[] {
  const drafts: Draft[] = [];
  const overtaken = overtakenDescriptions(source.index);
  for (const one of names) {
    if (drafts.length >= limit) break;
    const { fullest, sentences } = descriptionsOf(source.index, one, overtaken);
    const page = source.storyPage.subpage();
    if (fullest === null || !page.take(fullest)) continue;
    const told = answerFrom(
      source,
      (sentence) =>
        sentences.has(`${sentence.article} ${sentence.sentence}`) &&
        !sentence.insideQuote &&
        sentence.text.slice(0, SUBJECT_WITHIN).toLowerCase().includes(one.key),
      1,
    ).filter((statement) => page.take(statement));
    drafts.push({
      question: ask(one),
      answer: [fullest, ...told],
      about: { words: one.name, isPerson },
    });
  }
  return drafts;
}

/** "Who is …?" for the people of the story whom an article describes. */
export function whoIs(source: AnswerSource, people: readonly CentralName[]): Draft[] {
  return describe(source, people, MAX_PEOPLE, ({ name }) => `Who is ${name}?`, true);
}

/** Names as keys that any article takes for a person's. */
function personNames(index: StoryIndex): ReadonlySet<string> {
  return new Set(
    index.articles.flatMap(({ source, reading }) =>
      reading.entityUses
        .filter((_, i) => source.annotation.entities[i]?.type === 'person')
        .map(({ name }) => name),
    ),
  );
}

/** "What is …?" for the bodies, places and things of the story that an article explains. */
export function whatIs(source: AnswerSource, things: readonly CentralName[]): Draft[] {
  const people = [...personNames(source.index)];
  // What any article takes for a person's name is none of a thing.
  const named = things.filter(({ wholeKey }) => !people.some((person) => person.endsWith(wholeKey)));
  return describe(source, named, MAX_THINGS, (thing) => `What is ${withArticle(thing)}?`, false);
}

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

/** "What did … say?" for the people of the story who are quoted by name. */
export function whatSaid(source: AnswerSource, people: readonly CentralName[]): Draft[] {
  const drafts: Draft[] = [];
  for (const person of people) {
    if (drafts.length >= MAX_SPEAKERS) break;
    const answer = answerFrom(
      source,
      (sentence) =>
        (sentence.speech || sentence.mostlyQuote) &&
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

/** One of a party ("the California Democrat") is a person whose name stands elsewhere. */
const PARTY_MEMBER = /\b(?:democrats?|republicans?|lawmakers?|senators?)$/i;
/** Names that end in a common noun have "the" before them, also where headlines leave it out. */
const COMMON_NOUN =
  /\b(?:department|ministry|administration|committee|commission|court|party|office|bureau|agency|house|union|bank|board|council|association|police)$/i;

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
    if (drafts.length >= MAX_THINGS) break;
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

function withArticle({ name, takesArticle }: CentralName): string {
  return (takesArticle || COMMON_NOUN.test(name)) && !/^the /i.test(name) ? `the ${name}` : name;
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
