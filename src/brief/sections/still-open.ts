import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What an older report did not know the newer ones mostly tell. */
const OPEN_FOR_MS = 1.5 * DAY_MS;
/** What was foretold so long before the newest report has come by then, or has not. */
const FORETOLD_FOR_MS = 2.5 * DAY_MS;

/** True when a sentence says that something is not known, in a report and not long before the story's newest one. */
export function leavesOpen(index: StoryIndex, sentence: StorySentence): boolean {
  const at = index.articles[sentence.article]?.source.article.publishedAt ?? 0;
  return (
    !sentence.isOpinion &&
    !sentence.isDatedEarlier &&
    at >= index.asOf - OPEN_FOR_MS &&
    sentence.traits.has('namesUnknown')
  );
}

/** True when all days that a sentence names are over by the story's newest report: what it foretells of them has come or not. */
export function isDayOver(index: StoryIndex, sentence: StorySentence): boolean {
  const source = index.articles[sentence.article]?.source;
  if (source === undefined || source.article.publishedAt > index.asOf - DAY_MS) return false;
  const days = source.annotation.dates.filter(
    ({ start, precision }) =>
      start >= sentence.start && start < sentence.end && (precision === 'day' || precision === 'minute'),
  );
  return days.length > 0 && days.every(({ at }) => at + DAY_MS <= index.asOf);
}

/** True when what a sentence foretells can still come: it is of the newest reports, or names a day after them. */
export function stillAhead(index: StoryIndex, sentence: StorySentence): boolean {
  const source = index.articles[sentence.article]?.source;
  if (source === undefined || source.article.publishedAt >= index.asOf - FORETOLD_FOR_MS) return true;
  return source.annotation.dates.some(
    ({ at, start }) => start >= sentence.start && start < sentence.end && at > index.asOf,
  );
}

/** That something is not known is nobody's opinion, whatever the sentence was taken for: it needs no holder. */
export function asReport(group: ClaimGroup): ClaimGroup {
  const plain = (sentence: StorySentence): StorySentence => ({
    ...sentence,
    role: 'current-context',
    holder: null,
  });
  return {
    claim: { ...group.claim, role: 'current-context' },
    sentences: group.sentences.map(plain),
    wordings: group.wordings.map(plain),
  };
}

/** "His talks with Varga, the mayor who will retire in May, …": what is beside the sentence does not foretell. */
export function withoutAside(text: string): string {
  return text.replace(/,\s(?:(?:the|an?)\s[^,]*?\s)?(?:which|who|where|whose)\s[^,]*(?=,|$)/g, ' ');
}

const ONCE_EXPECTED =
  /\b(?:originally|initially|president-elect|must (?:fear|know|hope)|at first|on the campaign trail|during the campaign|as a candidate|seemed to change|(?:in|of) (?:19|20)\d\d|(?:was|were) (?:set|expected|due|scheduled|going|supposed) to|had (?:\w+ )?(?:expressed|indicated|suggested|signal?led|predicted|expected|forecast|planned|hoped|vowed|promised|been expected)|for (?:months|weeks|years)|(?:could|would|might|may) have|despite\b.*\bwould|speculation|(?:predicted|projected)\b(?!.*\bwill\b)|(?:did|has)(?:n['’]t| not| never) (?:happen(?:ed)?|materiali[sz]ed?|come)|never (?:came|happened|materiali[sz]ed)|turned out|prove[dn]? wrong)\b/i;

/** True when a sentence tells what somebody once expected of what has come since, or has not. */
export function wasOnceExpected(text: string): boolean {
  return ONCE_EXPECTED.test(text);
}
