import type { MentionType } from '../core/annotation.ts';
import { chunks, type Db } from './store.ts';

/** Alias keys out of `keys` that the knowledge base holds, each with the title and type of what it mostly means. */
export async function knownNames(
  db: Db,
  keys: readonly string[],
): Promise<{ key: string; title: string; type: MentionType }[]> {
  const best = new Map<string, { key: string; title: string; type: MentionType; weight: number }>();
  for (const chunk of chunks([...new Set(keys)], 1000)) {
    const rows = await db
      .selectFrom('topicAliases')
      .innerJoin('topics', 'topics.id', 'topicAliases.topicId')
      .select(['topicAliases.key', 'topicAliases.weight', 'topics.title', 'topics.type'])
      .where('topicAliases.key', 'in', chunk)
      .where('topics.origin', '=', 'base')
      .orderBy('topics.id')
      .execute();
    for (const { key, weight, title, type } of rows) {
      const known = best.get(key);
      if (known === undefined || known.weight < weight)
        best.set(key, { key, title, type: type as MentionType, weight });
    }
  }
  return [...best.values()].map(({ key, title, type }) => ({ key, title, type }));
}
