import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { amount, onOff, wholeNumber } from './config-values.ts';
import type { ModelOptions } from './core/language-model.ts';
import { CHECKED_LANGUAGES } from './core/story-writing.ts';

/** Settings about language models as they come from the environment. */
export interface ModelSettings {
  readonly modelUrl?: string | undefined;
  readonly model?: string | undefined;
  readonly modelKey?: string | undefined;
  readonly modelKeyFile?: string | undefined;
  readonly modelTimeout?: string | undefined;
  readonly modelConcurrency?: string | undefined;
  readonly modelContext?: string | undefined;
  readonly modelDailyTokens?: string | undefined;
  readonly modelDailyMoney?: string | undefined;
  readonly modelPriceIn?: string | undefined;
  readonly modelPriceOut?: string | undefined;
  readonly modelReasoning?: string | undefined;
  readonly writer?: string | undefined;
  readonly writerFirst?: string | undefined;
  readonly writerLanguage?: string | undefined;
  readonly judgeUrl?: string | undefined;
  readonly judge?: string | undefined;
  readonly judgeKey?: string | undefined;
  readonly judgeKeyFile?: string | undefined;
}

/** How stories are written. */
export interface WriterOptions {
  /** True when readers get what was written first, false when they get the extracted form and may ask for the other. */
  readonly isFirst: boolean;
  /** The model that is asked for a second check; null for none. */
  readonly judge: ModelOptions | null;
}

const MODEL_SETTINGS = [
  'modelUrl',
  'model',
  'modelKey',
  'modelKeyFile',
  'modelTimeout',
  'modelConcurrency',
  'modelContext',
  'modelDailyTokens',
  'modelDailyMoney',
  'modelPriceIn',
  'modelPriceOut',
  'modelReasoning',
] as const satisfies readonly (keyof ModelSettings)[];

const NO_ADDRESS =
  'has to be an http or https address without a query or a password, as http://127.0.0.1:11434/v1; the key goes into';

function addressOf(value: string, name: 'MODEL' | 'JUDGE', problems: string[]): string | null {
  const url = URL.parse(value);
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.username === '')
    return url.href.replace(/\/+$/, '');
  problems.push(`VARIORUM_${name}_URL ${NO_ADDRESS} VARIORUM_${name}_KEY.`);
  return null;
}

/** Address and name switch it on; half of a configuration is a mistake and not "off". */
export function modelOf(settings: ModelSettings, problems: string[]): ModelOptions | null {
  const { modelUrl, model: name } = settings;
  if (MODEL_SETTINGS.every((setting) => settings[setting] === undefined)) return null;
  if (modelUrl === undefined || name === undefined) {
    problems.push('A language model needs both VARIORUM_MODEL_URL and VARIORUM_MODEL.');
    return null;
  }
  const baseUrl = addressOf(modelUrl, 'MODEL', problems);
  if (baseUrl === null) return null;
  const { modelTimeout, modelConcurrency, modelContext, modelDailyTokens } = settings;
  const priceIn = amount(settings.modelPriceIn, 'VARIORUM_MODEL_PRICE_IN', problems) ?? 0;
  const priceOut = amount(settings.modelPriceOut, 'VARIORUM_MODEL_PRICE_OUT', problems) ?? 0;
  const dailyMoney = amount(settings.modelDailyMoney, 'VARIORUM_MODEL_DAILY_MONEY', problems);
  if (dailyMoney !== null && priceIn + priceOut === 0) {
    problems.push(
      'VARIORUM_MODEL_DAILY_MONEY limits nothing without VARIORUM_MODEL_PRICE_IN and VARIORUM_MODEL_PRICE_OUT, the prices of a million tokens.',
    );
  }
  const seconds = wholeNumber(modelTimeout, 120, [1, 3_600], 'VARIORUM_MODEL_TIMEOUT', problems);
  return {
    baseUrl,
    name,
    key: keyOf(settings.modelKey, settings.modelKeyFile, 'MODEL', problems),
    timeoutMs: seconds * 1000,
    concurrency: wholeNumber(modelConcurrency, 1, [1, 64], 'VARIORUM_MODEL_CONCURRENCY', problems),
    contextTokens: wholeNumber(modelContext, 8_192, [2_048, 10_000_000], 'VARIORUM_MODEL_CONTEXT', problems),
    dailyTokens: wholeNumber(modelDailyTokens, 1_000_000, [0, 1e12], 'VARIORUM_MODEL_DAILY_TOKENS', problems),
    dailyMoney,
    priceIn,
    priceOut,
    ...(settings.modelReasoning === undefined ? {} : { reasoningEffort: settings.modelReasoning }),
  };
}

/** A configured model writes unless that is switched off. */
export function writerOf(
  settings: ModelSettings,
  model: ModelOptions | null,
  problems: string[],
): WriterOptions | null {
  const isOn = onOff(settings.writer, true, 'VARIORUM_WRITER', problems);
  const isFirst = onOff(settings.writerFirst, true, 'VARIORUM_WRITER_FIRST', problems);
  checkLanguage(settings.writerLanguage, problems);
  const judge = judgeOf(settings, model, problems);
  return model === null || !isOn ? null : { isFirst, judge };
}

/** What cannot be verified is not written: another language is refused, never written unchecked (decision 0052). */
function checkLanguage(language: string | undefined, problems: string[]): void {
  if (language === undefined || CHECKED_LANGUAGES.includes(language.toLowerCase())) return;
  problems.push(
    `VARIORUM_WRITER_LANGUAGE is "${language}", and only ${CHECKED_LANGUAGES.join(', ')} can be written: the verifier reads no other language against English sources, and nothing unverified is shown (docs/writing.md). Leave it out.`,
  );
}

/** The judge has the limits, the timeout and the prices of the model, and its address and key unless it has its own. */
function judgeOf(
  settings: ModelSettings,
  model: ModelOptions | null,
  problems: string[],
): ModelOptions | null {
  const { judge: name, judgeUrl, judgeKey, judgeKeyFile } = settings;
  if ([name, judgeUrl, judgeKey, judgeKeyFile].every((value) => value === undefined)) return null;
  if (name === undefined || model === null) {
    problems.push(
      'A second check needs VARIORUM_JUDGE, the name of its model, and a language model that writes (VARIORUM_MODEL).',
    );
    return null;
  }
  if (judgeUrl === undefined) return { ...model, name };
  const baseUrl = addressOf(judgeUrl, 'JUDGE', problems);
  // The key of one service is not told to another.
  const key = keyOf(judgeKey, judgeKeyFile, 'JUDGE', problems);
  return baseUrl === null ? null : { ...model, name, baseUrl, key };
}

function keyOf(
  key: string | undefined,
  keyFile: string | undefined,
  name: 'MODEL' | 'JUDGE',
  problems: string[],
): string | null {
  if (key !== undefined && keyFile !== undefined) {
    problems.push(`Set VARIORUM_${name}_KEY or VARIORUM_${name}_KEY_FILE, not both.`);
  }
  if (keyFile === undefined) return key ?? null;
  const file = resolve(keyFile);
  const content = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (content === '') problems.push(`VARIORUM_${name}_KEY_FILE names ${file}, which is not there or empty.`);
  return content;
}
