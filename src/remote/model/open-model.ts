import PQueue from 'p-queue';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Failure } from '../../core/failure.ts';
import { contentHash } from '../../core/hash.ts';
import {
  estimateTokens,
  type LanguageModel,
  type ModelAnswers,
  type ModelLedger,
  type ModelOptions,
  type ModelTask,
  type ModelUse,
  taskTokens,
} from '../../core/language-model.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { createEndpointFetch } from '../../http/endpoint-fetch.ts';
import { type ChatClient, type ChatReply, createChatClient } from './chat-client.ts';
import { modelFailure, oddAnswer } from './model-failure.ts';
import { readReply } from './read-reply.ts';

export interface ModelDeps {
  readonly clock: Clock;
  /** Null asks anew each time. */
  readonly answers: ModelAnswers | null;
  readonly ledger: ModelLedger;
}

export interface OpenedModel extends LanguageModel {
  close(): Promise<void>;
}

/** An answer is some kilobytes; what is larger runs without end. */
const MAX_BYTES = 2_000_000;
/** An answer of no use is asked for once more, with what was wrong with it. */
const ATTEMPTS = 2;
/** So many calls in a row without an answer: the endpoint, or the way there, is down. */
const MOST_TROUBLES = 3;
const DOWN_PAUSE_MS = 10 * 60_000;
const MILLION = 1_000_000;

/** The language model of the configuration: answers kept, use booked and limited, so many questions at a time. */
export function openModel(options: ModelOptions, deps: ModelDeps): OpenedModel {
  const { clock, answers } = deps;
  const endpoint = createEndpointFetch({ ...options, maxBytes: MAX_BYTES });
  const chat = createChatClient({ ...options, fetch: endpoint.fetch });
  const call = createCall(options, deps, chat);
  const turns = new PQueue({ concurrency: options.concurrency });
  return {
    name: options.name,
    contextTokens: options.contextTokens,
    async ask(task) {
      const { tokensIn, tokensOut } = taskTokens(task);
      if (tokensIn + tokensOut > options.contextTokens) return err(tooLong(tokensIn + tokensOut, options));
      const key = answerKey(options.name, task);
      const known = (await answers?.get(key)) ?? null;
      const kept = known === null ? null : task.schema.safeParse(JSON.parse(known));
      if (kept?.success) return ok(kept.data);
      const answer = await turns.add(() => call(task));
      if (answer.ok) await answers?.put(key, JSON.stringify(answer.value), clock.now());
      return answer;
    },
    close: () => endpoint.close(),
  };
}

/** All that the answer depends on. The address is not part of it: a model keeps its name when it moves. */
function answerKey(model: string, { purpose, version, instructions, data, schema }: ModelTask<unknown>) {
  const form = z.toJSONSchema(schema);
  return contentHash(JSON.stringify([model, purpose, version, instructions, data, form]));
}

/** Asks over the network, within the budget, and never while the endpoint is left alone. */
function createCall(options: ModelOptions, { clock, ledger }: ModelDeps, chat: ChatClient) {
  let pausedUntil = 0;
  let troubles = 0;

  function note(failure: Failure): void {
    if (failure.retryAfterMs !== undefined)
      pausedUntil = Math.max(pausedUntil, clock.now() + failure.retryAfterMs);
    troubles = failure.retryable ? troubles + 1 : 0;
    if (troubles < MOST_TROUBLES) return;
    troubles = 0;
    pausedUntil = Math.max(pausedUntil, clock.now() + DOWN_PAUSE_MS);
  }

  /** One request, booked. */
  async function send<T>(
    task: ModelTask<T>,
    complaint: string | null,
  ): Promise<Result<T, Failure> & { readonly problem?: string }> {
    const left = pausedUntil - clock.now();
    if (left > 0) return err(paused(options, left));
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const account = { day, model: options.name, purpose: task.purpose };
    const estimate = priced(taskTokens(task), options);
    if (!(await ledger.book(account, estimate, options))) return err(spent(options, clock.now()));
    let reply: ChatReply;
    try {
      reply = await chat.send(task, taskTokens(task).tokensOut, complaint);
    } catch (error) {
      const failure = modelFailure(error, options, clock.now());
      note(failure);
      await ledger.correct(account, usedByFailure(failure, estimate), failure.code === 'model/odd-answer');
      return err(failure);
    }
    troubles = 0;
    const read = reply.isCut
      ? ({ ok: false, problem: 'it ended at the limit of tokens before it was complete' } as const)
      : readReply(reply.text, task.schema);
    await ledger.correct(account, difference(usedBy(reply, estimate, options), estimate), !read.ok);
    return read.ok ? ok(read.value) : { ...err(oddAnswer(options, read.problem)), problem: read.problem };
  }

  return async <T>(task: ModelTask<T>): Promise<Result<T, Failure>> => {
    let complaint: string | null = null;
    for (let attempt = 1; ; attempt += 1) {
      const sent: Awaited<ReturnType<typeof send<T>>> = await send(task, complaint);
      if (sent.ok || sent.problem === undefined || attempt === ATTEMPTS) return sent;
      complaint = sent.problem;
    }
  };
}

function priced(
  { tokensIn, tokensOut }: Pick<ModelUse, 'tokensIn' | 'tokensOut'>,
  { priceIn, priceOut }: ModelOptions,
): ModelUse {
  return { tokensIn, tokensOut, money: (tokensIn * priceIn + tokensOut * priceOut) / MILLION };
}

function usedBy(reply: ChatReply, estimate: ModelUse, options: ModelOptions): ModelUse {
  const tokensIn = reply.tokensIn ?? estimate.tokensIn;
  return priced({ tokensIn, tokensOut: reply.tokensOut ?? estimateTokens(reply.text) }, options);
}

/** Refused requests cost nothing. What broke off may have been worked on, and stays booked. */
function usedByFailure({ code }: Failure, estimate: ModelUse): ModelUse {
  const isWorkedOn = code === 'model/timeout' || code === 'model/odd-answer';
  return difference(isWorkedOn ? estimate : { tokensIn: 0, tokensOut: 0, money: 0 }, estimate);
}

function difference(used: ModelUse, estimate: ModelUse): ModelUse {
  return {
    tokensIn: used.tokensIn - estimate.tokensIn,
    tokensOut: used.tokensOut - estimate.tokensOut,
    money: used.money - estimate.money,
  };
}

function paused({ baseUrl }: ModelOptions, waitMs: number): Failure {
  const message = `${baseUrl} asked for a pause or does not answer; it is left alone for ${Math.ceil(waitMs / 1000)} s more, and all goes on without it.`;
  return { code: 'model/busy', message, retryable: true, retryAfterMs: waitMs };
}

function spent({ dailyTokens, dailyMoney }: ModelOptions, now: number): Failure {
  const limits = `${dailyTokens} tokens${dailyMoney === null ? '' : `, ${dailyMoney} in money`}`;
  const message = `The model's budget of today (${limits}) does not hold another question. All goes on without the model until midnight UTC, or raise VARIORUM_MODEL_DAILY_TOKENS or VARIORUM_MODEL_DAILY_MONEY.`;
  const day = 86_400_000;
  return { code: 'model/budget', message, retryable: true, retryAfterMs: day - (now % day) };
}

function tooLong(tokens: number, { name, contextTokens }: ModelOptions): Failure {
  const message = `A question of about ${tokens} tokens does not fit the ${contextTokens} of "${name}". Raise VARIORUM_MODEL_CONTEXT if the model takes more.`;
  return { code: 'model/too-long', message, retryable: false };
}
