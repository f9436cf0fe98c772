import { once } from 'node:events';
import type { Command } from 'commander';
import { createApp } from '../app.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/** `worker`: works off the queue until stopped; any number of them, on any machine that reaches the database. */
export function workerCommand(program: Command): void {
  withCommonOptions(program.command('worker'))
    .description('work off the queue until stopped (the same as serve --roles=worker)')
    .option('--allow-private-hosts', 'let feeds and pages on loopback and private networks be read')
    .action(async (options: CommonOptions & { allowPrivateHosts?: boolean }) => {
      const allow = options.allowPrivateHosts ? 'on' : undefined;
      await using app = await createApp(configOf(options, { roles: 'worker', allowPrivateHosts: allow }));
      app.logger.info('working; stop with SIGTERM');
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    });
}
