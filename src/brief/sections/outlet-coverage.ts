import type { FactMatrix, OutletCoverage, Statement } from '../../core/briefing.ts';
import type { Ledger } from '../../core/ledger.ts';
import { isInside, spanText } from '../../core/span.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { outletOf, type StoryArticle, type StoryIndex } from '../ledger/story-sentence.ts';
import { isShowable, showClaim, toStatement } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore, claimScore } from './claim-score.ts';
import { cleanHeadline } from './headline.ts';
import { headlineAngle } from './headline-angle.ts';
import { outletTone } from './outlet-tone.ts';
import { notQuoted, quotedPeople } from './quoted-people.ts';
import { wordPreferences } from './word-preference.ts';

const MAX_ONLY_HERE = 2;
const MAX_LOADED_WORDS = 5;
/** Lines about the writers of an article, which report nothing of the story. */
const ABOUT_WRITERS =
  /\bhas (?:all )?the (?:details|story|latest)\b|\bis (?:a|an|the|our)?\s*(?:[\p{L}&-]+ ){0,5}(?:editor|reporter|contributor|correspondent|columnist|fellow|producer|author|writer)(?:-in-chief)?\b.*\b(?:of|at|for|with)\b/iu;

/** An article's opening: later sentences are not what it leads on. */
const OPENING_SENTENCES = 3;

interface OutletArticles {
  readonly outletId: string;
  readonly articles: readonly StoryArticle[];
  /** Those that are not copies. */
  readonly own: readonly StoryArticle[];
}

function groupByOutlet(index: StoryIndex): OutletArticles[] {
  const groups = new Map<string, StoryArticle[]>();
  for (const article of index.articles) {
    const { id } = article.source.outlet;
    groups.set(id, [...(groups.get(id) ?? []), article]);
  }
  const outlets = [...groups].map(([outletId, articles]) => ({
    outletId,
    articles,
    own: articles.filter((article) => !article.isCopy),
  }));
  return outlets.sort((a, b) => Number(b.own.length > 0) - Number(a.own.length > 0));
}

function leadsOn(
  index: StoryIndex,
  groups: readonly ClaimGroup[],
  article: StoryArticle,
  page: StoryPage,
): Statement | null {
  const position = index.articles.indexOf(article);
  const openings = groups
    .flatMap((group) =>
      group.sentences
        .filter((sentence) => sentence.article === position && sentence.order < OPENING_SENTENCES)
        .map((sentence) => ({ group, sentence })),
    )
    .sort((a, b) => a.sentence.order - b.sentence.order);
  const reports = openings.filter(({ sentence }) => sentence.role === 'main');
  for (const { group, sentence } of [...reports, ...openings]) {
    if (!isShowable(group, sentence, true) || ABOUT_WRITERS.test(sentence.text)) continue;
    const statement = toStatement(index, group, sentence);
    if (statement !== null && page.take(statement)) return statement;
  }
  return null;
}

/** The first fact of the matrix that the opening of an article states. */
function opensWith(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  matrix: FactMatrix,
  article: StoryArticle,
): string | null {
  const position = index.articles.indexOf(article);
  const opened = new Set(
    claims
      .filter(({ sentences }) =>
        sentences.some((one) => one.article === position && one.order < OPENING_SENTENCES),
      )
      .map(({ claim }) => claim.id),
  );
  return matrix.facts.find(({ id }) => opened.has(id))?.id ?? null;
}

function onlyHere(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  outletId: string,
  page: StoryPage,
): Statement[] {
  if (index.independentOutlets.length < 2) return [];
  const alone = claims.filter(
    ({ claim }) =>
      claim.outlets.length === 1 &&
      claim.outlets[0] === outletId &&
      claim.role !== 'anecdotal' &&
      claim.role !== 'none',
  );
  const statements: Statement[] = [];
  for (const group of byScore(alone, (one) => claimScore(index, one))) {
    if (statements.length >= MAX_ONLY_HERE) break;
    const statement = showClaim(index, page, group, ({ text }) => !ABOUT_WRITERS.test(text));
    if (statement !== null) statements.push(statement);
  }
  return statements;
}

/** Facts of the matrix that more than half of the other outlets carry, and two at least. */
function widelyCarried(matrix: FactMatrix, column: number): FactMatrix['facts'] {
  return matrix.facts.filter(({ cells }) => {
    const carrying = cells.filter((cell, i) => cell !== null && i !== column).length;
    return carrying >= 2 && carrying > (cells.length - 1) / 2;
  });
}

/**
 * With this share of a fact's words anywhere in an outlet's text the fact may be told there in several sentences: it is neither
 * carried nor left out, as far as can be told.
 */
