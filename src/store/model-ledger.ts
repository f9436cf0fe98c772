import type { ModelAnswers, ModelLedger, ModelUse, UseAccount } from '../core/language-model.ts';
import type { Db, Store } from './store.ts';

/** Answers of a language model, kept in the store. */
export function modelAnswers(db: Db): ModelAnswers {
  return {
    async get(key) {
      const row = await db
        .selectFrom('modelAnswers')
        .select('answer')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.answer ?? null;
    },
    async put(key, answer, answeredAt) {
      await db
        .insertInto('modelAnswers')
        .values({ key, answer, answeredAt })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ answer, answeredAt }))
        .execute();
    },
  };
}

/**
 * The account of what models are used for. Limits hold over all models of a day. Processes that book at the same moment may pass a
 * limit by the calls they are about to make, not more.
 */
export function modelLedger({ db }: Store): ModelLedger {
  return {
    book: (account, estimate, { dailyTokens, dailyMoney }) =>
      db.transaction().execute(async (transaction) => {
        const used = await useOfDay(transaction, account.day);
        const tokens = used.tokensIn + used.tokensOut + estimate.tokensIn + estimate.tokensOut;
        if (tokens > dailyTokens) return false;
        if (dailyMoney !== null && used.money + estimate.money > dailyMoney) return false;
        await add(transaction, account, estimate, { calls: 1, rejected: 0 });
        return true;
      }),
    correct: (account, change, rejected) =>
      add(db, account, change, { calls: 0, rejected: rejected ? 1 : 0 }),
  };
}

async function add(
  db: Db,
  { day, model, purpose }: UseAccount,
  { tokensIn, tokensOut, money }: ModelUse,
  { calls, rejected }: { readonly calls: number; readonly rejected: number },
): Promise<void> {
  await db
    .insertInto('modelUse')
    .values({ day, model, purpose, calls, rejected, tokensIn, tokensOut, money })
    .onConflict((conflict) =>
      conflict.columns(['day', 'model', 'purpose']).doUpdateSet((eb) => ({
        calls: eb('modelUse.calls', '+', calls),
        rejected: eb('modelUse.rejected', '+', rejected),
        tokensIn: eb('modelUse.tokensIn', '+', tokensIn),
        tokensOut: eb('modelUse.tokensOut', '+', tokensOut),
        money: eb('modelUse.money', '+', money),
      })),
    )
    .execute();
}

export interface ModelUseOfDay extends ModelUse {
  readonly calls: number;
  /** Answers that were of no use. */
  readonly rejected: number;
}

export interface ModelUseOfModel extends ModelUseOfDay {
  readonly model: string;
}

/** What each model was used for from a day on (ISO date, UTC). */
export async function useByModel(db: Db, since: string): Promise<ModelUseOfModel[]> {
  const rows = await db
    .selectFrom('modelUse')
    .select(({ fn }) => [
      'model',
      fn.sum('calls').as('calls'),
      fn.sum('rejected').as('rejected'),
      fn.sum('tokensIn').as('tokensIn'),
      fn.sum('tokensOut').as('tokensOut'),
      fn.sum('money').as('money'),
    ])
    .where('day', '>=', since)
    .groupBy('model')
    .orderBy('model')
    .execute();
  return rows.map(({ model, ...use }) => ({ model, ...numbers(use) }));
}

function numbers(row: Readonly<Record<keyof ModelUseOfDay, unknown>>): ModelUseOfDay {
  return {
    calls: Number(row.calls ?? 0),
    rejected: Number(row.rejected ?? 0),
    tokensIn: Number(row.tokensIn ?? 0),
    tokensOut: Number(row.tokensOut ?? 0),
    money: Number(row.money ?? 0),
  };
}

/** What all models were used for on a day (ISO date, UTC). */
export async function useOfDay(db: Db, day: string): Promise<ModelUseOfDay> {
  const row = await db
    .selectFrom('modelUse')
    .select(({ fn }) => [
      fn.sum('calls').as('calls'),
      fn.sum('rejected').as('rejected'),
      fn.sum('tokensIn').as('tokensIn'),
      fn.sum('tokensOut').as('tokensOut'),
      fn.sum('money').as('money'),
    ])
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  return numbers(row);
}
