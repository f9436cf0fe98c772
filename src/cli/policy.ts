import type { Command } from 'commander';
import { createApp, openArchive } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import { isOpenPolicy, OPEN_POLICY, parsePolicy, type SourcePolicy } from '../core/source-policy.ts';
import { policyText } from '../publish/format/policy.ts';
import { saveSitePolicy, sitePolicy } from '../store/source-policy.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { workRound } from './work-round.ts';

interface PolicyOptions extends CommonOptions {
  readonly hide?: readonly string[];
  readonly weigh?: readonly string[];
  readonly min?: string;
}

/** `policy show|set|clear`: which outlets the pages of the site are made from, and how many have to agree. */
export function policyCommand(program: Command): void {
  const policy = program.command('policy').description('the source policy of the site');
  withCommonOptions(policy.command('show', { isDefault: true }))
    .description('print the policy in effect')
    .action(async (options: CommonOptions) => {
      await using archive = await openArchive(configOf(options), { mustExist: true });
      await print(await sitePolicy(archive.store.db), options);
    });
  withCommonOptions(policy.command('set'))
    .description('set the policy as a whole and brief all stories anew')
    .option('--hide <outlet...>', 'domains that are left out')
    .option('--weigh <outlet:factor...>', 'how much an outlet counts beside the others, 0.1 to 10')
    .option('--min <number>', 'how many independent outlets have to carry a statement')
    .action(async (options: PolicyOptions) => {
      const parsed = parsePolicy(options);
      if (!parsed.ok) throw new AppError('policy/invalid', parsed.error, { blame: 'user' });
      await change(parsed.value, options);
    });
  withCommonOptions(policy.command('clear'))
    .description('let all sources count alike and brief all stories anew')
    .action((options: CommonOptions) => change(OPEN_POLICY, options));
}

async function print(policy: SourcePolicy, options: CommonOptions): Promise<void> {
  if (options.json) await emit(JSON.stringify(policy));
  else
    await emit(isOpenPolicy(policy) ? 'All sources count alike.' : policyText(policy, (id) => id).join('\n'));
}

async function change(policy: SourcePolicy, options: CommonOptions): Promise<void> {
  await using app = await createApp(configOf(options), { logLevel: 'warn', mustExist: true });
  const known = new Set((await app.library.outlets()).map(({ id }) => id));
  const unknown = [...policy.hide, ...Object.keys(policy.weights)].filter((id) => !known.has(id));
  if (unknown.length > 0) say(`variorum: not among the outlets so far: ${unknown.join(', ')}`);
  await saveSitePolicy(app.store.db, policy);
  await app.coordinator.begin('import', 'none');
  await workRound(app);
  await print(policy, options);
}
