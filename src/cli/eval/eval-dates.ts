import { createAnnotateTools } from '../../annotate/annotate-tools.ts';
import { findDates } from '../../annotate/find-dates.ts';
import { buildDocument, tagNothing } from '../../annotate/text-document.ts';
import type { GoldDates } from './marked-gold.ts';
import { isTestRow, readGold } from './read-gold.ts';
import { setScore } from './scores.ts';

/** One reference as a string that is equal when span, time, precision and end are. */
function key(start: number, end: number, at: string, precision: string, until: string | undefined): string {
  return `${start}-${end} ${at} ${precision} ${until ?? ''}`;
}

const iso = (at: number): string => new Date(at).toISOString();

/** Dated references on our own gold, exact in span, value and precision: the two halves and each language. */
export async function evalDates(): Promise<Record<string, number>> {
  const tools = createAnnotateTools();
  const rows = readGold<GoldDates>('dates').map(({ id, language, publishedAt, text, references }) => {
    const document = buildDocument(text, language, tagNothing);
    const found = findDates(document, Date.parse(publishedAt), tools.dateParser(language));
    return {
      id,
      language,
      gold: references.map((one) => key(one.start, one.end, one.at, one.precision, one.until)),
      predicted: found.map((one) =>
        key(
          one.start,
          one.end,
          iso(one.at),
          one.precision,
          one.until === undefined ? undefined : iso(one.until),
        ),
      ),
    };
  });
  const test = rows.filter(({ id }) => isTestRow(id));
  const dev = rows.filter(({ id }) => !isTestRow(id));
  const figures: Record<string, number> = { 'dev.f1': setScore(dev).f1, 'test.f1': setScore(test).f1 };
  for (const language of new Set(rows.map((row) => row.language)))
    figures[`${language}.f1`] = setScore(rows.filter((row) => row.language === language)).f1;
  return figures;
}
