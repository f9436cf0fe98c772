import { once } from 'node:events';
import type { Command } from 'commander';
import { type App, createApp } from '../app.ts';
import { addCatalogue } from '../pipeline/intake/add-outlets.ts';
import { askHubs } from '../pipeline/websub/ask-hubs.ts';
import { hashOfToken, newAdminToken } from '../publish/admin/admin-token.ts';
import { saveFirstAdminToken } from '../store/admin-sessions.ts';
import { readCatalogue } from './catalogue.ts';
import { say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { startWebServer } from './web-server.ts';

interface ServeOptions extends CommonOptions {
  readonly host?: string;
  readonly port?: string;
  readonly baseUrl?: string;
  readonly notice?: string;
  readonly roles?: string;
  readonly allowPrivateHosts?: boolean;
  readonly catalogue: boolean;
}

/** Between two looks at which feeds are due. */
const ROUND_EVERY_MS = 60_000;
/** `serve`: the site, the scheduler and the workers, or only the roles named. */
export function serveCommand(program: Command): void {
  withCommonOptions(program.command('serve'))
    .description('serve the site and keep it up to date')
    .option('--host <address>', 'bind address (default 127.0.0.1)')
    .option('--port <number>', 'port (default 4000)')
    .option('--base-url <url>', 'address at which readers reach the site')
    .option('--notice <text>', 'one line on top of every page')
    .option('--roles <list>', 'web, worker, scheduler: what this process does (default all)')
    .option('--allow-private-hosts', 'let feeds and pages on loopback and private networks be read')
    .option('--no-catalogue', 'do not start with the catalogue of outlets when there are no feeds')
    .action(async (options: ServeOptions) => {
      const { host, port, baseUrl, notice, roles } = options;
      const allowPrivateHosts = options.allowPrivateHosts ? 'on' : undefined;
      const config = configOf(options, { host, port, baseUrl, notice, roles, allowPrivateHosts });
      await using app = await createApp(config);
      const stopping = new AbortController();
      const server = config.roles.includes('web') ? await startWebServer(app, stopping.signal) : null;
      if (server !== null && config.administration) await tellFirstToken(app);
      if (server !== null) say(`Variorum is at ${config.baseUrl}`);
      const scheduler = config.roles.includes('scheduler')
        ? runScheduler(app, options.catalogue, stopping.signal)
        : Promise.resolve();
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      stopping.abort();
      server?.close();
      await scheduler;
    });
}

/** The token of a new installation, told once: only its hash is kept. */
async function tellFirstToken({ store, config }: App): Promise<void> {
  const token = newAdminToken();
  if (!(await saveFirstAdminToken(store.db, hashOfToken(token)))) return;
  say(`Administration: ${config.baseUrl}/admin, with this token: ${token}`);
  say('It is not shown again; "variorum admin token" makes a new one.');
}

async function runScheduler(app: App, catalogue: boolean, signal: AbortSignal): Promise<void> {
  await startWithCatalogue(app, catalogue);
  while (!signal.aborted) {
    try {
      await app.coordinator.begin('poll', 'due');
      await app.coordinator.complete(() => signal.throwIfAborted());
    } catch (error) {
      if (signal.aborted) return;
      app.logger.error({ err: error }, 'the round could not be completed; it is taken up again');
    }
    await subscribe(app);
    await sendMail(app);
    await app.bell.next(ROUND_EVERY_MS, signal);
  }
}

/** Subscriptions at the hubs of feeds; trouble with them never stops the reading, which polls all the same. */
async function subscribe({ config, world, logger }: App): Promise<void> {
  if (config.callbackBase === null) return;
  try {
    const report = await askHubs(world, config.callbackBase);
    if (report.asked > 0) logger.info(report, 'hubs of feeds were asked');
  } catch (error) {
    logger.error({ err: error }, 'hubs of feeds could not be asked; they are asked again');
  }
}

/** Digests that are due; trouble with mail never stops the reading. */
async function sendMail({ mail, logger }: App): Promise<void> {
  try {
    const report = await mail?.sendDue();
    if (report !== undefined && report.sent + report.refused + report.failed > 0)
      logger.info(report, 'digests were sent');
  } catch (error) {
    logger.error({ err: error }, 'digests could not be sent; they are tried again');
  }
}

/** Somebody who has just installed this wants to see news, not an empty page. */
async function startWithCatalogue(app: App, catalogue: boolean): Promise<void> {
  const { feeds } = await app.library.status();
  if (feeds > 0 || !catalogue) return;
  const { outlets, newFeeds } = await addCatalogue(app.store, readCatalogue());
  app.logger.info({ outlets, feeds: newFeeds }, 'started with the catalogue of outlets');
}
