import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { baseUrlOf, callbackBaseOf } from './config-addresses.ts';
import { type ModelSettings, modelOf, type WriterOptions, writerOf } from './config-model.ts';
import { onOff, wholeNumber } from './config-values.ts';
import { AppError } from './core/app-error.ts';
import type { ModelOptions } from './core/language-model.ts';
import { QUOTATION_LIMITS, type QuotationLimits } from './core/quotation-limits.ts';

export const ROLES = ['web', 'worker', 'scheduler'] as const;
export type Role = (typeof ROLES)[number];

/** Everything that can be set, with every default applied. */
export interface Config {
  readonly database:
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly connectionString: string };
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Where readers reach the site; may have a path. */
  readonly baseUrl: string;
  readonly siteName: string;
  /** One line on top of every page. */
  readonly notice: string | null;
  readonly roles: readonly Role[];
  /** Lets feeds and pages on loopback and private networks be read. */
  readonly allowPrivateHosts: boolean;
  /** Address or mail of who runs this, told to the outlets in the User-Agent. */
  readonly contact: string | null;
  /** Worker threads for text. */
  readonly threads: number;
  /** How much of any one article is shown; null lifts the limit. */
  readonly quotationBudget: QuotationLimits | null;
  readonly articleClock: boolean;
  /** File that names groups of outlets, for blind spots; null for none. */
  readonly groupsFile: string | null;
  /** Fills a new base with the countries, cities, languages and currencies that come with the program. */
  readonly world: boolean;
  /** Where mails are handed in and who they are from; null sends none. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** Whether there is an administration under `/admin`. */
  readonly administration: boolean;
  /** The knowledge base that may be asked; null asks none. `baseUrl` stands for all its hosts: a mirror, or a test. */
  readonly knowledge: { readonly kind: 'wikimedia'; readonly baseUrl: string | null } | null;
  /** Keys of which each request to the API has to carry one; empty asks for none. */
  readonly apiKeys: readonly string[];
  /** Requests to the API of one client in a minute; null sets no limit. */
  readonly apiRate: number | null;
  /** Whether readers may hand in articles that are not stored, and how many in an hour all together; null when they may not. */
  readonly handIn: { readonly perHour: number } | null;
  /** Where hubs of feeds reach this site (its public address); null subscribes to none. */
  readonly callbackBase: string | null;
  /** The language model that may be asked; null asks none, and loads no code for it. */
  readonly model: ModelOptions | null;
  /** How stories are written by it; null has none written. */
  readonly writer: WriterOptions | null;
}

/** Settings as they come from the environment and the command line: all text, all optional. */
export interface Settings extends ModelSettings {
  readonly dataDir?: string | undefined;
  readonly databaseUrl?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly siteName?: string | undefined;
  readonly notice?: string | undefined;
  readonly roles?: string | undefined;
  readonly allowPrivateHosts?: string | undefined;
  readonly contact?: string | undefined;
  readonly threads?: string | undefined;
  readonly quotationBudget?: string | undefined;
  readonly quotationWords?: string | undefined;
  readonly quotationShare?: string | undefined;
  readonly clock?: string | undefined;
  readonly groups?: string | undefined;
  readonly world?: string | undefined;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  readonly administration?: string | undefined;
  readonly knowledge?: string | undefined;
  readonly knowledgeUrl?: string | undefined;
  readonly apiKeys?: string | undefined;
  readonly apiRate?: string | undefined;
  readonly handIn?: string | undefined;
  readonly handInRate?: string | undefined;
  readonly websub?: string | undefined;
}

