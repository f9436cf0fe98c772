import { existsSync, readFileSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import type { AskInput, AskResult } from './brief/ask/answer-question.ts';
import type { Config } from './config.ts';
import type { Administration, AdminOverview } from './core/administration.ts';
import { AppError } from './core/app-error.ts';
import type { OutletGroup } from './core/blind-spot.ts';
import { type Clock, systemClock } from './core/clock.ts';
import type { ReportBox } from './core/error-report.ts';
import type { HandInDesk } from './core/hand-in.ts';
import type { KnowledgeBase } from './core/knowledge-base.ts';
import type { LanguageModel, ModelOptions } from './core/language-model.ts';
import type { FullLibrary } from './core/listings.ts';
import type { PushDesk } from './core/push-desk.ts';
import type { Queue } from './core/queue.ts';
import type { Asker, PolicyReader } from './core/reader-services.ts';
import type { StageNote } from './core/stage.ts';
import { createHttpClient, type HttpClient } from './http/http-client.ts';
import { type MailRoom, openMail } from './mail/open-mail.ts';
import { createAdministration } from './pipeline/administration.ts';
import { type ApplyPool, createApplyPool } from './pipeline/apply-pool.ts';
import { createAsker } from './pipeline/asker.ts';
import { type Coordinator, createCoordinator } from './pipeline/coordinator.ts';
import { createHandInDesk } from './pipeline/hand-in-desk.ts';
import { loadWorld } from './pipeline/intake/load-world.ts';
import { parseGroups } from './pipeline/intake/parse-groups.ts';
import { createPolicyReader } from './pipeline/policy-reader.ts';
import { createPgBossQueue } from './pipeline/queue/pg-boss-queue.ts';
import { createSqliteQueue } from './pipeline/queue/sqlite-queue.ts';
import { createRoundBell, type RoundBell } from './pipeline/round-bell.ts';
import type { StageRunner } from './pipeline/run-stage.ts';
import { STAGES, stageOrderProblems } from './pipeline/stages.ts';
import { createPushDesk } from './pipeline/websub/push-desk.ts';
import { startWorkerLoop, type WorkerLoop } from './pipeline/worker-loop.ts';
import type { World } from './pipeline/world.ts';
import { createMailWriter } from './publish/mail/mail-writer.tsx';
import { cachedKnowledge } from './remote/cached-knowledge.ts';
import { createWikimedia } from './remote/wikimedia.ts';
import { saveReport } from './store/error-reports.ts';
import { knowledgeAnswers } from './store/knowledge-answers.ts';
import { openLibrary } from './store/library/open-library.ts';
import { modelAnswers, modelLedger } from './store/model-ledger.ts';
import { openPostgres, openSqlite } from './store/open-store.ts';
import { robotsOf, saveRobots } from './store/robots.ts';
import { appliedMigrations, migrate, pendingMigrations, type Store } from './store/store.ts';

export type Logger = ReturnType<typeof createLogger>;

/** Messages go to stderr as JSON lines; stdout is for data. */
function createLogger(level: string) {
  return pino({ level, base: null }, pino.destination(2));
}

export interface AppOptions {
  readonly clock?: Clock;
  /** `silent` for commands that print their own messages. */
  readonly logLevel?: string;
  readonly onFault?: (stage: string, key: string, error: unknown) => void;
  /** For commands that only read: a folder without a database is a mistyped name, not a new one. */
  readonly mustExist?: boolean;
}

/** The opened store with what reads it: enough for commands that only look. */
export interface Archive extends AsyncDisposable {
  readonly config: Config;
  readonly store: Store;
  readonly library: FullLibrary;
  readonly clock: Clock;
}

/** The archive with everything that works on it. */
export interface App extends Archive {
  readonly http: HttpClient;
  readonly world: World;
  readonly queue: Queue;
  readonly pool: ApplyPool;
  readonly coordinator: Coordinator;
  readonly logger: Logger;
  readonly loop: WorkerLoop | null;
  readonly asker: Asker;
  readonly policyReader: PolicyReader;
  readonly handIn: HandInDesk;
  /** Null where no mail server is set. */
  readonly mail: MailRoom | null;
  /** Null where it is switched off. */
  readonly administration: Administration | null;
  readonly reportBox: ReportBox;
  readonly bell: RoundBell;
  /** Null where no hub could reach this site. */
  readonly pushDesk: PushDesk | null;
}

/**
 * Opens the database. An embedded or an empty one brings itself up to date; a server with an older schema is left
 * alone, since other machines may still be working on it.
 * @throws AppError `store/unreachable` or `store/outdated`.
 */
export async function openArchive(config: Config, options: AppOptions = {}): Promise<Archive> {
  if (options.mustExist && config.database.kind === 'sqlite') requireFile(config.database.file);
  const store =
    config.database.kind === 'sqlite'
      ? openSqlite(config.database.file)
      : await openPostgres(config.database.connectionString);
  try {
    const isNew = (await appliedMigrations(store)).length === 0;
    if (config.database.kind === 'sqlite' || isNew) await migrate(store);
    else await refuseOlderSchema(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    config,
    store,
    library: openLibrary(store),
    clock: options.clock ?? systemClock,
    [Symbol.asyncDispose]: () => store.close(),
  };
}

function requireFile(file: string): void {
  if (existsSync(file)) return;
  throw new AppError('store/absent', `There is no database at ${file}.`, {
    hint: 'Check --data, or fill a new one with "variorum import" or "variorum poll".',
    blame: 'user',
  });
}

async function refuseOlderSchema(store: Store): Promise<void> {
  const missing = await pendingMigrations(store);
  if (missing.length === 0) return;
  throw new AppError(
    'store/outdated',
    `The database lacks ${missing.length} migration(s): ${missing.join(', ')}.`,
    {
      hint: 'Make a backup, stop older workers, then run "variorum migrate".',
      blame: 'user',
    },
  );
}

const WORLD = new URL('../data/world.ndjson.gz', import.meta.url);

/** Fills a base that has them not yet with the countries, cities, languages and currencies of the program. */
export async function fillWorld({ store, config }: Pick<Archive, 'store' | 'config'>): Promise<void> {
  if (config.world) await loadWorld(store, gunzipSync(readFileSync(WORLD)).toString('utf8'));
}

function userAgent(contact: string | null): string {
  const reachable = contact ?? 'no contact set by the operator';
  return `Variorum/0.1 (news reader; ${reachable})`;
}

/** The way out, with what is known of the sites' robots.txt. */
function openHttp({ allowPrivateHosts, contact }: Config, { store, clock }: Archive): HttpClient {
  const robots = {
    get: (origin: string) => robotsOf(store.db, origin),
    put: (origin: string, body: string | null, fetchedAt: number) =>
      saveRobots(store.db, origin, { body, fetchedAt }),
  };
  return createHttpClient({ allowPrivateHosts, userAgent: userAgent(contact) }, { clock, robots });
}

/** The knowledge base that the operator lets be asked; its answers are kept in the store. */
function openKnowledge(
  { knowledge }: Config,
  { store, clock }: Archive,
  http: HttpClient,
): KnowledgeBase | null {
  if (knowledge === null) return null;
  const base = createWikimedia({ http, clock, baseUrl: knowledge.baseUrl });
  return cachedKnowledge(base, knowledgeAnswers(store.db), clock);
}

/** A language model with the connections it holds. */
interface OpenModel extends LanguageModel {
  close(): Promise<void>;
}

/**
 * The language model that the operator lets be asked. Its code is loaded here and only then: without one configured, none of it is
 * (test/house/no-model.test.ts).
 */
export async function openConfiguredModel(
  { store, clock }: Pick<Archive, 'store' | 'clock'>,
  options: ModelOptions | null,
  keep: 'keep-answers' | 'ask-anew' = 'keep-answers',
): Promise<OpenModel | null> {
  if (options === null) return null;
  const { openModel } = await import('./remote/model/open-model.ts');
  const answers = keep === 'keep-answers' ? modelAnswers(store.db) : null;
  return openModel(options, { clock, answers, ledger: modelLedger(store) });
}

/** The model that judges and writes, and the one that checks what was written. */
async function openModels(
  archive: Archive,
  pool: ApplyPool,
): Promise<Required<Pick<World, 'model' | 'writer'>> & { readonly close: () => Promise<void> }> {
  const { model: options, writer } = archive.config;
  const model = await openConfiguredModel(archive, options);
  const judge = await openConfiguredModel(archive, writer?.judge ?? null);
  return {
    model,
    writer: writer === null || model === null ? null : { model, judge, pool },
    close: async () => {
      await model?.close();
      await judge?.close();
    },
  };
}

/** The operator's groups of outlets. @throws AppError `config/groups` */
function groupsOf({ groupsFile }: Config): OutletGroup[] {
  if (groupsFile === null) return [];
  // What is not there reads as empty, which is no JSON: one message says what the file has to hold.
  return parseGroups(existsSync(groupsFile) ? readFileSync(groupsFile, 'utf8') : '', groupsFile);
}

/** Composition root: configuration → store, network, queue, threads, all disposable. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const problems = stageOrderProblems(STAGES);
  if (problems.length > 0) throw new AppError('pipeline/order', problems.join('; '));
  const groups = groupsOf(config);
  const archive = await openArchive(config, options);
  const { store, clock } = archive;
  try {
    await fillWorld(archive);
  } catch (error) {
    await archive[Symbol.asyncDispose]();
    throw error;
  }
  const logger = createLogger(options.logLevel ?? 'info');
  const http = openHttp(config, archive);
  const pool = createApplyPool(config.threads);
  const models = await openModels(archive, pool);
  const world: World = {
    store,
    http,
    clock,
    knowledge: openKnowledge(config, archive, http),
    model: models.model,
    writer: models.writer,
    quotationBudget: config.quotationBudget,
    articleClock: config.articleClock,
    groups,
  };
  const queue = await openQueue(config, store, clock);
  const onFault =
    options.onFault ?? ((stage, key, error) => logger.error({ stage, key, err: error }, 'a stage failed'));
  const onNote = (stage: string, key: string, { isTrouble, message }: StageNote) =>
    logger[isTrouble ? 'warn' : 'info']({ stage, key }, message);
  const runner: StageRunner = { world, queue, pool, onFault, onNote };
  const works = config.roles.includes('worker');
  const loop = works ? startWorkerLoop(runner, STAGES, { network: 512, threads: config.threads }) : null;
  const isAlone = config.roles.length === 3;
  if (isAlone) await queue.releaseClaims();
  const mail = await openMailOf(config, archive);
  const coordinator = createCoordinator(runner, STAGES, () => loop?.wake());
  return {
    ...archive,
    http,
    world,
    queue,
    pool,
    logger,
    loop,
    mail,
    ...readerServices(archive, world, pool),
    ...operatorServices(archive, { world, queue, coordinator, mail, pool }),
    coordinator,
    [Symbol.asyncDispose]: async () => {
      await loop?.stop();
      mail?.close();
      await http.close();
      await models.close();
      await pool.close();
      await queue.close();
      await archive[Symbol.asyncDispose]();
    },
  };
}

/** What readers may ask for beyond what is stored, and where they report errors. */
function readerServices(
  { config, store, clock, library }: Archive,
  world: World,
  pool: ApplyPool,
): Pick<App, 'asker' | 'policyReader' | 'reportBox' | 'handIn'> {
  const { quotationBudget } = config;
  return {
    asker: createAsker({ store, now: clock.now, quotationBudget, answer: answerIn(pool) }),
    policyReader: createPolicyReader({ world, library, pool }),
    handIn: createHandInDesk(store.db, clock, config.handIn?.perHour ?? 0),
    reportBox: { handIn: (report) => saveReport(store.db, report, clock.now()) },
  };
}

/** What whoever runs the site may do from its pages. */
function operatorServices(
  { config, store, library }: Archive,
  { world, queue, coordinator, mail, pool }: Pick<App, 'world' | 'queue' | 'coordinator' | 'mail' | 'pool'>,
): Pick<App, 'bell' | 'administration' | 'pushDesk'> {
  const bell = createRoundBell();
  const pushDesk = config.callbackBase === null ? null : createPushDesk({ world, pool, bell });
  if (!config.administration) return { bell, pushDesk, administration: null };
  const administration = createAdministration({
    intake: { store, http: world.http, queue, coordinator },
    world,
    library,
    bell,
    hasMail: mail !== null,
    disk: () => diskOf(config),
  });
  return { bell, pushDesk, administration };
}

/** Room left beside the embedded database, and what that takes; null for a server's. */
async function diskOf({ database, dataDir }: Config): Promise<AdminOverview['disk']> {
  if (database.kind !== 'sqlite') return null;
  const { bavail, bsize } = await statfs(dataDir);
  const { size } = await stat(database.file);
  return { freeBytes: bavail * bsize, databaseBytes: size };
}

async function openMailOf(config: Config, { store, clock, library }: Archive): Promise<MailRoom | null> {
  if (config.mail === null) return null;
  return await openMail(config.mail, { db: store.db, clock, library, writer: createMailWriter(config) });
}

/** Answers in a worker thread, so that a page is served meanwhile. */
function answerIn(pool: ApplyPool): (input: AskInput) => Promise<AskResult> {
  return async (input) => {
    const applied = await pool.apply('ask', input);
    if (!applied.ok) throw new AppError('ask/failed', applied.error.message);
    return applied.value as AskResult;
  };
}

async function openQueue(config: Config, store: Store, clock: Clock): Promise<Queue> {
  if (config.database.kind === 'sqlite') return createSqliteQueue(store, clock);
  const { connectionString } = config.database;
  return await createPgBossQueue({
    stages: STAGES.map((stage) => stage.name),
    connection: { connectionString },
  });
}
