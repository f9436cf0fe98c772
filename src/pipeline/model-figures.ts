import type { ModelFigures } from '../core/administration.ts';
import { useByModel } from '../store/model-ledger.ts';
import type { Db } from '../store/store.ts';
import { writingFigures } from '../store/writings.ts';

const COUNTED_MS = 30 * 86_400_000;

/** What each language model was used for in the last thirty days, and how what it wrote fared. */
export async function modelFigures(db: Db, now: number): Promise<ModelFigures[]> {
  const use = await useByModel(db, new Date(now - COUNTED_MS).toISOString().slice(0, 10));
  const written = await writingFigures(db);
  const names = [...new Set([...use, ...written].map(({ model }) => model))].sort();
  return names.map((model) => {
    const { calls, rejected, tokensIn, tokensOut, money } = use.find((one) => one.model === model) ?? NO_USE;
    const { versions, statements, refused, replaced } =
      written.find((one) => one.model === model) ?? NOTHING_WRITTEN;
    return {
      model,
      calls,
      rejected,
      tokensIn,
      tokensOut,
      money,
      versions,
      statements,
      refused,
      replaced,
    };
  });
}

const NO_USE = { calls: 0, rejected: 0, tokensIn: 0, tokensOut: 0, money: 0 };
const NOTHING_WRITTEN = { versions: 0, statements: 0, refused: 0, replaced: 0 };
