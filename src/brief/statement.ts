import type { Statement } from '../core/briefing.ts';
import type { Citation, LedgerArticle } from '../core/ledger.ts';
import type { Span } from '../core/span.ts';
import type { ClaimGroup } from './ledger/claims.ts';
import type { StoryIndex, StorySentence } from './ledger/story-sentence.ts';
import { goesOnInQuote, hasFiniteVerb, wordCount } from './sentence-quality.ts';
import { containsRun, quotedWords } from './sentence-words.ts';
import { type Addition, shownSpan, statementText } from './statement-text.ts';
import type { StoryPage } from './story-page.ts';

/** Below this a sentence cannot be understood without its neighbours. */
const MIN_QUALITY = 0.55;
/** An opening is shown as the article has it, even when it leans on the headline. */
const MIN_OPENING_QUALITY = 0.3;
const MIN_WORDS = 5;
const MAX_WORDS = 60;

/** Forecasts and opinions are somebody's: without a name they are not used. */
export function isHeld(sentence: StorySentence, role: Statement['kind']): boolean {
  const needsHolder =
    sentence.insideQuote ||
    sentence.mostlyQuote ||
    [role, sentence.role].some((one) => one === 'evaluation' || one === 'expectation');
  return !needsHolder || sentence.holder !== null;
}

function kindOf(group: ClaimGroup, sentence: StorySentence): Statement['kind'] {
  const { role } = group.claim;
  if (role === 'evaluation' || role === 'expectation') return role;
  return sentence.mostlyQuote || sentence.insideQuote ? 'quote' : role;
}

function compareCitations(a: Citation, b: Citation): number {
  if (a.articleId !== b.articleId) return a.articleId < b.articleId ? -1 : 1;
  return a.start - b.start;
}

/** Passages of other articles with the same words, and those that say it in words of their own: one an article. */
function otherPassages(
  index: StoryIndex,
  group: ClaimGroup,
  sentence: StorySentence,
  words: readonly string[],
): { readonly identical: Citation[]; readonly support: Citation[] } {
  const identical: Citation[] = [];
  const support: Citation[] = [];
  const cited = new Set([sentence.article]);
  for (const other of group.sentences) {
    if (cited.has(other.article)) continue;
    cited.add(other.article);
    const articleId = index.articles[other.article]?.source.article.id ?? '';
    const passage = { articleId, start: other.start, end: other.end };
    (containsRun(other.words, words) ? identical : support).push(passage);
  }
  return { identical: identical.sort(compareCitations), support: support.sort(compareCitations) };
}

/** A part of a sentence with dots where words were left out. */
function withEllipses(stored: string, whole: Span, part: Span): string {
  const words = stored.slice(part.start, part.end).replace(/\s+/g, ' ').trim();
  return `${part.start > whole.start ? '… ' : ''}${words}${part.end < whole.end ? ' …' : ''}`;
}

/** What is set in brackets into a sentence beside its day: the names it cuts short. */
export type AddTo = (sentence: StorySentence) => readonly Addition[];

/**
 * A statement from one sentence of a claim, or from `part` of it. Its text is made by deleting and bracketing only.
 * Null when nothing is left of the sentence.
 */
export function toStatement(
  index: StoryIndex,
  group: ClaimGroup,
  sentence: StorySentence,
  part?: Span,
  names: readonly Addition[] = [],
): Statement | null {
  const article = index.articles[sentence.article]?.source;
  if (article === undefined) return null;
  const { text: stored, id } = article.article;
  const opens = sentence.order === 0;
  const whole = shownSpan(stored, sentence, opens, article.article.title);
  const span = part ?? whole;
  const shown = statementText(
    stored,
    span,
    article.annotation.dates,
    article.article.publishedAt,
    sentence.insideQuote,
    names,
  );
  const text = part === undefined ? shown : withEllipses(stored, whole, part);
  const words = quotedWords(text);
  if (words.length === 0) return null;
  const { identical, support } = otherPassages(index, group, sentence, words);
  const kind = kindOf(group, sentence);
  const isOwnView = kind === 'evaluation' || kind === 'expectation' || kind === 'quote';
  // What an opinion piece tells is told by it, with its writer's choice of facts.
  const ownWriter =
    sentence.isOpinion && kind !== 'description'
      ? { name: writerOf(article), outletId: article.outlet.id }
      : null;
  const isSpoken = isOwnView || (sentence.speech && sentence.isHolderNamed);
  return {
    text,
    citations: [{ articleId: id, start: span.start, end: span.end }, ...identical],
    support,
    kind,
    by:
      isSpoken && sentence.holder !== null
        ? { name: sentence.holder, outletId: article.outlet.id }
        : ownWriter,
    outlets: group.claim.outlets,
  };
}

