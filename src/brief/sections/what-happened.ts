import type { Statement } from '../../core/briefing.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { plainness } from '../ledger/plainness.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { isPlainReport } from '../sentence-quality.ts';
import { contentStems, stemOverlap } from '../sentence-words.ts';
import { isShowable, showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore, echo, prominence, supportShare, titleNearness } from './claim-score.ts';
import { type FigureStates, figureStates } from './newest-state.ts';

/*
 * Weights and limits below: tuned on the allsides development stories on 2026-11-23 against their human summaries
 * (first 64 words, no stemming: ROUGE-1 .344 → .349, ROUGE-2 .149 → .154, ROUGE-L .248 → .254 by nearness to the
 * other outlets' openings and to shared title words; flat within .002 around these values).
 */
/** Times log2 of the number of outlets: what five of eight report outweighs what two of three do. */
const SUPPORT_WEIGHT = 1.6;
const ECHO_WEIGHT = 3;
const TITLE_WEIGHT = 2;
/** With fewer claims in words that do not judge than this, the others are used too: in small stories they carry the event (a limit of 2 costs .004 ROUGE-1). */
const MIN_NEUTRAL = 12;
const MAX_STATEMENTS = 4;
/** A further statement has at least this share of the first one's score. */
const MIN_SHARE_OF_BEST = 0.55;
/** Two statements of the section share less than this of the shorter one's words. */
const MAX_OVERLAP = 0.4;
/** Claims with this share of the best score may lead in its place when they are newer. */
const PEER_SHARE = 0.85;
/** Reports within half a day of each other are one state of the story. */
const STATE_MS = 12 * 60 * 60 * 1000;

function roleBonus(group: ClaimGroup): number {
  if (group.claim.role === 'main') return 0.5;
  if (group.claim.role === 'evaluation' || group.claim.role === 'expectation') return -0.6;
  return group.claim.role === 'consequence' ? 0.2 : -0.1;
}

/** A toll as it stands now counts as carried by all who report on it, and more. */
const NEWEST_STATE_BONUS = 0.5;

function best(group: ClaimGroup, measure: (sentence: StorySentence) => number): number {
  return group.wordings.reduce((top, sentence) => Math.max(top, measure(sentence)), 0);
}

function eventScore(index: StoryIndex, states: FigureStates, group: ClaimGroup): number {
  const range = index.asOf - index.firstAt;
  const reporting = Math.max(0, ...group.sentences.map((sentence) => states.newest.get(sentence.id) ?? 0));
  const recency = range > STATE_MS ? (group.claim.firstAt - index.firstAt) / range : 0;
  return (
    SUPPORT_WEIGHT *
      Math.log2(Math.max(2, index.independentOutlets.length)) *
      supportShare(index, group, reporting) +
    (reporting > 0 ? NEWEST_STATE_BONUS : 0) +
    group.claim.centrality +
    prominence(group) +
    ECHO_WEIGHT * best(group, (sentence) => echo(index, sentence)) +
    TITLE_WEIGHT * best(group, (sentence) => titleNearness(index, sentence)) +
    (group.wordings[0] === undefined ? 0 : plainness(index, group.wordings[0])) +
    roleBonus(group) +
    0.3 * recency +
    0.5 * (group.wordings[0]?.quality ?? 0)
  );
}

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
  const peers = ranked.filter(
    (group) =>
      score(group) >= PEER_SHARE * score(best) &&
      group.claim.outlets.length >= 0.6 * best.claim.outlets.length,
  );
  const mayLead = ({ claim }: ClaimGroup): boolean =>
    claim.outlets.length >= 2 ||
    (claim.role === 'main' && claim.centrality >= PEER_SHARE * best.claim.centrality);
  const stateOf = (group: ClaimGroup): number => Math.floor(group.claim.firstAt / STATE_MS);
  const newest = peers
    .filter(mayLead)
    .reduce((lead, group) => (stateOf(group) > stateOf(lead) ? group : lead), best);
  return [newest, ...ranked.filter((group) => group !== newest)];
}

function isReport(sentence: StorySentence): boolean {
  return !sentence.mostlyQuote && !sentence.insideQuote;
}

/** A report proper: from an article that is no opinion, in words that address or ask nobody. */
function isPlain(sentence: StorySentence): boolean {
  return isReport(sentence) && !sentence.isOpinion && isPlainReport(sentence.text);
}

interface Told {
  readonly statement: Statement;
  readonly group: ClaimGroup;
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
  readonly score: (group: ClaimGroup) => number;
}

function tell(
  { index, page, states, score }: Telling,
  claims: readonly ClaimGroup[],
  accepts: (sentence: StorySentence) => boolean,
): Told[] {
  const ranked = newestStateFirst(byScore(claims, score), score);
  const best = ranked.reduce((top, group) => Math.max(top, score(group)), 0);
  const told: Told[] = [];
  for (const group of ranked) {
    if (told.length >= MAX_STATEMENTS) break;
    if (told.length >= 2 && score(group) < MIN_SHARE_OF_BEST * best) break;
    const statesToll = told.some((one) => one.group.sentences.some(({ id }) => states.newest.has(id)));
    const isNew = (sentence: StorySentence): boolean =>
      !(statesToll && states.newest.has(sentence.id)) &&
      !states.superseded.has(sentence.id) &&
      told.every(({ stems }) => stemOverlap(sentence.stems, stems).contained < MAX_OVERLAP);
    const statement = showClaim(index, page, group, (sentence) => accepts(sentence) && isNew(sentence));
    if (statement !== null) told.push({ statement, group, stems: contentStems(statement.text) });
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
  const telling = { index, page, states, score: (group: ClaimGroup) => eventScore(index, states, group) };
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
