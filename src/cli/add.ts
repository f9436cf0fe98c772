import type { Command } from 'commander';
import { createApp } from '../app.ts';
import { addAddress } from '../pipeline/intake/add-address.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { workRound } from './work-round.ts';

interface AddOptions extends CommonOptions {
  readonly allowPrivateHosts?: boolean;
}

/** `add URL`: a feed, a site whose feeds are found, or a single article. */
export function addCommand(program: Command): void {
  withCommonOptions(program.command('add'))
    .description('add a feed, the feeds of a site, or one article by its address')
    .argument('<url>')
    .option('--allow-private-hosts', 'let addresses on loopback and private networks be read')
    .action(async (url: string, options: AddOptions) => {
      const allow = options.allowPrivateHosts ? 'on' : undefined;
      await using app = await createApp(configOf(options, { allowPrivateHosts: allow }), {
        logLevel: 'warn',
      });
      const added = await addAddress(app, url);
      if (added.kind === 'article') await workRound(app);
      if (options.json) return await emit(JSON.stringify(added));
      say(
        added.kind === 'article'
          ? `The article ${added.url} is taken in.`
          : `${added.newFeeds} new feed(s). "variorum poll" reads them.`,
      );
    });
}
