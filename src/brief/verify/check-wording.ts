import type { SectionName, Statement, TimelineEntry } from '../../core/briefing.ts';
import type { Citation, LedgerArticle } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { containsRun, isDenial, quotedWords } from '../sentence-words.ts';
import { runInLength } from '../statement-text.ts';
import { type Articles, type Finding, type FindingCode, shorten } from './finding.ts';

const DAY = /^(\d{1,2}) (\p{Lu}\p{Ll}+)(?: (\d{4}))?$/u;

/** Words of the sentence around a citation that the statement leaves out, before it and after it; null when it is not a run of it. */
function leftOut(
  source: LedgerArticle,
  citation: Citation,
  words: readonly string[],
): readonly string[] | null {
  const [whole] = source.annotation.sentences
    .filter(({ start, end }) => start <= citation.start && citation.end <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const { text, title } = source.article;
  const stored = text.slice(whole?.start ?? citation.start, whole?.end ?? citation.end);
  // What a heading denies that was run into the sentence is none of what it says.
  const all = quotedWords(stored.slice(runInLength(stored, title)));
  for (let at = 0; at + words.length <= all.length; at++)
    if (words.every((word, i) => all[at + i] === word))
      return [...all.slice(0, at), ...all.slice(at + words.length)];
  return null;
}

/** What stands in brackets in a statement, with the text on either side. */
interface Bracket {
  readonly before: string;
  readonly added: string;
  readonly after: string;
}

/** First names are borne out where the article has them with the name behind; a whole name where it has it at all. */
function isNameBorneOut({ article }: LedgerArticle, { added, after }: Bracket): boolean {
  const surname = /^\s*(\p{Lu}[\p{L}’'-]*)/u.exec(after)?.[1];
  if (surname === undefined) return normaliseName(article.text).includes(normaliseName(added));
  // An editor's own brackets stand within names, too: "Nancy [Pelling]".
  const plain = article.text.replace(/[[\]]/g, '');
  return containsRun(quotedWords(plain), quotedWords(`${added} ${surname}`));
}

/** A bracketed day is that of the words before it ("Thursday's [27 September] hearing" too). */
function isBorneOut(source: LedgerArticle, citation: Citation, bracket: Bracket): boolean {
  const day = DAY.exec(bracket.added);
  if (source.article.text.includes(`[${bracket.added}]`)) return true;
  if (day === null) return isNameBorneOut(source, bracket);
  const words = quotedWords(bracket.before.replace(/['’]s\s*$/, ''));
  return source.annotation.dates.some(({ at, start, end }) => {
    if (start < citation.start || end > citation.end || !Number.isFinite(at)) return false;
    const named = quotedWords(source.article.text.slice(start, end));
    if (words.slice(words.length - named.length).join(' ') !== named.join(' ')) return false;
    const date = new Date(at);
    const month = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
    return (
      date.getUTCDate() === Number(day[1]) &&
      month === day[2] &&
      (day[3] === undefined || date.getUTCFullYear() === Number(day[3]))
    );
  });
}

/** Quoted stretches of a text, without the marks. */
export function quotedStretches(text: string): string[] {
  return [...text.matchAll(/[“"]([^“”"]+)[”"“]/g)].map((match) => match[1] ?? '');
}

/** True when the article itself has these words, without a gap, in quotation marks. */
export function isQuotedThere({ article, annotation }: LedgerArticle, stretch: string): boolean {
  const shown = stretch.replace(/ ?\[[^\]]*\]/g, '').trim();
  const words = quotedWords(shown);
  const direct = annotation.quotes
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ content }) => article.text.slice(content.start, content.end));
  // A passage may end within a quotation, whose mark is then set by the page: one mark there is enough.
  const line = article.text.replace(/\s+/g, ' ');
  const marked =
    ['“', '"'].some((mark) => line.includes(mark + shown) || line.includes(mark + stretch)) ||
    ['”', '"'].some((mark) => line.includes(shown + mark));
  return (
    marked ||
    [...direct, ...quotedStretches(article.text)].some(
      (quoted) => containsRun(quotedWords(quoted), words) || quoted.replace(/\s+/g, ' ').includes(shown),
    )
  );
}

/**
 * What a statement's words alone do not show: a denial that was cut away before or after them, a bracketed day or name
 * that the article does not have, quotation marks around words that nobody is quoted with.
 */
export function checkWording(articles: Articles, statement: Statement, section: SectionName): Finding[] {
  const { text, kind, citations } = statement;
  const words = quotedWords(text);
  const [citation] = citations;
  const source = articles.get(citation.articleId);
  if (source === undefined) return [];
  const find = (code: FindingCode, message: string, at: Citation = citation): Finding => ({
    code,
    section,
    citation: at,
    message: `${message}: ${shorten(text)}`,
  });
  // A description is a noun phrase: what its sentence denies is another matter.
  const denied = (kind === 'description' ? [] : citations).filter((one) => {
    const other = articles.get(one.articleId);
    const rest = other === undefined ? null : leftOut(other, one, words);
    return rest?.some(isDenial) ?? false;
  });
  const brackets = [...text.matchAll(/\[([^\]]*)\]/g)].filter((match) => match[1] !== '…');
  return [
    ...denied.map((one) =>
      find('negation-dropped', 'A word of denial stands in the sentence and is left out', one),
    ),
    ...brackets
      .filter(({ index, 0: whole, 1: added = '' }) => {
        const [before, after] = [text.slice(0, index), text.slice(index + whole.length)];
        return !isBorneOut(source, citation, { before, added, after });
      })
      .map((match) => find('bracket-not-borne-out', `The article does not bear out "${match[0]}"`)),
    ...quotedStretches(text)
      .filter((stretch) => !isQuotedThere(source, stretch))
      .map((stretch) => find('quote-marks-added', `Nobody is quoted with "${shorten(stretch)}"`)),
  ];
}

const PREFIX = { day: 10, month: 7, year: 4 } as const;
const WINTER_MS = 31 * 24 * 60 * 60 * 1000;

/** The date of an entry is one that its passage names. */
export function checkEntryDate(articles: Articles, { date, precision, statement }: TimelineEntry): Finding[] {
  const [citation] = statement.citations;
  const dates = articles.get(citation.articleId)?.annotation.dates ?? [];
  const isNamed = dates
    .filter(({ start, end }) => start >= citation.start && end <= citation.end)
    // A winter is named after the year of its January.
    .some(({ at, precision: named }) => {
      const shown = named === 'season' ? at + WINTER_MS : at;
      return Number.isFinite(shown) && new Date(shown).toISOString().slice(0, PREFIX[precision]) === date;
    });
  if (isNamed) return [];
  return [
    {
      code: 'date-not-in-span',
      section: 'howWeGotHere',
      citation,
      message: `The passage does not name ${date}: ${shorten(statement.text)}`,
    },
  ];
}
