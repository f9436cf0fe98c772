import type { Refusal } from '../../core/answer.ts';
import type { Statement } from '../../core/briefing.ts';
import type { BriefInput } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { type ClaimGroup, groupClaims } from '../ledger/claims.ts';
import { indexStory } from '../ledger/index-story.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { createQuotationBudget } from '../quotation-budget.ts';
import { describedStatement } from '../sections/description-statement.ts';
import { isDescription } from '../sections/question-descriptions.ts';
import { quotedWords } from '../sentence-words.ts';
import { isShowable, toStatement } from '../statement.ts';
import { createStoryPage } from '../story-page.ts';
import {
  casualtiesAsked,
  covers,
  hasAnswerKind,
  hasOtherName,
  type TextKeys,
  textKeys,
} from './answer-evidence.ts';
import { type QuestionTerm, type ReadQuestion, readQuestion } from './read-question.ts';
import { isSameName } from './word-families.ts';

/** What is asked, and the articles that may answer: of one story or of several. */
export interface AskInput extends BriefInput {
  readonly question: string;
}

export interface AskResult {
  readonly statements: readonly Statement[];
  readonly refusal: Refusal | null;
}

const MAX_STATEMENTS = 3;
/** Further statements come this near the best one. */
const NEAR_BEST = 0.8;
/** Share of a question's words beside names that the sentence itself has; the rest may be what its article is about. */
const LEAST_IN_SENTENCE = 0.5;
/** A newer report is a little better. */
const RECENCY = 0.25;
/** Sentences that open an article and tell what it is about, with the title. */
const OPENING = 2;

interface Context {
  readonly index: StoryIndex;
  readonly question: ReadQuestion;
  readonly sentences: readonly TextKeys[];
  /** Per article: its title and opening. */
  readonly about: readonly TextKeys[];
}

function contextOf(index: StoryIndex, question: ReadQuestion): Context {
  const openings = index.articles.map(({ source }) => quotedWords(source.article.title));
  for (const sentence of index.sentences)
    if (sentence.order < OPENING) openings[sentence.article]?.push(...sentence.words);
  return {
    index,
    question,
    sentences: index.sentences.map(({ words }) => textKeys(words)),
    about: openings.map((words) => textKeys(words)),
  };
}

/** The sentence before, when it is of the same article: it may give the name that this one goes on about. */
function before({ index, sentences }: Context, { id, article }: StorySentence): TextKeys | undefined {
  return index.sentences[id - 1]?.article === article ? sentences[id - 1] : undefined;
}

/** Where a name from elsewhere in the article must not be lent to a sentence on another: who did what, and to whom. */
function needsNames({ kind }: ReadQuestion): boolean {
  return kind === 'who' || kind === 'body' || kind === 'statement';
}

/** Somebody named before: whom is not for the title to say. */
const POINTS_BACK = /\b(?:his|her|their|its|he|she|they)\b/i;

/** True when a word that a sentence lacks is given by what stands around it. */
function isLent(context: Context, sentence: StorySentence, term: QuestionTerm): boolean {
  const previous = term.isName ? before(context, sentence) : undefined;
  if (previous !== undefined && covers(previous, term)) return true;
  const about = context.about[sentence.article];
  const article = context.index.articles[sentence.article];
  if (about === undefined || article === undefined || !covers(about, term)) return false;
  if (!term.isName || !needsNames(context.question)) return true;
  if (POINTS_BACK.test(sentence.text)) return false;
  return !hasOtherName(article, sentence, context.question, ['organisation', 'place', 'event', 'work']);
}

/**
 * How much of a question a sentence is about, 0 to 1; null when some word of it is met neither there nor, where that
 * will do, in what its article is about. Every word counts: an answer to most of a question is none.
 */
function coverage(context: Context, sentence: StorySentence): number | null {
  const { terms } = context.question;
  const words = context.sentences[sentence.id];
  if (words === undefined) return null;
  const met = terms.filter((term) => covers(words, term));
  if (terms.some((term) => !met.includes(term) && !isLent(context, sentence, term))) return null;
  const counted = terms.some(({ isName }) => !isName) ? terms.filter(({ isName }) => !isName) : terms;
  const own = counted.filter((term) => met.includes(term)).length;
  return own >= LEAST_IN_SENTENCE * counted.length ? met.length / terms.length : null;
}

function isSaidBy(sentence: StorySentence, { terms }: ReadQuestion): boolean {
  const holder = normaliseName(sentence.holder ?? '').split(' ');
  return terms.some(({ word, isName }) => isName && holder.some((part) => isSameName(part, word)));
}

interface Found {
  readonly group: ClaimGroup;
  readonly sentence: StorySentence;
  readonly score: number;
  /** How much of the question the sentence itself has. */
  readonly share: number;
}

