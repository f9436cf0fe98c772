import { splitSentences } from '../../nlp/sentences.ts';
import type { GoldSentences } from './marked-gold.ts';
import { isTestRow, readGold } from './read-gold.ts';
import { type Score, setScore } from './scores.ts';

const keys = (spans: readonly (readonly [number, number])[]) => spans.map((span) => span.join('-'));

/** Exact sentence spans on our own hard sentences: of the development half, the test half and each language. */
export async function evalSentences(): Promise<Record<string, number>> {
  const rows = readGold<GoldSentences>('sentences');
  const scoreOf = (part: readonly GoldSentences[]): Score =>
    setScore(
      part.map(({ text, language, sentences }) => ({
        gold: keys(sentences),
        predicted: keys(splitSentences(text, language).map(({ start, end }) => [start, end])),
      })),
    );
  const test = rows.filter(({ id }) => isTestRow(id));
  const dev = rows.filter(({ id }) => !isTestRow(id));
  const figures: Record<string, number> = { 'dev.f1': scoreOf(dev).f1, 'test.f1': scoreOf(test).f1 };
  for (const language of new Set(rows.map((row) => row.language)))
    figures[`${language}.f1`] = scoreOf(rows.filter((row) => row.language === language)).f1;
  return figures;
}
