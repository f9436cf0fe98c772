import { statfs } from 'node:fs/promises';
import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import type { Config } from '../config.ts';
import { createSmtpTransport } from '../mail/smtp-transport.ts';
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
      const failingFeeds = await archive.store.db
        .selectFrom('feeds')
        .select(['url', 'failures', 'lastError'])
        .where('failures', '>', 0)
        .orderBy('failures', 'desc')
        .orderBy('url')
        .limit(20)
        .execute();
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
        ...status,
        newestAt: isoTime(status.newestAt),
        lastPolledAt: isoTime(status.lastPolledAt),
        failures,
        failingFeeds,
      };
      if (options.json) return await emit(JSON.stringify(report));
      for (const [name, value] of Object.entries(report)) {
        await emit(`${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
      }
    });
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
