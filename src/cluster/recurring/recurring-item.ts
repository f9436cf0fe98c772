import type { RecurringKind } from '../../core/recurring.ts';
import { TITLE_SHAPES } from './title-shapes.ts';

export interface ItemText {
  readonly title: string;
  readonly text: string;
}

/** What a text says of itself that no report does: found `least` times in its first `within` characters. */
interface TextShape {
  readonly kind: RecurringKind;
  readonly pattern: RegExp;
  readonly least: number;
  readonly within: number;
}

const TEXT_SHAPES: readonly TextShape[] = [
  { kind: 'puzzle', pattern: /\b\d+ (?:across|down)\b/gi, least: 3, within: 6_000 },
  {
    kind: 'horoscope',
    pattern:
      /^\W*(?:aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)\b/gim,
    least: 6,
    within: 6_000,
  },
  {
    // Only at the head: many reports end with an invitation to the outlet's newsletter.
    kind: 'newsletter',
    pattern:
      /\b(?:good (?:morning|afternoon|evening)[,.!:]|(?:this|our|today['’]s|the) (?:newsletter|briefing)\b|sign up (?:here|to (?:get|receive))|here['’]s what (?:you need to know|we['’]re (?:watching|reading)))/gi,
    least: 2,
    within: 500,
  },
  { kind: 'quiz', pattern: /^\W*[a-d][.)] \S.{0,80}$/gim, least: 8, within: 6_000 },
];

/** The kind of recurring item that an article is by the shape of its title or of its text; null for a report. */
export function recurringKind({ title, text }: ItemText): RecurringKind | null {
  const plain = title.normalize('NFC').trim();
  for (const { kind, pattern } of TITLE_SHAPES) if (pattern.test(plain)) return kind;
  for (const { kind, pattern, least, within } of TEXT_SHAPES)
    if ((text.slice(0, within).match(pattern)?.length ?? 0) >= least) return kind;
  return null;
}
