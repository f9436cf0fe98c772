import type { BehindGroup, Briefing, Statement } from '../../core/briefing.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { ABOUT_THE_PIECE, speaksOfOneself, tellsOpenState } from '../sentence-quality.ts';
import { contentStems, stemOverlap } from '../sentence-words.ts';
import { showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { givesReason, reasonedFor } from './cause-cues.ts';
import { byScore, claimScore } from './claim-score.ts';
import { isOnSubject } from './question-words.ts';
import { asReport, isDayOver, leavesOpen, stillAhead, wasOnceExpected, withoutAside } from './still-open.ts';
import { startsWithView } from './view-cues.ts';

interface GroupRule {
  readonly group: BehindGroup;
  readonly limit: number;
  /** How well a claim fits the group; 0 or less means that it does not. */
  fit(claim: ClaimGroup, index: StoryIndex): number;
}

/** Why somebody would not be named is no reason for the news. */
const OF_SOURCES = /\b(?:condition of anonymity|authori[sz]ed to (?:speak|discuss|comment))\b/i;

/** "… a hearing that sparked protests": what the clause brought about is beside the sentence. */
const EFFECT_OF_CLAUSE =
  /\b(?:that|which|who)\s(?:\p{Ll}+ly\s)?(?:led|prompted|triggered|sparked|caused|resulted|set off|forced)\b/u;

/** A cause must be named: that a sentence describes the setting does not say why the event comes now. */
function fitWhyNow(claim: ClaimGroup, index: StoryIndex): number {
  const { role } = claim.claim;
  if (role !== 'current-context' && role !== 'previous-event' && role !== 'main') return 0;
  const [wording] = claim.wordings;
  if (wording === undefined) return 0;
  const { text, traits } = wording;
  if (OF_SOURCES.test(text)) return 0;
  const tellsEffect = role === 'previous-event' && traits.has('namesEffect') && !EFFECT_OF_CLAUSE.test(text);
  const isOwn = traits.has('namesReason') && isOnSubject(index, reasonedFor(text));
  if (!isOwn && !tellsEffect) return 0;
  if (role === 'main') return givesReason(text) ? 1 : 0;
  if (traits.has('namesReason')) return 2;
  return tellsEffect ? 1 : 0;
}

/** What stands further from the centre is at stake in, or follows from, something else. */
const LEAST_CENTRALITY = 0.1;

function fitAtStake(claim: ClaimGroup): number {
  const { role, centrality } = claim.claim;
  if (centrality < LEAST_CENTRALITY) return 0;
  if (role !== 'consequence' && role !== 'current-context' && role !== 'main') return 0;
  const traits = claim.wordings[0]?.traits;
  if (traits?.has('namesStakes')) return role === 'consequence' ? 2 : 1;
  return role === 'consequence' && traits?.has('namesEffect') ? 2 : 0;
}

/** Said to come. */
const TO_COME =
  /\b(?:will|would|could|may|might|shall|going to|plans to|planning to|vow(?:s|ed)? to|pledge[sd]? to|promise[sd]? to|set to|expect(?:s|ed|ing)? (?:to|that|the|a|\p{L}+ to)|likely|next (?:week|month|year|step|day)|in the coming)\b|['’]ll\b/iu;

function fitToCome({ claim, wordings }: ClaimGroup): number {
  const [wording] = wordings;
  if (wording === undefined || claim.role !== 'expectation' || claim.centrality < LEAST_CENTRALITY) return 0;
  const { text, traits } = wording;
  if (DECLINES.test(text) || speaksOfOneself(text)) return 0;
  return TO_COME.test(withoutAside(text)) && traits.has('namesForecaster') && !wasOnceExpected(text) ? 1 : 0;
}

/** Who will not foresee anything does not. */
const DECLINES = /\b(?:declin|refus)(?:ed|es|ing)? to (?:forecast|predict|say|speculate|guess|comment)\b/i;

/** "Thank you very much, no" is no view of anything. */
const LEAST_VIEW_WORDS = 12;

function fitViews({ claim, wordings }: ClaimGroup): number {
  const [wording] = wordings;
  if (wording === undefined || claim.role === 'expectation') return 0;
  if (wording.words.length < LEAST_VIEW_WORDS) return 0;
  if (claim.role !== 'evaluation' && !wording.mostlyQuote) return 0;
  const text = wording.text.trim();
  if (/\?["”’]*(?:,? [^"“”]*)?$/.test(text) || speaksOfOneself(text)) return 0;
  const isView =
    claim.role === 'evaluation' && wording.traits.has('holdsView') && startsWithView(text, wording.holder);
  return (isView ? 1 : 0) + (wording.mostlyQuote ? 2 : 0);
}

function fitUnknown({ claim, wordings }: ClaimGroup, index: StoryIndex): number {
  return claim.role !== 'historical' &&
    claim.role !== 'anecdotal' &&
    wordings.some((sentence) => leavesOpen(index, sentence))
    ? 1
    : 0;
}

const RULES: readonly GroupRule[] = [
  { group: 'why-now', limit: 3, fit: fitWhyNow },
  { group: 'at-stake', limit: 2, fit: fitAtStake },
  { group: 'what-could-follow', limit: 3, fit: fitToCome },
  { group: 'unknown', limit: 3, fit: fitUnknown },
  { group: 'views', limit: 3, fit: fitViews },
];
/** Few sentences say what is not known: they are chosen before another group can take them. */
const FILLED_FIRST: BehindGroup = 'unknown';

/** Each person is heard once before anyone is heard again. */
function speakerKey(statement: Statement): string | null {
  return statement.by === null ? null : (normaliseName(statement.by.name).split(' ').at(-1) ?? null);
}

function canStillCome(index: StoryIndex, sentence: StorySentence): boolean {
  return !isDayOver(index, sentence) && stillAhead(index, sentence);
}

/** Which sentences of a fitting claim may be shown in a group: held ones by somebody who has not been heard in it yet. */
function fitsGroup(
  index: StoryIndex,
  group: BehindGroup,
  sentence: StorySentence,
  heard: ReadonlySet<string>,
): boolean {
  if (group === 'unknown')
    return leavesOpen(index, sentence) && !sentence.mostlyQuote && !sentence.insideQuote;
  if (ABOUT_THE_PIECE.test(sentence.text)) return false;
  if (group !== 'what-could-follow' && group !== 'views')
    return (
      !sentence.isOpinion &&
      sentence.loadedWords === 0 &&
      !sentence.mostlyQuote &&
      !sentence.insideQuote &&
      sentence.traits.has('isPlainReport') &&
      !(group === 'at-stake' && tellsOpenState(sentence.text)) &&
      !(group === 'why-now' && sentence.earliest < index.firstAt - LONG_AGO_MS)
    );
  // What somebody expected or thought years ago is background.
  if (sentence.isDatedEarlier) return false;
  // What the writer of an opinion piece thinks is not the view of those he names in passing.
  if (sentence.isOpinion && !isOfItsSubject(sentence)) return false;
  if (group === 'what-could-follow' && !canStillCome(index, sentence)) return false;
  const key = sentence.holder === null ? null : normaliseName(sentence.holder).split(' ').at(-1);
  return key !== null && key !== undefined && !heard.has(key);
}

/** How near its start a sentence names whom it is about. */
const SUBJECT_WITHIN = 40;

/** True when a sentence says of somebody whom it opens with what he says or expects. */
function isOfItsSubject({ speech, isHolderNamed, holder, text }: StorySentence): boolean {
  const surname = holder?.split(' ').at(-1) ?? '';
  return isHolderNamed && (speech || text.slice(0, SUBJECT_WITHIN).includes(surname));
}

/** What happened a year before is no reason why something comes now. */
const LONG_AGO_MS = 365 * 24 * 60 * 60 * 1000;

/** What shares so much of its words with a sentence of "What's happened" tells it again. */
const TOLD_SHARE = 0.6;

function fillGroup(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  page: StoryPage,
  told: readonly ReadonlySet<string>[],
  { group, limit, fit: fitness }: GroupRule,
): Statement[] {
  const fitting = claims.filter((claim) => fitness(claim, index) > 0);
  const shown = group === 'unknown' ? fitting.map(asReport) : fitting;
  const heard = new Set<string>();
  const isTold = (sentence: StorySentence): boolean =>
    told.some((stems) => stemOverlap(sentence.stems, stems).contained >= TOLD_SHARE);
  const statements: Statement[] = [];
  for (const claim of byScore(shown, (one) => claimScore(index, one) + 0.5 * fitness(one, index), page)) {
    if (statements.length >= limit) break;
    const statement = showClaim(
      index,
      page,
      claim,
      (sentence) => fitsGroup(index, group, sentence, heard) && !isTold(sentence),
    );
    if (statement === null) continue;
    statements.push(statement);
    const key = speakerKey(statement);
    if (key !== null) heard.add(key);
  }
  return statements;
}

/**
 * "What's behind the headline?": why now, what is at stake, what could follow, what is unknown, and views. Forecasts and opinions only
 * with the name of who holds them; groups with nothing in them are left out.
 */
export function behindTheHeadline(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  page: StoryPage,
  happened: readonly Statement[],
): Briefing['sections']['behindTheHeadline'] {
  const told = happened.map(({ text }) => contentStems(text));
  const filled = new Map<BehindGroup, Statement[]>();
  for (const rule of [...RULES].sort(
    (a, b) => Number(b.group === FILLED_FIRST) - Number(a.group === FILLED_FIRST),
  ))
    filled.set(rule.group, fillGroup(index, claims, page.under('behindTheHeadline', rule.group), told, rule));
  return RULES.map(({ group }) => ({ group, statements: filled.get(group) ?? [] })).filter(
    ({ statements }) => statements.length > 0,
  );
}