/** The environment variables this program reads; docs/config.md lists them and a test compares the two. */
export const ENVIRONMENT: Readonly<Record<keyof Settings, string>> = {
  dataDir: 'VARIORUM_DATA',
  databaseUrl: 'DATABASE_URL',
  host: 'VARIORUM_HOST',
  port: 'VARIORUM_PORT',
  baseUrl: 'VARIORUM_BASE_URL',
  siteName: 'VARIORUM_SITE_NAME',
  notice: 'VARIORUM_NOTICE',
  roles: 'VARIORUM_ROLES',
  allowPrivateHosts: 'VARIORUM_ALLOW_PRIVATE_HOSTS',
  contact: 'VARIORUM_CONTACT',
  threads: 'VARIORUM_THREADS',
  quotationBudget: 'VARIORUM_QUOTATION_BUDGET',
  quotationWords: 'VARIORUM_QUOTATION_WORDS',
  quotationShare: 'VARIORUM_QUOTATION_SHARE',
  clock: 'VARIORUM_CLOCK',
  groups: 'VARIORUM_GROUPS',
  world: 'VARIORUM_WORLD',
  smtpUrl: 'VARIORUM_SMTP_URL',
  mailFrom: 'VARIORUM_MAIL_FROM',
  administration: 'VARIORUM_ADMIN',
  knowledge: 'VARIORUM_KNOWLEDGE',
  knowledgeUrl: 'VARIORUM_KNOWLEDGE_URL',
  modelUrl: 'VARIORUM_MODEL_URL',
  model: 'VARIORUM_MODEL',
  modelKey: 'VARIORUM_MODEL_KEY',
  modelKeyFile: 'VARIORUM_MODEL_KEY_FILE',
  modelTimeout: 'VARIORUM_MODEL_TIMEOUT',
  modelConcurrency: 'VARIORUM_MODEL_CONCURRENCY',
  modelContext: 'VARIORUM_MODEL_CONTEXT',
  modelDailyTokens: 'VARIORUM_MODEL_DAILY_TOKENS',
  modelDailyMoney: 'VARIORUM_MODEL_DAILY_MONEY',
  modelPriceIn: 'VARIORUM_MODEL_PRICE_IN',
  modelPriceOut: 'VARIORUM_MODEL_PRICE_OUT',
  modelReasoning: 'VARIORUM_MODEL_REASONING',
  writer: 'VARIORUM_WRITER',
  writerFirst: 'VARIORUM_WRITER_FIRST',
  writerLanguage: 'VARIORUM_WRITER_LANGUAGE',
  judgeUrl: 'VARIORUM_JUDGE_URL',
  judge: 'VARIORUM_JUDGE',
  judgeKey: 'VARIORUM_JUDGE_KEY',
  judgeKeyFile: 'VARIORUM_JUDGE_KEY_FILE',
  apiKeys: 'VARIORUM_API_KEYS',
  apiRate: 'VARIORUM_API_RATE',
  handIn: 'VARIORUM_HAND_IN',
  handInRate: 'VARIORUM_HAND_IN_RATE',
  websub: 'VARIORUM_WEBSUB',
};

/** The only place that reads the environment. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  return Object.fromEntries(
    Object.entries(ENVIRONMENT).map(([name, variable]) => [name, env[variable] || undefined]),
  );
}

/**
 * Settings → configuration. All problems are reported at once.
 * @throws AppError `config/invalid`, the user's to mend.
 */
export function toConfig(settings: Settings): Config {
  const problems: string[] = [];
  const dataDir = resolve(settings.dataDir ?? '.variorum');
  const host = settings.host ?? '127.0.0.1';
  const port = wholeNumber(settings.port, 4000, [0, 65_535], 'the port (--port, VARIORUM_PORT)', problems);
  const model = modelOf(settings, problems);
  const config: Config = {
    database: databaseOf(settings.databaseUrl, dataDir, problems),
    dataDir,
    host,
    port,
    baseUrl: baseUrlOf(settings.baseUrl ?? `http://localhost:${port}`, problems),
    siteName: settings.siteName ?? 'Variorum',
    notice: settings.notice ?? null,
    roles: rolesOf(settings.roles, problems),
    allowPrivateHosts: onOff(settings.allowPrivateHosts, false, 'VARIORUM_ALLOW_PRIVATE_HOSTS', problems),
    contact: settings.contact ?? null,
    threads: wholeNumber(settings.threads, availableParallelism(), [1, 256], 'VARIORUM_THREADS', problems),
    quotationBudget: quotationLimits(settings, problems),
    articleClock: clockOf(settings.clock, problems),
    groupsFile: settings.groups === undefined ? null : resolve(settings.groups),
    world: onOff(settings.world, true, 'VARIORUM_WORLD', problems),
    mail: mailOf(settings, problems),
    administration: onOff(settings.administration, true, 'VARIORUM_ADMIN', problems),
    knowledge: knowledgeOf(settings, problems),
    model,
    writer: writerOf(settings, model, problems),
    apiKeys: keysOf(settings.apiKeys, problems),
    apiRate:
      settings.apiRate === 'off'
        ? null
        : wholeNumber(settings.apiRate, 600, [1, 1_000_000], 'VARIORUM_API_RATE', problems),
    handIn: handInOf(settings, problems),
    callbackBase: callbackBaseOf(settings, problems),
  };
  if (problems.length > 0) {
    throw new AppError('config/invalid', problems.join(' '), {
      hint: 'docs/config.md lists every setting with its values.',
      blame: 'user',
    });
  }
  return config;
}

