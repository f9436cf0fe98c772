import type { Command } from 'commander';
import { createApp } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import { failureCounts } from '../store/stage-runs.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { workRound } from './work-round.ts';

interface PollOptions extends CommonOptions {
  readonly all?: boolean;
  readonly allowPrivateHosts?: boolean;
}

/** `poll`: asks the feeds that are due, reads what is new, and ends when everything is briefed. */
export function pollCommand(program: Command): void {
  withCommonOptions(program.command('poll'))
    .description('poll every feed that is due, work until nothing is left, and exit')
    .option('--all', 'poll every feed, due or not')
    .option('--allow-private-hosts', 'let feeds and pages on loopback and private networks be read')
    .action(async (options: PollOptions) => {
      const allow = options.allowPrivateHosts ? 'on' : undefined;
      await using app = await createApp(configOf(options, { allowPrivateHosts: allow }), {
        logLevel: 'warn',
      });
      const before = await app.library.status();
      if (before.feeds === 0) {
        throw new AppError('poll/no-feeds', 'There are no feeds to poll.', {
          hint: 'Import some with "variorum import FILE.opml" or add one with "variorum add URL".',
          blame: 'user',
        });
      }
      await app.coordinator.begin('poll', options.all ? 'all' : 'due');
      await workRound(app);
      const after = await app.library.status();
      const failures = await failureCounts(app.store.db);
      const summary = {
        newArticles: after.articles - before.articles,
        articles: after.articles,
        stories: after.stories,
        failures,
      };
      if (options.json) return await emit(JSON.stringify(summary));
      say(`${summary.newArticles} new articles, ${summary.articles} in all, ${summary.stories} stories.`);
      for (const { stage, code, count } of failures) say(`${count} × ${stage}: ${code}`);
    });
}
