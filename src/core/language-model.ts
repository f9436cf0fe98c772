import type { z } from 'zod';
import type { Failure } from './failure.ts';
import type { Result } from './result.ts';

/** One question to a language model, with the form its answer has to have. */
export interface ModelTask<T> {
  /** What it is for, as `tone`: use is counted by it. */
  readonly purpose: string;
  /** Of its wording and of how the answer is read; raise it, and nothing answered before counts. */
  readonly version: number;
  /** What to do: our own words only. */
  readonly instructions: string;
  /** What to do it with: foreign text, marked as data. */
  readonly data: string;
  /** Checks the answer, its refinements included: what does not pass is no answer. Without transforms: it is sent as a JSON Schema. */
  readonly schema: z.ZodType<T>;
  /** Tokens a full answer takes at most. */
  readonly answerTokens: number;
}

/** A language model that may be asked. Every trouble is a failure (`model/…`); nothing is thrown. */
export interface LanguageModel {
  /** As the server calls it; shown beside whatever it has judged or written. */
  readonly name: string;
  /** Tokens for question and answer together, as `taskTokens` counts them. */
  readonly contextTokens: number;
  /** Answers a task, from what is kept where it was answered before. */
  ask<T>(task: ModelTask<T>): Promise<Result<T, Failure>>;
}

/** Keeps answers, so that nothing is asked twice. Keys are hashes. */
export interface ModelAnswers {
  get(key: string): Promise<string | null>;
  put(key: string, answer: string, answeredAt: number): Promise<void>;
}

/** What one or more calls took; money in the currency of the operator's prices. */
export interface ModelUse {
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly money: number;
}

/** Whose use is counted together. `day` is an ISO date, UTC. */
export interface UseAccount {
  readonly day: string;
  readonly model: string;
  readonly purpose: string;
}

export interface UseLimits {
  readonly dailyTokens: number;
  readonly dailyMoney: number | null;
}

/** The account of what models were used for. */
export interface ModelLedger {
  /** Books a call with its estimate before it is sent, so that a killed process has not used more than is booked. False when the day's limits do not hold it. */
  book(account: UseAccount, estimate: ModelUse, limits: UseLimits): Promise<boolean>;
  /** Puts a booking right: `change` is what the call took less its estimate. `rejected` says that the answer was of no use. */
  correct(account: UseAccount, change: ModelUse, rejected: boolean): Promise<void>;
}

/**
 * UTF-8 bytes a token has at least, about: English has 4, Cyrillic 5, Chinese 2 to 3 with the tokenisers of 2024 and later. Too
 * low a number only makes an estimate too high.
 */
const BYTES_PER_TOKEN = 3;

/** An upper estimate of the tokens of a text, whatever the tokeniser. */
export function estimateTokens(text: string): number {
  return Math.ceil(new TextEncoder().encode(text).length / BYTES_PER_TOKEN);
}

/** For the frame of the request: roles, the schema, what a chat template adds. */
const FRAME_TOKENS = 400;

/** Room for a model that thinks before it answers. */
const THINKING_TOKENS = 1_024;

/** Upper estimate of what asking a task takes, apart for question and answer: whoever makes tasks fits them into `contextTokens` by it. */
export function taskTokens({ instructions, data, answerTokens }: Omit<ModelTask<unknown>, 'schema'>): {
  readonly tokensIn: number;
  readonly tokensOut: number;
} {
  return {
    tokensIn: FRAME_TOKENS + estimateTokens(instructions) + estimateTokens(data),
    tokensOut: THINKING_TOKENS + answerTokens,
  };
}

/** A language model behind an OpenAI-compatible endpoint, and how much of it may be used. */
export interface ModelOptions {
  /** The address under which `/chat/completions` lies, without a slash at its end. */
  readonly baseUrl: string;
  /** As the server calls it. */
  readonly name: string;
  readonly key: string | null;
  /** For one whole answer. */
  readonly timeoutMs: number;
  readonly concurrency: number;
  /** Tokens that request and answer have together. */
  readonly contextTokens: number;
  readonly dailyTokens: number;
  /** In the currency of the prices; null for no limit. */
  readonly dailyMoney: number | null;
  /** Of a million tokens. */
  readonly priceIn: number;
  readonly priceOut: number;
  /** How much a model that thinks is to think, as `none` or `low`; absent leaves it to the server. */
  readonly reasoningEffort?: string;
}
