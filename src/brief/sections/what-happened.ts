import type { Statement } from '../../core/briefing.ts';
import { completedNames } from '../completed-names.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { sourceWeight } from '../ledger/policy-weights.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { isPlainReport, speculates, tellsAhead, wordCount } from '../sentence-quality.ts';
import { contentStems, stemOverlap } from '../sentence-words.ts';
import { isShowable, showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore } from './claim-score.ts';
import { createEventScore, type EventScore, STATE_MS } from './event-score.ts';
import { type FigureStates, figureStates } from './newest-state.ts';
import { NOTHING_TOLD } from './word-salience.ts';

/** With fewer claims in words that do not judge than this, the others are used too: in small stories they carry the event (a limit of 2 costs .004 ROUGE-1). */
const MIN_NEUTRAL = 12;
const MAX_STATEMENTS = 4;
/** One sentence is a line, and no section; 1 gains .001 ROUGE-L on leads. */
const MIN_STATEMENTS = 2;
/** After the second, a statement has to add to what a summary is expected to hold. */
const MIN_GAIN = 0.005;
/** Two statements of the section share less than this of the shorter one's words. */
const MAX_OVERLAP = 0.5;
/** With so many words the section is full: a glance, and the length of the human summaries. */
const FULL_WORDS = 90;
/** An event with this share of the best claim's score, and of its outlets or nearness, may lead in its place when it is newer. */
const PEER_SHARE = 0.93;
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

/** With too little told of the event itself, what else an article opens with is told. */
function opensWithIt({ claim, sentences }: ClaimGroup): boolean {
  return (
    claim.role !== 'none' &&
    sentences.some((sentence) => sentence.order < OPENING_SENTENCES && !sentence.isDatedEarlier)
  );
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

/** A report proper: from an article that is no opinion, in words that address or ask nobody and guess nothing. */
function isPlain(sentence: StorySentence): boolean {
  return (
    isReport(sentence) && !sentence.isOpinion && isPlainReport(sentence.text) && !speculates(sentence.text)
  );
}

/** What an older report says will come, with no day given or one that is past by now, has been overtaken. */
function isOvertaken(index: StoryIndex, sentence: StorySentence): boolean {
  const source = index.articles[sentence.article]?.source;
  if (source === undefined || source.article.publishedAt > index.asOf - STATE_MS) return false;
  const stillAhead = source.annotation.dates.some(
    ({ at, start }) => start >= sentence.start && start < sentence.end && at > index.asOf,
  );
  return !stillAhead && tellsAhead(sentence.text);
}

interface Told {
  readonly statement: Statement;
  readonly group: ClaimGroup;
  readonly sentence: StorySentence;
  readonly stems: ReadonlySet<string>;
}

function meanOrder(group: ClaimGroup): number {
  return (
    group.sentences.reduce((sum, sentence) => sum + sentence.order, 0) / Math.max(1, group.sentences.length)
  );
}

interface Telling {
  readonly index: StoryIndex;
  readonly page: StoryPage;
  readonly states: FigureStates;
  readonly score: EventScore;
}

/** The wording that a statement was made of. */
function shownSentence(
  index: StoryIndex,
  wordings: readonly StorySentence[],
  { citations: [{ articleId, start }] }: Statement,
): StorySentence {
  const shown = wordings.find(
    (one) =>
      index.articles[one.article]?.source.article.id === articleId && one.start <= start && start < one.end,
  );
  return shown ?? (wordings[0] as StorySentence);
}

/** What a section tells so far, to be told more of. */
function tell(
  { index, page, states, score }: Telling,
  claims: readonly ClaimGroup[],
  accepts: (sentence: StorySentence) => boolean,
  before: readonly Told[] = [],
): Told[] {
  const told = [...before];
  const isTold = (group: ClaimGroup): boolean => told.some((one) => one.group === group);
  const rest = new Set(
    newestStateFirst(byScore(claims, score.claim), score.claim).filter((one) => !isTold(one)),
  );
  let words = told.reduce((sum, { statement }) => sum + wordCount(statement.text), 0);
  let telling = told.reduce((sum, { sentence }) => score.add(sum, sentence), NOTHING_TOLD);
  while (rest.size > 0 && told.length < MAX_STATEMENTS && words < FULL_WORDS) {
    const worth = (group: ClaimGroup): number => score.beside(telling, group);
    const [first] = rest;
    if (first === undefined) break;
    const group =
      told.length === 0
        ? first
        : [...rest].reduce((top, one) => (worth(one) > worth(top) ? one : top), first);
    if (told.length >= MIN_STATEMENTS && score.gain(telling, group) < MIN_GAIN) break;
    rest.delete(group);
    const statesToll = told.some((one) => one.group.sentences.some(({ id }) => states.newest.has(id)));
    const isNew = (sentence: StorySentence): boolean =>
      !(statesToll && states.newest.has(sentence.id)) &&
      !states.superseded.has(sentence.id) &&
      !isOvertaken(index, sentence) &&
      told.every(({ stems }) => stemOverlap(sentence.stems, stems).contained < MAX_OVERLAP);
    const soFar = told.map(({ statement }) => statement.text).join('\n');
    const wording = (sentence: StorySentence): number =>
      score.sentence(sentence) + sourceWeight(index, sentence);
    const wordings = [...group.wordings].sort((a, b) => wording(b) - wording(a));
    const statement = showClaim(
      index,
      page,
      { ...group, wordings },
      (sentence) => accepts(sentence) && isNew(sentence),
      (sentence) => completedNames(index, sentence, soFar),
    );
    if (statement === null) continue;
    const sentence = shownSentence(index, wordings, statement);
    words += wordCount(statement.text);
    telling = score.add(telling, sentence);
    told.push({ statement, group, sentence, stems: contentStems(statement.text) });
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
  const filled =
    plain.length >= MIN_STATEMENTS ? plain : tell(telling, claims.filter(opensWithIt), isPlain, plain);
  const told =
    filled.length > 0
      ? filled
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