function scoreOf({ index }: Context, group: ClaimGroup, sentence: StorySentence, share: number): number {
  const range = index.asOf - index.firstAt;
  const publishedAt = index.articles[sentence.article]?.source.article.publishedAt ?? 0;
  const recency = range > 0 ? (publishedAt - index.firstAt) / range : 0;
  const agreement = Math.log2(1 + group.claim.outlets.length);
  return 2 * share + sentence.quality + 0.5 * agreement + RECENCY * recency;
}

/** Of a count that rises the newest report is what holds: among those that are as much to the point it goes first. */
function newestFirst({ index }: Context, found: readonly Found[]): Found[] {
  const best = found.reduce((most, { share }) => Math.max(most, share), 0);
  const at = ({ sentence }: Found): number =>
    index.articles[sentence.article]?.source.article.publishedAt ?? 0;
  return found
    .filter(({ share }) => share >= NEAR_BEST * best)
    .sort((a, b) => at(b) - at(a) || b.score - a.score);
}

/** Sentences that answer, best first, one of each claim. */
function findAnswers(context: Context): Found[] {
  const { index, question } = context;
  const found: Found[] = [];
  for (const group of groupClaims(index)) {
    const fitting = group.wordings.flatMap((sentence) => {
      const share = coverage(context, sentence);
      if (share === null || !isShowable(group, sentence)) return [];
      if (question.kind === 'said' && !isSaidBy(sentence, question)) return [];
      if (!hasAnswerKind(index, sentence, question)) return [];
      return [{ group, sentence, share, score: scoreOf(context, group, sentence, share) }];
    });
    const [best] = fitting.sort((a, b) => b.score - a.score || a.sentence.id - b.sentence.id);
    if (best !== undefined) found.push(best);
  }
  found.sort((a, b) => b.score - a.score || a.sentence.id - b.sentence.id);
  return casualtiesAsked(question) === null ? found : newestFirst(context, found);
}

/** What articles say somebody or something is, the newest first. */
function descriptionsOf({ index, question }: Context): Statement[] {
  const wanted = question.terms.map(({ word }) => word);
  return [...index.articles].reverse().flatMap((article) =>
    article.source.annotation.descriptions.flatMap((description) => {
      const name = normaliseName(article.source.annotation.entities[description.entity]?.name ?? '').split(
        ' ',
      );
      const isMeant = wanted.every((word) => name.includes(word)) && name.at(-1) === wanted.at(-1);
      const statement = isMeant ? describedStatement(article, description) : null;
      return statement !== null && isDescription(statement.text) ? [statement] : [];
    }),
  );
}

/** "Phenol is used to make resins", "Merrow Line, a company based in Port Aldane": says what the words of a question are. */
function defines(text: string, { terms }: ReadQuestion): boolean {
  const name = terms.map(({ word }) => word.replace(/[^\p{L}\p{N}]/gu, '.')).join('[\\s-]+');
  return new RegExp(`\\b${name}(?:,| [–—-]| is| are| was| were) (?:a|an|the|used|one)\\b`, 'iu').test(text);
}

function describe(context: Context): Statement[] {
  const { index, question } = context;
  const defined = findAnswers(context)
    .filter(({ sentence }) => defines(sentence.text, question))
    .map(({ group, sentence }) => toStatement(index, group, sentence));
  return [...descriptionsOf(context), ...defined.filter((statement) => statement !== null)];
}

/**
 * Answers a question from articles, with the sentences that say it, or refuses. A sentence answers when it has every
 * word of the question, or words of the same meaning, apart from what its article's title and opening say that it is
 * about; when it has what is asked for (a number of that, a day, a name); and when it can be read alone.
 */
export function answerQuestion(input: AskInput): AskResult {
  const question = readQuestion(input.question);
  if (question === null) return { statements: [], refusal: 'no-question' };
  if (input.articles.length === 0) return { statements: [], refusal: 'no-article' };
  const index = indexStory(input);
  const context = contextOf(index, question);
  const page = createStoryPage(
    createQuotationBudget(
      index.articles.map(({ source }) => source),
      input.quotationBudget,
    ),
  );
  const statements: Statement[] = [];
  const take = (statement: Statement | null): void => {
    if (statement !== null && statements.length < MAX_STATEMENTS && page.take(statement))
      statements.push(statement);
  };
  if (question.kind === 'description') for (const statement of describe(context)) take(statement);
  else {
    const found = findAnswers(context);
    const best = found.reduce((most, { score }) => Math.max(most, score), 0);
    for (const { group, sentence, score } of found)
      if (score >= NEAR_BEST * best) take(toStatement(index, group, sentence));
  }
  return { statements, refusal: statements.length === 0 ? 'not-said' : null };
}
