import type { Entity, Quote } from '../../../core/annotation.ts';
import type { LedgerArticle } from '../../../core/ledger.ts';
import { isInside, spanText } from '../../../core/span.ts';
import type {
  CitedPassage,
  TextReader,
  TextReading,
  WritableClaim,
  WrittenContext,
} from '../../../core/written.ts';
import { tokenise } from '../../../nlp/tokens.ts';
import { type Line, readLine } from './read-line.ts';
import { phraseSense } from './word-senses.ts';

/** A passage that a statement rests on, read within its article. */
export interface EvidenceLine extends Line {
  readonly passage: CitedPassage;
  readonly claim: WritableClaim;
  readonly article: LedgerArticle;
  /** Whom the passage means, as its article spells them out. */
  readonly people: readonly string[];
}

/** All that a written statement may draw on. */
export interface Evidence {
  readonly claims: readonly WritableClaim[];
  readonly lines: readonly EvidenceLine[];
  /** Every word of it, lower case: passages, names spelled out, roles, days and outlets. */
  readonly words: ReadonlySet<string>;
  /** Words of the sentence before each passage: what its pronouns stand for. */
  readonly nearWords: ReadonlySet<string>;
  /** Independent outlets of the story. */
  readonly storyOutlets: readonly { readonly id: string; readonly name: string }[];
}

const readings = new WeakMap<LedgerArticle, TextReading>();

/** Articles are read once, whatever is written of them. */
function readingOf(source: LedgerArticle, read: TextReader): TextReading {
  const before = readings.get(source);
  if (before !== undefined) return before;
  const reading = read(source.article.text, source.article.publishedAt);
  readings.set(source, reading);
  return reading;
}

function peopleOf({ annotation }: LedgerArticle, passage: CitedPassage): string[] {
  const { mentions, nominals, entities, quotes } = annotation;
  const meant = [...mentions, ...(nominals ?? [])]
    .filter((mention) => isInside(mention, passage))
    .map(({ entity }) => entity);
  const speaking = quotes
    .filter(({ content }) => content.start < passage.end && content.end > passage.start)
    .map(({ speakerEntity }) => speakerEntity);
  return [...new Set([...meant, ...speaking])]
    .map((entity): Entity | undefined => entities[entity])
    .flatMap((entity) => entity?.name ?? []);
}

function lineOf(claim: WritableClaim, passage: CitedPassage, context: WrittenContext): EvidenceLine[] {
  const article = context.articles.find(({ article: { id } }) => id === passage.articleId);
  if (article === undefined) return [];
  const reading = readingOf(article, context.read);
  const line = readLine(article.article.text, reading, passage, article.annotation.quotes);
  return [{ ...line, passage, claim, article, people: peopleOf(article, passage) }];
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The words of a date that a passage names: a day with its weekday, a month with its year. */
function dayWords({ dates }: WritableClaim): string {
  return dates
    .map(({ date }) =>
      date.length === 10
        ? DAY.format(new Date(date))
        : date.length === 7
          ? MONTH.format(new Date(date))
          : date,
    )
    .join(' ');
}

function wordsOf(text: string): string[] {
  return tokenise(text).flatMap(({ norm }) => [norm, ...norm.split('-')]);
}

/** Who the holder or speaker of a quotation is, in the words of its article. */
export function speakerWords({ article, claim }: EvidenceLine, quote: Quote): string {
  const { entities } = article.annotation;
  const named = entities[quote.speakerEntity]?.name ?? '';
  const text = quote.speaker === null ? '' : spanText(article.article.text, quote.speaker);
  return `${named} ${text} ${named === '' && text === '' ? (claim.holder ?? '') : ''}`;
}

/** The sentence before a passage in its article. */
function sentenceBefore({ article, passage }: EvidenceLine): string {
  const before = article.annotation.sentences.findLast(({ end }) => end <= passage.start);
  return before === undefined ? '' : spanText(article.article.text, before);
}

const TIME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|\p{Lu}\p{Ll}+day)$/u;
const POINTS_BACK =
  /\b(?:he|him|his|she|her|it|its|they|them|their|there|the (?:country|city|town|company|club))\b/i;

/** Names of the sentence before, where the passage leans on it. */
function antecedents(line: EvidenceLine): string[] {
  if (!POINTS_BACK.test(line.text)) return [];
  const named = sentenceBefore(line).match(/(?<!^)(?<![.!?] )\p{Lu}[\p{L}-]+/gu) ?? [];
  return named.filter((word) => !TIME.test(word));
}

/** Reads the passages of the named claims. */
export function gatherEvidence(claims: readonly WritableClaim[], context: WrittenContext): Evidence {
  const lines = claims.flatMap((claim) => claim.passages.flatMap((one) => lineOf(claim, one, context)));
  const passages = lines.map(({ text }) => text);
  const rest = claims.flatMap((claim) => [
    claim.holder ?? '',
    claim.text.replace(/[[\]]/g, ' '),
    dayWords(claim),
    ...claim.outlets.map(({ name }) => name),
    ...claim.roles.flatMap(({ name, text }) => [name, text]),
  ]);
  const people = lines.flatMap((line) => line.people);
  const own = context.articles.filter(({ copyOf }) => copyOf === null).map(({ outlet }) => outlet);
  return {
    claims,
    lines,
    words: new Set([
      ...wordsOf([...passages, ...people, ...rest, ...lines.flatMap(antecedents)].join('\n')),
      ...lines.flatMap(({ words }) => words.flatMap((_, at) => phraseSense(words, at) ?? [])),
    ]),
    nearWords: new Set(wordsOf(lines.map(sentenceBefore).join('\n'))),
    storyOutlets: [...new Map(own.map(({ id, name }) => [id, { id, name }])).values()],
  };
}
