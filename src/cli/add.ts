import type { Command } from 'commander';
import { createApp } from '../app.ts';
import { addAddress } from '../pipeline/intake/add-address.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { workRound } from './work-round.ts';

interface AddOptions extends CommonOptions {
  readonly allowPrivateHosts?: boolean;
}

const SOURCE_NAMES = {
  feed: 'Feed',
  'news-sitemap': 'News site map',
  'section-page': 'Page whose links are followed, as there is neither feed nor news site map',
} as const;

/** `add URL`: a feed, a site whose feeds are found, or a single article. */
export function addCommand(program: Command): void {
  withCommonOptions(program.command('add'))
    .description('add a feed, what a site or a section of it can be read from, or one article by its address')
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
      if (added.kind === 'article') return say(`The article ${added.url} is taken in.`);
      for (const { what, url: at } of added.found) say(`${SOURCE_NAMES[what]}: ${at}`);
      say(`${added.newFeeds} new source(s). "variorum poll" reads them.`);
    });
}
