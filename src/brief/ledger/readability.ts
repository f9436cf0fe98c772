import type { Mention, Sentence } from '../../core/annotation.ts';
import { leansBack, leansOnPronoun } from '../leans-back.ts';
import { isRunTogether } from '../run-together.ts';
import { standsAlone } from '../sentence-quality.ts';
import { datelineLength } from '../statement-text.ts';

function withoutDateline(text: string, block: number): string {
  return block === 0 ? text.slice(datelineLength(text)) : text;
}

/** What leans on the sentence before it, or is said by whoever that announces, is not read alone. */
const LEANING_SHARE = 0.5;

/** "The report had an entry on Holm:" announces somebody else's words, which stand without marks. */
function isAnnounced(fullText: string, { start }: Sentence): boolean {
  return /:\s*$/.test(fullText.slice(Math.max(0, start - 3), start));
}

/** True when "he" or "she" in a sentence goes back to somebody whom one before it names. */
export function goesBackToPerson(
  { start }: Sentence,
  text: string,
  fullText: string,
  mentions: readonly Mention[],
): boolean {
  if (fullText.slice(0, start).trim() === '') return false;
  const people = mentions.filter(({ type }) => type === 'person').map((mention) => mention.start - start);
  return leansOnPronoun(text, people);
}

/** How well a sentence can be read alone; not at all when the page's text ran it into another. */
export function readability(
  sentence: Sentence,
  text: string,
  fullText: string,
  words: readonly string[],
  mentions: readonly Mention[],
): number {
  if (isRunTogether(text, fullText)) return 0;
  const shown = withoutDateline(text.trim(), sentence.block);
  // Nothing stands before an opening but its headline, which the page of the story has too.
  const opens = fullText.slice(0, sentence.start).trim() === '';
  const leans = !opens && (leansBack(shown) || isAnnounced(fullText, sentence));
  return standsAlone(shown, words, mentions.length > 0) * (leans ? LEANING_SHARE : 1);
}
