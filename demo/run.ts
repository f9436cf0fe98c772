/**
 * The demonstration: serves eight invented outlets on loopback, reads them as any other press, and shows the site.
 * Nothing of it is prepared: feeds are polled, pages fetched, articles extracted, clustered and briefed on the spot.
 */
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { type App, createApp } from '../src/app.ts';
import { sayError } from '../src/cli/output.ts';
import { listenError, startWebServer } from '../src/cli/web-server.ts';
import { workRound } from '../src/cli/work-round.ts';
import { readEnvironment, toConfig } from '../src/config.ts';
import { AppError } from '../src/core/app-error.ts';
import { addCatalogue } from '../src/pipeline/intake/add-outlets.ts';
import { saveTopics } from '../src/store/topics.ts';
import { parseTopicRow } from '../src/topics/parse-topic-row.ts';
import { readArticles, readOutlets } from './press-articles.ts';
import { createPressSite } from './press-site.ts';
import { startScriptedWriter } from './scripted-writer.ts';

const PRESS = { host: '127.0.0.1', port: 4001 };
const NOTICE = 'Demonstration press: the outlets and articles on this page are invented.';
/** With `--writer` a script stands in for a language model, and is called so wherever it is named. */
const WRITER = 'a script, no model';

async function startPress() {
  const site = createPressSite(readOutlets(), readArticles());
  const server = serve({ fetch: site.fetch, hostname: PRESS.host, port: PRESS.port });
  try {
    await once(server, 'listening');
  } catch (cause) {
    const hint = 'The demonstration press needs this port: stop what uses it, perhaps another demonstration.';
    throw listenError(cause as NodeJS.ErrnoException, PRESS, hint);
  }
  return server;
}

async function fill(app: App): Promise<void> {
  await addCatalogue(app.store, await readFile(new URL('outlets.json', import.meta.url), 'utf8'));
  const lines = (await readFile(new URL('topics.ndjson', import.meta.url), 'utf8')).split('\n');
  const topics = lines.filter((line) => line !== '').map((line) => parseTopicRow(line));
  await saveTopics(
    app.store.db,
    topics.flatMap((parsed) => (parsed.ok ? [parsed.value] : [])),
  );
  await app.coordinator.begin('poll', 'all');
  await workRound(app);
}

async function main(): Promise<void> {
  const dataDir = new URL('../.variorum/demo', import.meta.url).pathname;
  // Every demonstration starts from nothing, so that what it shows is what it has just done.
  await rm(dataDir, { recursive: true, force: true });
  const settings = readEnvironment();
  const writer = process.argv.includes('--writer') ? await startScriptedWriter() : null;
  const config = toConfig({
    ...settings,
    ...(writer === null
      ? {}
      : { modelUrl: writer.baseUrl, model: WRITER, clock: 'articles', modelContext: '32768' }),
    databaseUrl: undefined,
    dataDir,
    allowPrivateHosts: 'on',
    notice: writer === null ? NOTICE : `${NOTICE} Written sections are by ${WRITER}.`,
    // The press is invented, and so is its world.
    world: 'off',
  });
  const press = await startPress();
  await using app = await createApp(config, { logLevel: 'warn' });
  const stopping = new AbortController();
  const site = await startWebServer(app, stopping.signal);
  console.error('Reading the demonstration press…');
  await fill(app);
  const { articles, stories } = await app.library.status();
  console.error(`${articles} articles, ${stories} stories. Open ${config.baseUrl} (stop with Ctrl+C)`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  stopping.abort();
  site.close();
  press.close();
  await writer?.close();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  sayError(error);
  process.exitCode = error.blame === 'user' ? 2 : 1;
}
