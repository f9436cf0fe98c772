import { isCasualtyClass } from '../ledger/figure-class.ts';
import type { StoryArticle, StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { namesAccidentCause, namesCause } from '../sections/cause-cues.ts';
import type { QuestionTerm, ReadQuestion } from './read-question.ts';
import { isSameName, wordKeys } from './word-families.ts';

/** Whether somebody is counted, whatever is asked of them. */
const PEOPLE = new Set('people person persons passengers victims toll'.split(' '));
const REASON = /\b(?:because|so that|in order to|since|over|after|blam\w+|fault|reason|motive|due to)\b/i;
const AHEAD = /\b(?:will|would|due|to be|expect\w*|scheduled|set to|planned|by)\b/i;

/** True when a sentence names somebody or something of these types that the question does not. */
export function hasOtherName(
  { source }: StoryArticle,
  sentence: StorySentence,
  question: ReadQuestion,
  types: readonly string[],
): boolean {
  const asked = question.terms.filter(({ isName }) => isName).map(({ word }) => word);
  return source.annotation.mentions.some(({ start, end, type, sentence: at }) => {
    if (at !== sentence.sentence || !types.includes(type)) return false;
    const words = source.article.text
      .slice(start, end)
      .toLowerCase()
      .split(/[\s’']+/);
    return !words.every((word) => asked.some((one) => isSameName(one, word)));
  });
}

/** "24 will stay": what is counted was named before. */
const ELLIPSIS = /^\s+(?:will|would|were|was|are|have|had|has|is|of (?:them|the|these))\b/;

/** What became of people, as the ledger classes it, when that is what a question counts; null otherwise. */
export function casualtiesAsked({ kind, counted, terms }: ReadQuestion): string | null {
  if (kind !== 'count' || counted === null || !PEOPLE.has(counted)) return null;
  return terms.flatMap(({ keys }) => keys).flatMap((key) => CASUALTIES[key] ?? [])[0] ?? null;
}

const CASUALTIES: Readonly<Record<string, string>> = {
  '=die': 'killed',
  '=injure': 'injured',
  '=arrest': 'arrested',
  '=missing': 'missing',
};

/** True when the sentence gives a number of what is asked for. */
function countsIt(sentence: StorySentence, question: ReadQuestion): boolean {
  const { counted } = question;
  if (counted === null) return false;
  const asked = casualtiesAsked(question);
  const wanted = new Set(wordKeys(counted));
  const isWanted = (words: string): boolean =>
    words.split(' ').some((word) => wordKeys(word.toLowerCase()).some((key) => wanted.has(key)));
  return sentence.figures.some(({ figure, name }) => {
    if (figure.unit === 'percent') return false;
    if (asked !== null) return name === asked;
    if (isWanted(figure.counted ?? '') || isWanted(name ?? '')) return true;
    if (figure.unit !== 'count') return isWanted(figure.unit);
    if (figure.counted === null) return ELLIPSIS.test(sentence.text.slice(figure.end - sentence.start));
    return PEOPLE.has(counted) && !isCasualtyClass(name) && isOfPeople(figure.counted);
  });
}

function isOfPeople(counted: string): boolean {
  return counted.split(' ').some((word) => PEOPLE.has(word));
}

/** True when a sentence has what the kind of question asks for: a figure, a day, a name that it did not give itself. */
export function hasAnswerKind(index: StoryIndex, sentence: StorySentence, question: ReadQuestion): boolean {
  const article = index.articles[sentence.article];
  if (article === undefined) return false;
  switch (question.kind) {
    case 'count':
      return countsIt(sentence, question);
    case 'amount':
      return sentence.figures.length > 0;
    case 'when':
      return isDated(article, sentence) && (!question.isAhead || AHEAD.test(sentence.text));
    case 'where':
      return hasOtherName(article, sentence, question, ['place', 'organisation', 'other']);
    case 'who':
      return hasOtherName(article, sentence, question, ['person', 'organisation']);
    case 'body':
      return hasOtherName(article, sentence, question, ['organisation', 'place', 'other']);
    case 'why':
      return REASON.test(sentence.text) || namesCause(sentence.text) || namesAccidentCause(sentence.text);
    case 'description':
    case 'said':
    case 'statement':
      return true;
  }
}

function isDated({ source }: StoryArticle, { start, end }: StorySentence): boolean {
  return source.annotation.dates.some((date) => date.start >= start && date.end <= end);
}

/** The words of a text as a question's terms meet them. */
export interface TextKeys {
  readonly words: readonly string[];
  readonly keys: ReadonlySet<string>;
}

export function textKeys(words: readonly string[]): TextKeys {
  return { words, keys: new Set(words.flatMap(wordKeys)) };
}

/** True when a text has the word, another of its family, or the same name in another form. */
export function covers({ words, keys }: TextKeys, term: QuestionTerm): boolean {
  if (term.keys.some((key) => keys.has(key))) return true;
  return term.isName && words.some((word) => isSameName(word.replace(/['’]s$/, ''), term.word));
}
