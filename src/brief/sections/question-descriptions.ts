import type { RoleDescription } from '../../core/annotation.ts';
import type { Statement } from '../../core/briefing.ts';
import type { StoryArticle, StoryIndex } from '../ledger/story-sentence.ts';
import { wordCount } from '../sentence-quality.ts';
import { type CentralName, isSamePerson, withArticle } from './central-names.ts';
import { describedStatement, tellsOvertaken } from './description-statement.ts';
import { type AnswerSource, answerFrom, type Draft } from './question-claims.ts';

const MAX_PEOPLE = 3;
const MAX_THINGS = 2;
/** Words of a description beside the name below which it says nothing ("President Trump"). */
const MIN_DESCRIBING_WORDS = 3;
/** Where the name of whom a sentence is about stands. */
const SUBJECT_WITHIN = 60;
/** "An action the president resisted", "Fires then-director …": of something else, or no description. */
const OF_ANOTHER =
  /\b(?:the|a|an) \p{Ll}+ \p{Ll}+ed$|^\p{Lu}\p{Ll}+s (?:then|former|ex)[- ]|^\p{Lu}\p{Ll}+s (?:\p{Ll}+ ){1,3}\p{Lu}/u;
/** "Also a Republican", "among others": goes on from something said before. */
const GOES_ON = /\b(?:also|too|another|another of|other)\b/i;
/** A description that leans on the sentence before, is part of a larger one, or judges. */
const LEANING =
  /^(?:his|her|their|its|my|our|your|this|that|these|those|whether|when|if|as|(?!acting|ruling|leading|outgoing|incoming)\p{Ll}+ing)\b|\b(?:is|was|are|were|became|becomes|remains|remained|turned)(?: (?:a|an|the))?(?: \w+)? /iu;
/** What a paper thinks of somebody is no answer to who he is. */
const JUDGES =
  /\b(?:beleaguered|embattled|controversial|notorious|infamous|disgraced|beloved|undeniabl[ey]|so-called|longtime|famed|fiery|firebrand|outspoken|staunch|hard-?liner?|arch-?\p{L}+|divisive|polari[sz]ing|scandal-\p{L}+|popular|unpopular|brash|mercurial)\b/iu;
/** Captions and joined lines that only look like a description. */
const NO_DESCRIPTION =
  /^(?:CLOSE|caption|photo|image|file|video|watch|read|source)\b|[:|]|\s[-–—]\s|\b(?:said|replied|told|says|responded|added|asked|wrote|tweeted|have|has|had|will|would|could|does|did)\b/i;

interface Descriptions {
  /** The fullest one with the name beside it. */
  readonly fullest: Statement | null;
  /** Article position and sentence of each. */
  readonly sentences: ReadonlySet<string>;
}

/** "The judge Holm nominated …": the name goes with what follows, and the description with somebody else. */
const DOES_SOMETHING =
  /^(?:\s+\p{Lu}[\p{L}.’'-]+){0,3}\s+(?:has |had )?(?:picked|nominated|chose|selected|named|appointed|tapped|fired|resisted)\b/u;

/** "Holm, the mayor Ilya Varga": one of a list, whose next one the description is of. */
function namesAnother({ source: { annotation } }: StoryArticle, { entity, text }: RoleDescription): boolean {
  const own = annotation.entities[entity]?.name ?? '';
  return annotation.entities.some(
    ({ name, type }) =>
      type === 'person' && name.includes(' ') && name !== own && !name.includes(own) && text.endsWith(name),
  );
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
  if (DOES_SOMETHING.test(article.source.article.text.slice(description.end, description.end + 24)))
    return false;
  if (namesAnother(article, description)) return false;
  return description.text.includes(' ') && (entity.type !== 'person' || isSamePerson(use.name, wholeKey));
}

/** True when what an article calls somebody can be read alone and does not judge. */
export function isDescription(text: string): boolean {
  return (
    !NO_DESCRIPTION.test(text) &&
    !LEANING.test(text) &&
    !GOES_ON.test(text) &&
    !OF_ANOTHER.test(text) &&
    !JUDGES.test(text)
  );
}

/** What the articles say somebody or something is. */
function descriptionsOf(
  index: StoryIndex,
  central: CentralName,
  overtaken: ReadonlySet<RoleDescription>,
  leastWords: number,
): Descriptions {
  const found = index.articles.flatMap((article, position) =>
    article.source.annotation.descriptions
      .filter((description) => !overtaken.has(description) && describes(article, description, central))
      .map((description) => ({ article, position, description })),
  );
  const fullest = found
    .filter(({ description }) => wordCount(description.text) >= leastWords)
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
  leastWords = MIN_DESCRIBING_WORDS,
): Draft[] {
  const drafts: Draft[] = [];
  const { overtaken } = source.index;
  for (const one of names) {
    if (drafts.length >= limit) break;
    const { fullest, sentences } = descriptionsOf(source.index, one, overtaken, leastWords);
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

/** "Attorney General Holm" tells who that is, where nothing longer does; "Mr. Holm" does not. */
const SHORT_OFFICE_WORDS = 2;

/** "Who is …?" answered by an office alone, for a story of which little else can be asked. */
export function whoIsByOffice(source: AnswerSource, people: readonly CentralName[]): Draft[] {
  return describe(source, people, MAX_PEOPLE, ({ name }) => `Who is ${name}?`, true, SHORT_OFFICE_WORDS);
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
