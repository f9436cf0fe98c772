import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { serve } from '@hono/node-server';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { AppError } from '../core/app-error.ts';
import { createWebApp } from '../publish/web-app.ts';
import { openPageMarks } from '../store/page-marks.ts';
import { settingOrNew } from '../store/settings.ts';
import { readFloors } from './eval/floors.ts';
import { VERSION } from './version.ts';

/**
 * Serves the site; resolves once it listens.
 * @param stopping aborted when streams are to end, so that the server can close
 * @throws AppError `serve/listen` when the port is taken or not allowed.
 */
export async function startWebServer(app: App, stopping?: AbortSignal): Promise<ReturnType<typeof serve>> {
  const { config } = app;
  const cursorSecret = await settingOrNew(
    app.store.db,
    'cursor-secret',
    randomBytes(32).toString('base64url'),
  );
  const web = createWebApp({
    library: app.library,
    marks: openPageMarks(app.store),
    asker: app.asker,
    policyReader: app.policyReader,
    desk: app.mail?.desk ?? null,
    administration: app.administration,
    // Without an administration nobody could read what is reported.
    ...(app.administration === null ? {} : { reportBox: app.reportBox }),
    handIn: app.handIn,
    pushDesk: app.pushDesk,
    baseUrl: config.baseUrl,
    siteName: config.siteName,
    notice: config.notice,
    clock: app.clock,
    version: VERSION,
    api: { keys: config.apiKeys, requestsPerMinute: config.apiRate, cursorSecret },
    ...(stopping === undefined ? {} : { stopping }),
    isExtractedFirst: config.writer?.isFirst === false,
    quality: readFloors(),
    report: (error, path) => app.logger.error({ err: error, path }, 'a page could not be served'),
    ready: async () => {
      await app.store.db.selectFrom('settings').select('name').limit(1).execute();
      return true;
    },
  });
  const server = serve({ fetch: web.fetch, hostname: config.host, port: config.port });
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw listenError(cause as NodeJS.ErrnoException, config);
  }
  return server;
}

/** What keeps a server from listening, in words. */
export function listenError(
  cause: NodeJS.ErrnoException,
  { host, port }: Pick<Config, 'host' | 'port'>,
  hint = 'Choose another port with --port (VARIORUM_PORT).',
): AppError {
  const reasons: Record<string, string> = {
    EADDRINUSE: 'another program uses it',
    EACCES: 'this user may not',
  };
  const reason = reasons[cause.code ?? ''] ?? cause.message;
  return new AppError('serve/listen', `Cannot listen on ${host}, port ${port}: ${reason}.`, {
    hint,
    blame: 'user',
    cause,
  });
}
