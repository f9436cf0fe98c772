import type { Statement } from '../../core/briefing.ts';
import { completedNames } from '../completed-names.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { sourceWeight } from '../ledger/policy-weights.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { givesVerdict, needsTheOneBefore, tellsOpenState, wordCount } from '../sentence-quality.ts';
import { contentStems, stemOverlap } from '../sentence-words.ts';
import { isShowable, showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore } from './claim-score.ts';
import { createEventScore, type EventScore, STATE_MS } from './event-score.ts';
import { type FigureStates, figureStates } from './newest-state.ts';
import { isDayOver } from './still-open.ts';
import { tellsEvent } from './told-event.ts';

/** With fewer claims in words that do not judge than this, the others are used too: in small stories they carry the event (a limit of 2 costs .004 ROUGE-1). */
const MIN_NEUTRAL = 12;
const MAX_STATEMENTS = 4;
/*
 * Limits below: chosen on the same stories as the weights of event-score.ts, 2026-11-24. MAX_OVERLAP .6 gains .003
 * ROUGE-1 on leads and tells one event twice; MIN_STATEMENTS 1 gains .01 ROUGE-L on full articles and leaves many
 * sections at one sentence; MAX_BELOW_BEST .45 gains .001 on leads and loses .003 on full articles.
 */
const MIN_STATEMENTS = 2;
/** After the second, a statement scores at most this much less than the first one, words that are told already counting against it. */
const MAX_BELOW_BEST = 0.35;
const REPETITION = 0.4;
/** Two statements of the section share less than this of the shorter one's words. */
const MAX_OVERLAP = 0.5;
/** Openings of two articles tell one event in other words: what they share is counted against them sooner. */
const MAX_LEAD_OVERLAP = 0.38;
/** With fewer outlets their openings are most of what is told of the event. */
const MANY_OUTLETS = 4;
/** With so many words the section is full: a glance, and the length of the human summaries. */
const FULL_WORDS = 90;
/** An event with this share of the best claim's score, and of its outlets or nearness, may lead in its place when it is newer. */
const PEER_SHARE = 0.8;
/** Opinion, forecast and background do not tell the event, unless an article opens with them. */
const NEVER_THE_EVENT = new Set(['evaluation', 'expectation', 'historical', 'anecdotal', 'none']);
/** What several articles, or one, tell within their first sentences is the event, whatever it was labelled. */
const OPENING_SENTENCES = 4;

function tellsTheEvent({ claim, sentences }: ClaimGroup): boolean {
  if (claim.role === 'main' || claim.role === 'consequence') return true;
  if (claim.role !== 'none' && sentences.some((sentence) => sentence.order === 0)) return true;
  if (NEVER_THE_EVENT.has(claim.role)) return false;
  return sentences.some((sentence) => sentence.order < OPENING_SENTENCES && !sentence.isDatedEarlier);
}

/** Among the best supported claims on the event itself the one with the newest first report leads. */
function newestStateFirst(
  ranked: readonly ClaimGroup[],
  score: (group: ClaimGroup) => number,
): readonly ClaimGroup[] {
  const [best] = ranked;
  if (best === undefined) return ranked;
  const mayLead = (group: ClaimGroup): boolean =>
    group.claim.role === 'main' &&
    score(group) >= PEER_SHARE * score(best) &&
    (group.claim.outlets.length >= PEER_SHARE * best.claim.outlets.length ||
      group.claim.centrality >= PEER_SHARE * best.claim.centrality);
  const stateOf = (group: ClaimGroup): number => Math.floor(group.claim.firstAt / STATE_MS);
  const newest = ranked
    .filter(mayLead)
    .reduce((lead, group) => (stateOf(group) > stateOf(lead) ? group : lead), best);
  return [newest, ...ranked.filter((group) => group !== newest)];
}

function isReport(sentence: StorySentence): boolean {
  return !sentence.mostlyQuote && !sentence.insideQuote;
}

/** "A parcel was also sent to …": beside another one. */
const ALSO_EARLY = /^(?:\S+\s){1,8}also\s/i;

/** A report proper: from an article that is no opinion, in words that address or ask nobody and guess nothing. */
function isPlain(sentence: StorySentence): boolean {
  return (
    isReport(sentence) &&
    !sentence.isOpinion &&
    sentence.traits.has('isPlainReport') &&
    !givesVerdict(sentence.text) &&
    !needsTheOneBefore(sentence.text, sentence.names.length > 0) &&
    !(sentence.holder === null && sentence.traits.has('speculates'))
  );
}

/** What an older report says will come, with no day given or one that is past by now, has been overtaken. */
function isOvertaken(index: StoryIndex, sentence: StorySentence): boolean {
  const source = index.articles[sentence.article]?.source;
  if (source === undefined || source.article.publishedAt > index.asOf - STATE_MS) return false;
  if (tellsOpenState(sentence.text)) return true;
  // "Voters go to the polls on Tuesday", of Tuesday morning.
  if (isDayOver(index, sentence) && !tellsEvent(sentence.text)) return true;
  if (!sentence.traits.has('tellsAhead')) return false;
  const stillAhead = source.annotation.dates.some(
    ({ at, start }) => start >= sentence.start && start < sentence.end && at > index.asOf,
  );
  return !stillAhead;
}

