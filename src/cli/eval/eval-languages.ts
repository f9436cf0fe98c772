import { createAnnotateTools } from '../../annotate/annotate-tools.ts';
import { detectLanguage } from '../../nlp/detect-language.ts';
import type { GoldLanguage } from './marked-gold.ts';
import { isTestRow, readGold } from './read-gold.ts';

/** Share of our own headlines and short texts whose language is told right, without a declared language to help. */
export async function evalLanguages(): Promise<Record<string, number>> {
  const { detector } = createAnnotateTools();
  const rows = readGold<GoldLanguage>('languages').map((row) => ({
    ...row,
    right: detectLanguage(row.text, null, detector) === row.language,
  }));
  const shareRight = (part: readonly { readonly right: boolean }[]): number =>
    part.filter(({ right }) => right).length / part.length;
  const figures: Record<string, number> = {
    'dev.accuracy': shareRight(rows.filter(({ id }) => !isTestRow(id))),
    'test.accuracy': shareRight(rows.filter(({ id }) => isTestRow(id))),
  };
  for (const language of new Set(rows.map((row) => row.language)))
    figures[`${language}.accuracy`] = shareRight(rows.filter((row) => row.language === language));
  return figures;
}
