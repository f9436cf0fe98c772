import { statfs } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Archive, openArchive } from '../app.ts';
import type { Config } from '../config.ts';
import { createSmtpTransport } from '../mail/smtp-transport.ts';
import { byAttention, feedHealthSentence, feedHealthSums } from '../publish/format/feed-health.ts';
import { subscriptionCounts } from '../store/hub-subscriptions.ts';
import { failureCounts } from '../store/stage-runs.ts';
import { pendingMigrations } from '../store/store.ts';
import { emit } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { modelReport } from './try-model.ts';
import { VERSION } from './version.ts';

/** `doctor`: what is set, what is stored, and what went wrong lately; a configured language model is tried. */
export function doctorCommand(program: Command): void {
  withCommonOptions(program.command('doctor'))
    .description('print settings, contents and recent failures; try the language model, if one is configured')
    .action(async (options: CommonOptions) => {
      const config = configOf(options);
      await using archive = await openArchive(config);
      const status = await archive.library.status();
      const failures = await failureCounts(archive.store.db);
      const feeds = await feedStates(archive);
      const disk = config.database.kind === 'sqlite' ? await freeDisk(config.dataDir) : null;
      const report = {
        version: VERSION,
        node: process.version,
        // The address may hold a password.
        database: config.database.kind === 'sqlite' ? config.database.file : 'PostgreSQL (DATABASE_URL)',
        freeDiskGb: disk,
        pendingMigrations: await pendingMigrations(archive.store),
        contact: config.contact ?? 'not set: outlets cannot reach you (VARIORUM_CONTACT)',
        knowledge: config.knowledge?.kind ?? 'off: no knowledge base is asked (VARIORUM_KNOWLEDGE)',
        ...(await modelReport(archive)),
        mail: await mailState(config),
        hubs: await hubState(archive),
        ...status,
        newestAt: isoTime(status.newestAt),
        lastPolledAt: isoTime(status.lastPolledAt),
        failures,
        feedHealth: feeds.sums,
        feedsInTrouble: feeds.inTrouble,
      };
      if (options.json) return await emit(JSON.stringify(report));
      await print(report);
      await emit(feeds.sentence);
      for (const { outlet, url, health, advice } of feeds.inTrouble)
        await emit(`${outlet}, ${url}: ${health}. What you can do: ${advice}.`);
      if (feeds.unnamed > 0) await emit(`${feeds.unnamed} more feeds in trouble: see /sources of the site.`);
    });
}

/** One line per fact; feeds in trouble have lines of their own. */
async function print({
  feedsInTrouble: _,
  feedHealth: _sums,
  ...report
}: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, value] of Object.entries(report))
    await emit(`${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
}

/** Feeds named one by one, beyond their sums. */
const NAMED_FEEDS = 20;

/** How many feeds are in which condition, and those that need somebody's attention, in the words of the sources page. */
async function feedStates({ library, clock }: Archive) {
  const feeds = byAttention(await library.feeds(), clock.now());
  const { counts } = feedHealthSums(feeds.map(({ health }) => health));
  const troubled = feeds.filter(
    ({ health: { condition } }) => condition === 'gone' || condition === 'failing',
  );
  const inTrouble = troubled.slice(0, NAMED_FEEDS).map(({ feed, outlet, health }) => ({
    outlet: outlet.name,
    url: feed.url,
    health: health.words,
    advice: health.advice,
    lastError: feed.lastError,
  }));
  return {
    sums: Object.fromEntries(counts),
    sentence: feedHealthSentence(feeds.map(({ health }) => health)),
    inTrouble,
    unnamed: troubled.length - inTrouble.length,
  };
}

/** How many feeds tell what is new by themselves (W3C WebSub). */
async function hubState({ config, store, clock }: Archive): Promise<string> {
  if (config.callbackBase === null)
    return 'off: feeds are only polled (VARIORUM_BASE_URL is not set to an address that can be reached from elsewhere, or VARIORUM_WEBSUB is off)';
  const { told, offered } = await subscriptionCounts(store.db, clock.now());
  return `${told} feed(s) tell us of new articles at once; ${offered} more could, but are only polled`;
}

/** Whether mails can be handed in: the server is asked, nothing is sent. */
async function mailState({ mail }: Config): Promise<string> {
  if (mail === null) return 'off: no digests are sent (VARIORUM_SMTP_URL)';
  const transport = createSmtpTransport(mail.smtpUrl, mail.from);
  const problem = await transport.check();
  transport.close();
  return problem === null ? 'the server takes mail' : `the server does not take mail: ${problem}`;
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

async function freeDisk(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return Math.round((bavail * bsize) / 1e8) / 10;
}