const MAY_BE_TOLD = 0.6;

function mayTell(index: StoryIndex, group: ClaimGroup | undefined, outletId: string): boolean {
  const fact = group?.wordings[0];
  if (fact === undefined) return true;
  const words = new Set<number>();
  for (const sentence of index.sentences)
    if (outletOf(index, sentence) === outletId) for (const term of sentence.terms) words.add(term);
  const weight = (terms: readonly number[]): number =>
    terms.reduce((sum, term) => sum + (index.idf[term] ?? 0), 0);
  return weight(fact.terms.filter((term) => words.has(term))) >= MAY_BE_TOLD * fact.weight;
}

/** Which widely carried facts an outlet leaves out: no sentence of its own says a part of it, nor do several together. */
function carriedFacts(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  matrix: FactMatrix,
  outletId: string,
): { readonly leavesOut: string[]; readonly carried: NonNullable<OutletCoverage['carried']> } {
  const column = matrix.outlets.indexOf(outletId);
  if (column < 0) return { leavesOut: [], carried: { facts: 0, found: 0 } };
  const facts = widelyCarried(matrix, column);
  const has = ({ cells, partly }: FactMatrix['facts'][number]): boolean =>
    cells[column] !== null || (partly?.[column] ?? null) !== null;
  const leavesOut = facts
    .filter((fact) => !has(fact))
    .map(({ id }) => id)
    .filter(
      (id) =>
        !mayTell(
          index,
          claims.find(({ claim }) => claim.id === id),
          outletId,
        ),
    );
  const found = facts.filter(has).length;
  return { leavesOut, carried: { facts: found + leavesOut.length, found } };
}

/** Words of the outlet's own that judge; those inside quotations are the speaker's. */
function loadedWords(own: readonly StoryArticle[]): OutletCoverage['loadedWords'] {
  const words = new Map<string, OutletCoverage['loadedWords'][number]>();
  for (const { source } of own) {
    const { article, annotation } = source;
    const direct = annotation.quotes.filter((quote) => quote.kind !== 'indirect');
    for (const word of annotation.loadedWords) {
      const isSound = word.start >= 0 && word.start < word.end && word.end <= article.text.length;
      if (!isSound || direct.some((quote) => isInside(word, quote.content))) continue;
      const text = spanText(article.text, word);
      const key = text.toLowerCase();
      if (!words.has(key))
        words.set(key, { text, citation: { articleId: article.id, start: word.start, end: word.end } });
    }
  }
  return [...words.values()].slice(0, MAX_LOADED_WORDS);
}

/** The outlet that wrote the text which this one prints; null when it has text of its own. */
function reprints(index: StoryIndex, outlet: OutletArticles): string | null {
  if (outlet.own.length > 0) return null;
  for (const copy of outlet.articles) {
    const original = index.articles.find((one) => one.source.article.id === copy.source.copyOf);
    const id = original?.source.outlet.id;
    if (id !== undefined && id !== outlet.outletId) return id;
  }
  return null;
}

/** How each outlet covers the story, with proof; those that wrote their own text first, by time of first report. */
export function outletCoverage(
  index: StoryIndex,
  ledger: Ledger,
  claims: readonly ClaimGroup[],
  matrix: FactMatrix,
  page: StoryPage,
): OutletCoverage[] {
  const preferences = wordPreferences(index);
  return groupByOutlet(index).flatMap((outlet) => {
    const { outletId, own } = outlet;
    const isOwn = own.length > 0;
    const shown = isOwn ? own : outlet.articles;
    const newest = shown.at(-1);
    if (newest === undefined) return [];
    const headline = cleanHeadline(newest.source.article.title, newest.source.outlet.name);
    return [
      {
        outletId,
        articleIds: outlet.articles.map((article) => article.source.article.id),
        headline,
        headlineArticleId: newest.source.article.id,
        angle: isOwn ? headlineAngle(index, outletId, headline) : { shared: [], own: [] },
        opensWith: isOwn ? opensWith(index, claims, matrix, newest) : null,
        leadsOn: isOwn ? leadsOn(index, claims, newest, page) : null,
        onlyHere: isOwn ? onlyHere(index, claims, outletId, page) : [],
        ...carriedFacts(index, claims, matrix, outletId),
        quotes: quotedPeople(ledger.quotes, own),
        notQuoted: isOwn ? notQuoted(index, ledger.quotes, outletId, own) : [],
        prefers: preferences.get(outletId) ?? null,
        loadedWords: loadedWords(own),
        tone: outletTone(own),
        reprints: reprints(index, outlet),
      },
    ];
  });
}
