import type { DateReference } from '../../core/annotation.ts';
import type { ClaimGroup } from './claims.ts';
import { isInCopy, type StoryIndex, type StorySentence } from './story-sentence.ts';
import type { SideSource, WorkingContradiction } from './working-contradiction.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dayOf(at: number): string {
  const day = new Date(at);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
}

/** The one day that a sentence names; null when it names none or several. */
function onlyDay(index: StoryIndex, sentence: StorySentence): DateReference | null {
  const dates = index.articles[sentence.article]?.source.annotation.dates ?? [];
  const own = dates.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const [first] = own;
  if (first === undefined || first.until !== undefined) return null;
  const isDay = own.every(
    ({ precision, at }) => precision === 'day' && Number.isFinite(at) && dayOf(at) === dayOf(first.at),
  );
  return isDay ? first : null;
}

/** Sentences of one claim by the day they name. */
function sidesOf(index: StoryIndex, group: ClaimGroup): Map<string, SideSource[]> {
  const sides = new Map<string, SideSource[]>();
  for (const sentence of group.wordings) {
    const date = isInCopy(index, sentence) || sentence.mostlyQuote ? null : onlyDay(index, sentence);
    if (date === null) continue;
    const day = dayOf(date.at);
    sides.set(day, [...(sides.get(day) ?? []), { sentence, focus: date }]);
  }
  return sides;
}

/** Claims that outlets place on different days. */
export function dayConflicts(index: StoryIndex, claims: readonly ClaimGroup[]): WorkingContradiction[] {
  return claims.flatMap((group) => {
    if (group.claim.outlets.length < 2) return [];
    const sides = [...sidesOf(index, group)].map(([label, sources]) => ({ label, sources }));
    return sides.length < 2 ? [] : [{ kind: 'time' as const, what: 'the day', sides }];
  });
}