/** The rate is read also when nothing may be handed in, so that a mistyped one is reported. */
function handInOf({ handIn, handInRate }: Settings, problems: string[]): Config['handIn'] {
  const perHour = wholeNumber(handInRate, 30, [1, 10_000], 'VARIORUM_HAND_IN_RATE', problems);
  return onOff(handIn, false, 'VARIORUM_HAND_IN', problems) ? { perHour } : null;
}

/** Shorter keys could be guessed; other letters do not fit into a header (RFC 6750 §2.1). */
const API_KEY = /^[\w.~+/-]{16,200}=*$/;

function keysOf(value: string | undefined, problems: string[]): string[] {
  const keys = (value ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (!keys.every((key) => API_KEY.test(key)))
    problems.push(
      'VARIORUM_API_KEYS has to hold keys of 16 letters or more (A-Z a-z 0-9 . _ ~ + / -), with commas between them.',
    );
  return keys;
}

function mailOf({ smtpUrl, mailFrom }: Settings, problems: string[]): Config['mail'] {
  if (smtpUrl === undefined && mailFrom === undefined) return null;
  if (smtpUrl === undefined || !/^smtps?:\/\/[^/]+/.test(smtpUrl))
    problems.push('VARIORUM_SMTP_URL has to be like smtp://user:password@host:587.');
  if (mailFrom === undefined || !/[^@\s]+@[^@\s]+/.test(mailFrom))
    problems.push('VARIORUM_MAIL_FROM has to be the address that mails are from: "News <news@example.org>".');
  return { smtpUrl: smtpUrl ?? '', from: mailFrom ?? '' };
}

function databaseOf(url: string | undefined, dataDir: string, problems: string[]): Config['database'] {
  if (url === undefined) return { kind: 'sqlite', file: resolve(dataDir, 'variorum.sqlite') };
  if (!/^postgres(?:ql)?:\/\//.test(url)) {
    problems.push('DATABASE_URL has to start with postgres:// (leave it out to use the data folder).');
  }
  return { kind: 'postgres', connectionString: url };
}

/** Words and share are read also when the budget is off, so that a mistyped one is reported. */
function quotationLimits(settings: Settings, problems: string[]): QuotationLimits | null {
  const { words, share } = QUOTATION_LIMITS;
  const isOn = onOff(
    settings.quotationBudget,
    true,
    'the quotation budget (--quotation-budget, VARIORUM_QUOTATION_BUDGET)',
    problems,
  );
  const limits = {
    words: wholeNumber(
      settings.quotationWords,
      words,
      [1, 10_000],
      'the words shown of an article (--quotation-words, VARIORUM_QUOTATION_WORDS)',
      problems,
    ),
    share:
      wholeNumber(
        settings.quotationShare,
        100 * share,
        [1, 100],
        'the share shown of an article in percent (--quotation-share, VARIORUM_QUOTATION_SHARE)',
        problems,
      ) / 100,
  };
  return isOn ? limits : null;
}

/** Wikimedia's rules ask for a way to reach whoever sends requests; without one nothing is asked. */
function knowledgeOf(settings: Settings, problems: string[]): Config['knowledge'] {
  const { knowledge = 'off', knowledgeUrl, contact } = settings;
  if (knowledge === 'off') return null;
  if (knowledge !== 'wikimedia') {
    problems.push(`VARIORUM_KNOWLEDGE has to be "off" or "wikimedia", not "${knowledge}".`);
    return null;
  }
  if (contact === undefined) {
    problems.push(
      'VARIORUM_KNOWLEDGE=wikimedia needs VARIORUM_CONTACT, a mail or web address of yours: Wikimedia asks for one in every request.',
    );
  }
  const url = knowledgeUrl === undefined ? null : URL.parse(knowledgeUrl);
  if (knowledgeUrl !== undefined && (url === null || !/^https?:$/.test(url.protocol))) {
    problems.push(`VARIORUM_KNOWLEDGE_URL has to be an http or https address, not "${knowledgeUrl}".`);
  }
  return { kind: 'wikimedia', baseUrl: url === null ? null : url.href.replace(/\/+$/, '') };
}

function clockOf(value: string | undefined, problems: string[]): boolean {
  if (value === undefined || value === 'system') return false;
  if (value !== 'articles') problems.push(`--clock has to be "system" or "articles", not "${value}".`);
  return value === 'articles';
}

function rolesOf(value: string | undefined, problems: string[]): readonly Role[] {
  if (value === undefined) return ROLES;
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !ROLES.some((role) => role === name));
  if (unknown.length > 0) {
    problems.push(`--roles takes ${ROLES.join(', ')} separated by commas, not "${unknown.join(', ')}".`);
  }
  return ROLES.filter((role) => names.includes(role));
}
