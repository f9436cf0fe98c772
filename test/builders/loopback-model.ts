import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelOptions } from '../../src/core/language-model.ts';

/** A request as OpenAI's reference has it (platform.openai.com/docs/api-reference/chat/create), as far as it is sent here. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: object } };
}

export type ChatHandler = (request: ChatRequest, response: ServerResponse) => void;

export interface LoopbackModel {
  /** As VARIORUM_MODEL_URL takes it. */
  readonly baseUrl: string;
  readonly requests: ChatRequest[];
  /** Authorization headers, in the order of the requests. */
  readonly keys: (string | undefined)[];
  /** Answers the next request in another way than it would; several wait in line. */
  answerNext(...handlers: ChatHandler[]): void;
  close(): Promise<void>;
}

/** The items of a question about tone, as the model reads them. */
export function itemsOf(request: ChatRequest): { n: number; target: string; sentence: string }[] {
  const data = request.messages.at(-1)?.content ?? '';
  return JSON.parse(data.slice(data.indexOf('[')));
}

/** A chat completion with this content; 100 tokens were read and 20 written. */
export function completion(
  response: ServerResponse,
  content: string | null,
  more: { readonly finish?: string; readonly usage?: object | null } = {},
): void {
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  const body = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'invented-7b',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content },
        finish_reason: more.finish ?? 'stop',
        logprobs: null,
      },
    ],
    ...(more.usage === null ? {} : { usage: more.usage ?? usage }),
  };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** An error in OpenAI's form. */
export function refuse(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ChatHandler {
  return (_, response) => {
    const body = { error: { message, type: 'invalid_request_error', param: null, code: null } };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** Labels every item by its words: a tiny judge that any test can foresee. */
export const judgeByWords: ChatHandler = (request, response) => {
  const answers = itemsOf(request).map(({ n, sentence }) => ({
    n,
    tone: /corrupt|disgrace|reckless/i.test(sentence) ? 'negative' : 'neutral',
  }));
  completion(response, JSON.stringify({ answers }));
};

/** A small model on a server of the test's, with a budget that no test uses up. */
export function modelOptions(baseUrl: string, more: Partial<ModelOptions> = {}): ModelOptions {
  return {
    baseUrl,
    name: 'invented-7b',
    key: null,
    timeoutMs: 5_000,
    concurrency: 1,
    contextTokens: 8_192,
    dailyTokens: 1_000_000,
    dailyMoney: null,
    priceIn: 0,
    priceOut: 0,
    ...more,
  };
}

/** A server on loopback that speaks the chat-completions protocol and has one model, `invented-7b`. */
export async function startLoopbackModel(usual: ChatHandler = judgeByWords): Promise<LoopbackModel> {
  const requests: ChatRequest[] = [];
  const keys: (string | undefined)[] = [];
  const waiting: ChatHandler[] = [];
  const server = createServer(async (incoming, response) => {
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404 page not found</h1>');
      return;
    }
    const request = JSON.parse(await textOf(incoming)) as ChatRequest;
    requests.push(request);
    keys.push(incoming.headers.authorization);
    const handler = waiting.shift() ?? (request.model === 'invented-7b' ? usual : noSuchModel(request.model));
    handler(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    keys,
    answerNext: (...handlers) => waiting.push(...handlers),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function noSuchModel(name: string): ChatHandler {
  return refuse(404, `The model \`${name}\` does not exist or you do not have access to it.`);
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return text;
}
