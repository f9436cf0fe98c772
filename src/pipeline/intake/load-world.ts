import { AppError } from '../../core/app-error.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import type { Store } from '../../store/store.ts';
import { saveIdentifiedTopics } from '../../store/topic-identity.ts';
import { parseWorld, worldVersion } from '../../topics/parse-world.ts';

const SETTING = 'topics.world';

/**
 * Fills the base with the countries, cities, languages and currencies that come with the program, once for each version of them, in one
 * transaction. What an import knows of the same places stays. Returns how many there are, or 0 when the base had them.
 * @throws AppError `topics/bad-row` when the installation is damaged.
 */
export async function loadWorld(store: Store, text: string): Promise<number> {
  const version = worldVersion(text);
  if (version !== null && (await readSetting(store.db, SETTING)) === version) return 0;
  const world = parseWorld(text);
  if (!world.ok) throw new AppError(world.error.code, world.error.message);
  await store.db.transaction().execute(async (db) => {
    await saveIdentifiedTopics(db, world.value.topics, 'complete');
    await writeSetting(db, SETTING, world.value.version);
  });
  return world.value.topics.length;
}