const ONE_NAME = /^(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]+$/u;

/** Who speaks in an article's own words: its writer where one is named, else the outlet. */
function writerOf({ article, outlet }: LedgerArticle): string {
  const byline = article.byline?.trim() ?? '';
  return ONE_NAME.test(byline) ? byline : outlet.name;
}

/** True when a sentence may be shown at all: it can be read alone and, when it needs a speaker, has one. */
export function isShowable(group: ClaimGroup, sentence: StorySentence, isOpening = false): boolean {
  const words = sentence.words.length;
  return (
    words >= MIN_WORDS &&
    words <= MAX_WORDS &&
    (sentence.insideQuote ? 2 : 1) * sentence.quality >= (isOpening ? MIN_OPENING_QUALITY : MIN_QUALITY) &&
    !sentence.goesBackToPerson &&
    !((sentence.insideQuote || sentence.mostlyQuote) && goesOnInQuote(sentence.text)) &&
    isHeld(sentence, group.claim.role)
  );
}

/**
 * Shows a claim in the first of its wordings that the page can take: new to it, within the quotation limits, and fit
 * to be read alone. `accepts` narrows the choice, `addTo` completes names. Null when no wording will do.
 */
export function showClaim(
  index: StoryIndex,
  page: StoryPage,
  group: ClaimGroup,
  accepts: (sentence: StorySentence) => boolean = () => true,
  addTo: AddTo = () => [],
): Statement | null {
  for (const sentence of group.wordings) {
    if (!isShowable(group, sentence)) {
      page.passed({ group, sentence }, 'not-fit-to-be-read-alone');
      continue;
    }
    if (!accepts(sentence)) {
      page.passed({ group, sentence }, 'not-of-this-rule');
      continue;
    }
    const statement = toStatement(index, group, sentence, undefined, addTo(sentence));
    if (statement !== null && page.take(statement, { group, sentence })) return statement;
  }
  return null;
}

/** Clauses that only add to a sentence: without them it says less, and nothing else. */
const ADDED_CLAUSE = /,\s(?:which|who|where|while|as|after|when|following|during|amid)\s/g;
/** Words that make what stands before them somebody's, or untrue. */
const QUALIFIES =
  /\b(?:said|says?|told|according|denied|den(?:y|ies)|claim\w*|alleg\w*|report\w*|if|unless|not|never)\b|n['’]t\b/i;
const MIN_PART_WORDS = 8;

/** The main clause of a sentence whose added clause qualifies nothing; null when there is none. */
function mainClause(text: string, whole: Span): Span | null {
  const shown = text.slice(whole.start, whole.end);
  for (const match of shown.matchAll(ADDED_CLAUSE)) {
    const [before, after] = [shown.slice(0, match.index), shown.slice(match.index)];
    if (wordCount(before) < MIN_PART_WORDS || !hasFiniteVerb(quotedWords(before))) continue;
    if (QUALIFIES.test(after) || /["“”]/.test(shown)) return null;
    return { start: whole.start, end: whole.start + match.index };
  }
  return null;
}

/** Shows a claim by the main clause of one of its wordings, for a claim whose sentences the page shows already. */
export function showMainClause(index: StoryIndex, page: StoryPage, group: ClaimGroup): Statement | null {
  for (const sentence of group.wordings) {
    const article = index.articles[sentence.article]?.source.article;
    if (article === undefined || !isShowable(group, sentence)) continue;
    const clause = mainClause(
      article.text,
      shownSpan(article.text, sentence, sentence.order === 0, article.title),
    );
    const statement = clause === null ? null : toStatement(index, group, sentence, clause);
    if (statement !== null && page.takePart(statement, { group, sentence })) return statement;
  }
  return null;
}
