import { isOpenPolicy, OPEN_POLICY, type SourcePolicy } from '../core/source-policy.ts';
import { forgetSetting, readSetting, writeSetting } from './settings.ts';
import type { Db } from './store.ts';

const NAME = 'source-policy';

/** The policy that every page of the site is made under; open when none was set. */
export async function sitePolicy(db: Db): Promise<SourcePolicy> {
  const text = await readSetting(db, NAME);
  return text === null ? OPEN_POLICY : (JSON.parse(text) as SourcePolicy);
}

/** Sets the policy of the site and marks every story to be briefed anew. Returns how many that are. */
export async function saveSitePolicy(db: Db, policy: SourcePolicy): Promise<number> {
  if (isOpenPolicy(policy)) await forgetSetting(db, NAME);
  else await writeSetting(db, NAME, JSON.stringify(policy));
  const marked = await db.updateTable('stories').set({ briefedBy: 0 }).executeTakeFirst();
  return Number(marked.numUpdatedRows);
}
