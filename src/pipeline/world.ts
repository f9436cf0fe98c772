import type { OutletGroup } from '../core/blind-spot.ts';
import type { Clock } from '../core/clock.ts';
import type { KnowledgeBase } from '../core/knowledge-base.ts';
import type { LanguageModel } from '../core/language-model.ts';
import type { QuotationLimits } from '../core/quotation-limits.ts';
import type { HttpClient } from '../http/http-client.ts';
import { newestPublication } from '../store/articles.ts';
import { openRound } from '../store/rounds.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from './draft-story.ts';

/** What the `load` of a stage may touch. */
export interface World {
  readonly store: Store;
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Null when none may be asked, which is how it starts. */
  readonly knowledge: KnowledgeBase | null;
  /** Null when none may be asked, which is how it starts. */
  readonly model: LanguageModel | null;
  /** Writes sections of stories; absent or null when none may be asked. */
  readonly writer?: Writer | null;
  /** How much of one article is shown; null lifts the limit. */
  readonly quotationBudget: QuotationLimits | null;
  /** True when the newest article stands for now: history comes alive as it was. */
  readonly articleClock: boolean;
  /** Groups of outlets that the operator has set; absent means none. */
  readonly groups?: readonly OutletGroup[];
}

/**
 * The time that stands for "now" in everything a round stores: its start. A round that is continued after a crash
 * keeps it, so that the result is the same as without the crash.
 */
export async function roundTime(world: World): Promise<number> {
  if (world.articleClock) {
    const newest = await newestPublication(world.store.db);
    if (newest !== null) return newest;
  }
  const round = await openRound(world.store.db);
  return round?.startedAt ?? world.clock.now();
}

/**
 * "Now" of the news: the newest article or the round's time, whichever is earlier. An item dated in the future cannot
 * make all others old, and an archive looks as it did on its last day.
 */
export async function newsTime(world: World): Promise<number> {
  const newest = await newestPublication(world.store.db);
  const present = await roundTime(world);
  return newest === null ? present : Math.min(newest, present);
}
