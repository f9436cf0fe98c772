import type { FactMatrix, OutletCoverage, Statement } from '../../core/briefing.ts';
import type { Ledger } from '../../core/ledger.ts';
import { isInside, spanText } from '../../core/span.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import {
  outletOf,
  type StoryArticle,
  type StoryIndex,
  type StorySentence,
} from '../ledger/story-sentence.ts';
import { isShowable, showClaim, toStatement } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore, claimScore } from './claim-score.ts';
import { cleanHeadline } from './headline.ts';
import { createHeadlineAngle } from './headline-angle.ts';
import { outletTone } from './outlet-tone.ts';
import { notQuoted, peopleQuoted, quotedPeople } from './quoted-people.ts';
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
    const known = groups.get(id);
    if (known === undefined) groups.set(id, [article]);
    else known.push(article);
  }
  const outlets = [...groups].map(([outletId, articles]) => ({
    outletId,
    articles,
    own: articles.filter((article) => !article.isCopy),
  }));
  return outlets.sort((a, b) => Number(b.own.length > 0) - Number(a.own.length > 0));
}

interface Opening {
  readonly group: ClaimGroup;
  readonly sentence: StorySentence;
}

/** What the outlets' cards look up, found once for all of them. */
interface Coverage {
  readonly index: StoryIndex;
  readonly matrix: FactMatrix;
  readonly claims: ReadonlyMap<string, ClaimGroup>;
  /** Per article, its first sentences with the claims they make, in the order of the claims. */
  readonly openings: ReadonlyMap<StoryArticle, readonly Opening[]>;
  /** Per outlet, claims that it alone makes, the best first. */
  readonly alone: ReadonlyMap<string, readonly ClaimGroup[]>;
  /** Per outlet, the terms of all its text. */
  readonly terms: ReadonlyMap<string, ReadonlySet<number>>;
}

function openingsOf(index: StoryIndex, claims: readonly ClaimGroup[]): Coverage['openings'] {
  const openings = new Map<StoryArticle, Opening[]>(index.articles.map((article) => [article, []]));
  for (const group of claims)
    for (const sentence of group.sentences) {
      const article = index.articles[sentence.article];
      if (article !== undefined && sentence.order < OPENING_SENTENCES)
        openings.get(article)?.push({ group, sentence });
    }
  return openings;
}

function toldAlone(index: StoryIndex, claims: readonly ClaimGroup[]): Coverage['alone'] {
  const alone = claims.filter(
    ({ claim }) => claim.outlets.length === 1 && claim.role !== 'anecdotal' && claim.role !== 'none',
  );
  const byOutlet = new Map<string, ClaimGroup[]>();
  for (const group of byScore(alone, (one) => claimScore(index, one))) {
    const outlet = group.claim.outlets[0] ?? '';
    const known = byOutlet.get(outlet);
    if (known === undefined) byOutlet.set(outlet, [group]);
    else known.push(group);
  }
  return byOutlet;
}

function termsByOutlet(index: StoryIndex): Coverage['terms'] {
  const terms = new Map<string, Set<number>>();
  for (const sentence of index.sentences) {
    const outlet = outletOf(index, sentence);
    const own = terms.get(outlet) ?? new Set<number>();
    for (const term of sentence.terms) own.add(term);
    terms.set(outlet, own);
  }
  return terms;
}

function leadsOn(
  { index, openings: all }: Coverage,
  article: StoryArticle,
  page: StoryPage,
): Statement | null {
  const openings = [...(all.get(article) ?? [])].sort((a, b) => a.sentence.order - b.sentence.order);
  const reports = openings.filter(({ sentence }) => sentence.role === 'main');
  for (const { group, sentence } of [...reports, ...openings]) {
    if (!isShowable(group, sentence, true) || ABOUT_WRITERS.test(sentence.text)) continue;
    const statement = toStatement(index, group, sentence);
    if (statement !== null && page.take(statement, { group, sentence })) return statement;
  }
  return null;
}

/** The first fact of the matrix that the opening of an article states. */
function opensWith({ openings, matrix }: Coverage, article: StoryArticle): string | null {
  const opened = new Set(openings.get(article)?.map(({ group }) => group.claim.id));
  return matrix.facts.find(({ id }) => opened.has(id))?.id ?? null;
}

function onlyHere({ index, alone }: Coverage, outletId: string, page: StoryPage): Statement[] {
  if (index.independentOutlets.length < 2) return [];
  const statements: Statement[] = [];
  for (const group of alone.get(outletId) ?? []) {
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

function mayTell({ index, claims, terms }: Coverage, claimId: string, outletId: string): boolean {
  const fact = claims.get(claimId)?.wordings[0];
  if (fact === undefined) return true;
  const told = fact.terms.filter((term) => terms.get(outletId)?.has(term));
  return told.reduce((sum, term) => sum + (index.idf[term] ?? 0), 0) >= MAY_BE_TOLD * fact.weight;
}

/** Which widely carried facts an outlet leaves out: no sentence of its own says a part of it, nor do several together. */
function carriedFacts(
  coverage: Coverage,
  outletId: string,
): { readonly leavesOut: string[]; readonly carried: NonNullable<OutletCoverage['carried']> } {
  const { matrix } = coverage;
  const column = matrix.outlets.indexOf(outletId);
  if (column < 0) return { leavesOut: [], carried: { facts: 0, found: 0 } };
  const facts = widelyCarried(matrix, column);
  const has = ({ cells, partly }: FactMatrix['facts'][number]): boolean =>
    cells[column] !== null || (partly?.[column] ?? null) !== null;
  const leavesOut = facts
    .filter((fact) => !has(fact))
    .map(({ id }) => id)
    .filter((id) => !mayTell(coverage, id, outletId));
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
  const people = peopleQuoted(index, ledger.quotes);
  const angleOf = createHeadlineAngle(index);
  const coverage: Coverage = {
    index,
    matrix,
    claims: new Map(claims.map((group) => [group.claim.id, group])),
    openings: openingsOf(index, claims),
    alone: toldAlone(index, claims),
    terms: termsByOutlet(index),
  };
  return groupByOutlet(index).flatMap((outlet) => {
    const { outletId, own } = outlet;
    const isOwn = own.length > 0;
    const shown = isOwn ? own : outlet.articles;
    const newest = shown.at(-1);
    if (newest === undefined) return [];
    const lead = page.under('papersSay', `what ${outletId} opens with`);
    const alone = page.under('papersSay', `what only ${outletId} reports`);
    const headline = cleanHeadline(newest.source.article.title, newest.source.outlet.name);
    return [
      {
        outletId,
        articleIds: outlet.articles.map((article) => article.source.article.id),
        headline,
        headlineArticleId: newest.source.article.id,
        angle: isOwn ? angleOf(outletId, headline) : { shared: [], own: [] },
        opensWith: isOwn ? opensWith(coverage, newest) : null,
        leadsOn: isOwn ? leadsOn(coverage, newest, lead) : null,
        onlyHere: isOwn ? onlyHere(coverage, outletId, alone) : [],
        ...carriedFacts(coverage, outletId),
        quotes: quotedPeople(ledger.quotes, own),
        notQuoted: isOwn ? notQuoted(people, outletId, own) : [],
        prefers: preferences.get(outletId) ?? null,
        loadedWords: loadedWords(own),
        tone: outletTone(own),
        reprints: reprints(index, outlet),
      },
    ];
  });
}