interface Told {
  readonly statement: Statement;
  readonly group: ClaimGroup;
  readonly stems: ReadonlySet<string>;
  /** Position of the article whose words it has. */
  readonly article: number;
}

function meanOrder(group: ClaimGroup): number {
  return (
    group.sentences.reduce((sum, sentence) => sum + sentence.order, 0) / Math.max(1, group.sentences.length)
  );
}

/** Behind a statement of its own article the reader knows of whom a sentence goes on to tell. */
function inContext({ wordings }: ClaimGroup, told: readonly Told[]): StorySentence[] {
  const articles = new Set(told.map(({ article }) => article));
  return wordings.map((one) =>
    one.goesBackToPerson && articles.has(one.article) ? { ...one, goesBackToPerson: false } : one,
  );
}

interface Telling {
  readonly index: StoryIndex;
  readonly page: StoryPage;
  readonly states: FigureStates;
  readonly score: EventScore;
}

function opens({ wordings }: ClaimGroup): boolean {
  return wordings.some(({ order }) => order === 0);
}

/** The share of a claim's words that the section tells already, taking the wording that would be shown. */
function repetition(group: ClaimGroup, told: readonly Told[]): number {
  const stems = group.wordings[0]?.stems ?? new Set<string>();
  return told.reduce((most, one) => Math.max(most, stemOverlap(stems, one.stems).contained), 0);
}

/** The first of those with the highest worth. */
function worthiest(
  groups: Iterable<ClaimGroup>,
  worth: (group: ClaimGroup) => number,
  first: ClaimGroup,
): ClaimGroup {
  let top = first;
  let most = worth(first);
  for (const group of groups) {
    const value = worth(group);
    if (!(value > most)) continue;
    top = group;
    most = value;
  }
  return top;
}

function tell(
  { index, page, states, score }: Telling,
  claims: readonly ClaimGroup[],
  accepts: (sentence: StorySentence) => boolean,
): Told[] {
  const hasManyLeads = index.independentOutlets.length >= MANY_OUTLETS;
  const rest = new Set(newestStateFirst(byScore(claims, score.claim, page), score.claim));
  const told: Told[] = [];
  let words = 0;
  let best = 0;
  while (rest.size > 0 && told.length < MAX_STATEMENTS && words < FULL_WORDS) {
    const wording = (sentence: StorySentence): number =>
      score.sentence(sentence) + sourceWeight(index, sentence);
    const worth = (group: ClaimGroup): number => score.claim(group) - REPETITION * repetition(group, told);
    const [first] = rest;
    if (first === undefined) break;
    const group = told.length === 0 ? first : worthiest(rest, worth, first);
    if (told.length >= MIN_STATEMENTS && worth(group) < best - MAX_BELOW_BEST) break;
    rest.delete(group);
    const statesToll = told.some((one) => one.group.sentences.some(({ id }) => states.newest.has(id)));
    const isNew = (sentence: StorySentence): boolean =>
      !(statesToll && states.newest.has(sentence.id)) &&
      !states.superseded.has(sentence.id) &&
      !isOvertaken(index, sentence) &&
      !(told.length === 0 && ALSO_EARLY.test(sentence.text)) &&
      told.every(
        ({ stems, group: other }) =>
          stemOverlap(sentence.stems, stems).contained <
          (hasManyLeads && sentence.order === 0 && opens(other) ? MAX_LEAD_OVERLAP : MAX_OVERLAP),
      );
    const soFar = told.map(({ statement }) => statement.text).join('\n');
    const statement = showClaim(
      index,
      page,
      { ...group, wordings: inContext(group, told).sort((a, b) => wording(b) - wording(a)) },
      (sentence) => accepts(sentence) && isNew(sentence),
      (sentence) => completedNames(index, sentence, soFar),
    );
    if (statement === null) continue;
    best = Math.max(best, score.claim(group));
    words += wordCount(statement.text);
    const article = index.articles.findIndex(
      ({ source }) => source.article.id === statement.citations[0].articleId,
    );
    told.push({ statement, group, stems: contentStems(statement.text), article });
  }
  return told;
}

/**
 * "What's happened": two to four statements of the event as most outlets report it, the newest state first, the
 * others in the order in which articles tell them. When no article reports an event, what they open with.
 */
export function whatHappened(
  index: StoryIndex,
  { claims, figures }: WorkingLedger,
  page: StoryPage,
): Statement[] {
  const states = figureStates(figures);
  const telling = { index, page, states, score: createEventScore(index, states) };
  const events = claims.filter((group) => tellsTheEvent(group) && group.wordings.some(isPlain));
  const isNeutral = (sentence: StorySentence): boolean => isPlain(sentence) && sentence.loadedWords === 0;
  const neutral = events.filter((group) =>
    group.wordings.some((sentence) => isNeutral(sentence) && isShowable(group, sentence)),
  );
  const plain = tell(telling, events, neutral.length >= MIN_NEUTRAL ? isNeutral : isPlain);
  const told =
    plain.length > 0
      ? plain
      : tell(
          telling,
          claims.filter(({ claim }) => claim.role !== 'none'),
          isReport,
        );
  const [first, ...rest] = told;
  if (first === undefined) return [];
  const inOrder = rest.sort((a, b) => meanOrder(a.group) - meanOrder(b.group));
  return [first, ...inOrder].map(({ statement }) => statement);
}
