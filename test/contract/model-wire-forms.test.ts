import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ModelOptions, ModelTask } from '../../src/core/language-model.ts';
import { type OpenedModel, openModel } from '../../src/remote/model/open-model.ts';
import { modelLedger, useOfDay } from '../../src/store/model-ledger.ts';
import {
  type ChatHandler,
  type LoopbackModel,
  modelOptions,
  startLoopbackModel,
} from '../builders/loopback-model.ts';
import { DATABASES, type Opened } from './databases.ts';

/**
 * Each server's wire form as its documentation has it, in bodies of our own. Sources, read on 2026-11-25:
 * - OpenAI: platform.openai.com/docs/api-reference/chat/object (refusal, annotations, usage with details) and
 *   docs/guides/structured-outputs (a refusal in place of content); the refusal of `max_tokens` by thinking models as in
 *   github.com/microsoft/vscode-copilot-release/issues/9954.
 * - Ollama: github.com/ollama/ollama docs/openai.md (fields it knows; `usage.prompt_tokens` is 0 for a cached prompt) and
 *   docs.ollama.com/api/openai-compatibility (`reasoning_effort`); `reasoning` beside `content`:
 *   github.com/aictrl-dev/cli/issues/75; context by memory, cut without a word: docs/context-length.mdx.
 * - llama.cpp: github.com/ggml-org/llama.cpp tools/server/README.md (`timings`, errors with a number for a code, 503 while
 *   loading, `response_format` with a schema); `exceed_context_size_error` as its server words it.
 * - vLLM: docs.vllm.ai features/reasoning_outputs (`reasoning`, before that `reasoning_content`) and
 *   serving/openai_compatible_server; errors without a frame: github.com/vllm-project/vllm/issues/4667.
 * - LM Studio: lmstudio.ai/docs/developer/openai-compat/structured-output (JSON as a string in `content`).
 */
const SAID = { statements: ['The bridge was opened.'] };
const TASK: ModelTask<{ statements: string[] }> = {
  purpose: 'write',
  version: 1,
  instructions: 'Write.',
  data: '{}',
  schema: z.strictObject({ statements: z.array(z.string()) }),
  answerTokens: 100,
};
const NOW = Date.UTC(2026, 10, 25, 12);

let server: LoopbackModel;
let opened: Opened;
let model: OpenedModel | null = null;

beforeEach(async () => {
  server = await startLoopbackModel();
  opened = await DATABASES[0]!.open();
});
afterEach(async () => {
  await model?.close();
  await server.close();
  await opened.close();
});

function ask(more: Partial<ModelOptions> = {}) {
  const options = modelOptions(server.baseUrl, more);
  model = openModel(options, { clock: { now: () => NOW }, answers: null, ledger: modelLedger(opened.store) });
  return model.ask(TASK);
}

const json =
  (status: number, body: object, headers: Readonly<Record<string, string>> = {}): ChatHandler =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const used = () => useOfDay(opened.store.db, '2026-11-25');
const content = JSON.stringify(SAID);

describe('answers as servers give them', () => {
  const FORMS: readonly [
    name: string,
    body: object,
    tokens: readonly [tokensIn: number, tokensOut: number],
  ][] = [
    [
      'OpenAI',
      {
        id: 'chatcmpl-Bx1',
        object: 'chat.completion',
        created: 1_780_000_000,
        model: 'gpt-invented-2026-01-01',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content, refusal: null, annotations: [] },
            logprobs: null,
            finish_reason: 'stop',
          },
        ],
        usage: {
          prompt_tokens: 812,
          completion_tokens: 64,
          total_tokens: 876,
          prompt_tokens_details: { cached_tokens: 512, audio_tokens: 0 },
          completion_tokens_details: {
            reasoning_tokens: 0,
            audio_tokens: 0,
            accepted_prediction_tokens: 0,
            rejected_prediction_tokens: 0,
          },
        },
        service_tier: 'default',
        system_fingerprint: 'fp_0',
      },
      [812, 64],
    ],
    [
      'Ollama, with a model that thinks',
      {
        id: 'chatcmpl-41',
        object: 'chat.completion',
        created: 1_780_000_000,
        model: 'invented:8b',
        system_fingerprint: 'fp_ollama',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content, reasoning: 'They want JSON: {"statements": …' },
            finish_reason: 'stop',
          },
        ],
        usage: { prompt_tokens: 700, completion_tokens: 250, total_tokens: 950 },
      },
      [700, 250],
    ],
    [
      'Ollama, from a cached prompt',
      {
        id: 'chatcmpl-42',
        object: 'chat.completion',
        created: 1_780_000_000,
        model: 'invented:8b',
        system_fingerprint: 'fp_ollama',
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 0, completion_tokens: 40, total_tokens: 40 },
      },
      [0, 40],
    ],
    [
      'llama.cpp',
      {
        choices: [
          {
            finish_reason: 'stop',
            index: 0,
            message: { role: 'assistant', reasoning_content: 'Hm: {"statements":[]}?', content },
          },
        ],
        created: 1_780_000_000,
        model: 'invented.gguf',
        system_fingerprint: 'b1-0000000',
        object: 'chat.completion',
        usage: { completion_tokens: 30, prompt_tokens: 500, total_tokens: 530 },
        id: 'chatcmpl-x',
        timings: { prompt_n: 500, prompt_ms: 900.5, predicted_n: 30, predicted_per_second: 33.1 },
      },
      [500, 30],
    ],
    [
      'vLLM',
      {
        id: 'chatcmpl-7',
        object: 'chat.completion',
        created: 1_780_000_000,
        model: 'Invented/Model-8B',
        choices: [
          {
            index: 0,
            message: {
              role: 'assistant',
              content,
              refusal: null,
              annotations: null,
              audio: null,
              function_call: null,
              tool_calls: [],
              reasoning: null,
              reasoning_content: null,
            },
            logprobs: null,
            finish_reason: 'stop',
            stop_reason: null,
            token_ids: null,
          },
        ],
        service_tier: null,
        system_fingerprint: null,
        usage: { prompt_tokens: 640, total_tokens: 700, completion_tokens: 60, prompt_tokens_details: null },
        prompt_logprobs: null,
        kv_transfer_params: null,
      },
      [640, 60],
    ],
    [
      'LM Studio',
      {
        id: 'chatcmpl-ls',
        object: 'chat.completion',
        created: 1_780_000_000,
        model: 'publisher/invented-8b',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content: JSON.stringify(SAID, null, 2), tool_calls: [] },
            logprobs: null,
            finish_reason: 'stop',
          },
        ],
        usage: { prompt_tokens: 300, completion_tokens: 20, total_tokens: 320 },
        stats: {},
        system_fingerprint: 'publisher/invented-8b',
      },
      [300, 20],
    ],
  ];

  it.each(FORMS)('%s', async (_, body, [tokensIn, tokensOut]) => {
    server.answerNext(json(200, body));
    expect(await ask()).toEqual({ ok: true, value: SAID });
    expect(await used()).toMatchObject({ tokensIn, tokensOut, rejected: 0 });
    expect(server.requests[0]).not.toHaveProperty('stream');
    expect(server.requests[0]?.response_format?.type).toBe('json_schema');
  });

  it('a refusal of OpenAI in place of the content is no answer', async () => {
    const refused = json(200, {
      id: 'chatcmpl-r',
      object: 'chat.completion',
      created: 1_780_000_000,
      model: 'gpt-invented',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: null, refusal: 'I cannot help with that.' },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 10, completion_tokens: 8, total_tokens: 18 },
    });
    server.answerNext(refused, refused);
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'model/odd-answer' } });
  });

  it('a model that thinks until its tokens are spent is told apart from one that answers', async () => {
    const spent = json(200, {
      id: 'chatcmpl-s',
      object: 'chat.completion',
      created: 1_780_000_000,
      model: 'invented:8b',
      system_fingerprint: 'fp_ollama',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: '', reasoning: 'Let me think about every claim …' },
          finish_reason: 'length',
        },
      ],
      usage: { prompt_tokens: 700, completion_tokens: 1_124, total_tokens: 1_824 },
    });
    server.answerNext(spent, spent);
    expect(await ask()).toMatchObject({
      ok: false,
      error: { code: 'model/odd-answer', message: expect.stringContaining('limit of tokens') },
    });
  });
});

describe('errors as servers word them', () => {
  const ERRORS: readonly [name: string, handler: ChatHandler, code: string, says: RegExp][] = [
    [
      'OpenAI: a wrong key',
      json(401, {
        error: {
          message: 'Incorrect API key provided: sk-x. You can find your API key at …',
          type: 'invalid_request_error',
          param: null,
          code: 'invalid_api_key',
        },
      }),
      'model/key',
      /VARIORUM_MODEL_KEY/,
    ],
    [
      'OpenAI: no money left',
      json(429, {
        error: {
          message: 'You exceeded your current quota, please check your plan and billing details.',
          type: 'insufficient_quota',
          param: null,
          code: 'insufficient_quota',
        },
      }),
      'model/busy',
      /exceeded your current quota/,
    ],
    [
      'Ollama: a model that was not pulled',
      json(404, {
        error: {
          message: "model 'invented:8b' not found",
          type: 'not_found_error',
          param: null,
          code: null,
        },
      }),
      'model/not-found',
      /pull it first/,
    ],
    [
      'llama.cpp: a wrong key',
      json(401, { error: { code: 401, message: 'Invalid API Key', type: 'authentication_error' } }),
      'model/key',
      /Invalid API Key/,
    ],
    [
      'llama.cpp: still loading',
      json(503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }),
      'model/busy',
      /Loading model/,
    ],
    [
      'llama.cpp: a context too small',
      json(400, {
        error: {
          code: 400,
          message:
            'request (9412 tokens) exceeds the available context size (8192 tokens), try increasing it',
          type: 'exceed_context_size_error',
          n_prompt_tokens: 9_412,
          n_ctx: 8_192,
        },
      }),
      'model/refused',
      /exceeds the available context size/,
    ],
    [
      'vLLM, older: an error without a frame',
      json(400, {
        object: 'error',
        message: "This model's maximum context length is 4096 tokens.",
        type: 'BadRequestError',
        param: null,
        code: 400,
      }),
      'model/refused',
      /maximum context length/,
    ],
    [
      'vLLM: another name for the model',
      json(404, {
        error: {
          message: 'The model `invented-7b` does not exist.',
          type: 'NotFoundError',
          param: 'model',
          code: 404,
        },
      }),
      'model/not-found',
      /VARIORUM_MODEL/,
    ],
    [
      'LM Studio: an error as a string',
      json(400, { error: 'No models loaded. Please load a model in the developer page.' }),
      'model/refused',
      /No models loaded/,
    ],
  ];

  it.each(ERRORS)('%s', async (_, handler, code, says) => {
    server.answerNext(...Array.from({ length: 4 }, () => handler));
    expect(await ask()).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(says) } });
  });

  it('OpenAI’s models that think refuse max_tokens: the request is put more plainly, and answered', async () => {
    const unsupported = json(400, {
      error: {
        message:
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        type: 'invalid_request_error',
        param: 'max_tokens',
        code: 'unsupported_parameter',
      },
    });
    const fine = json(200, {
      id: 'chatcmpl-f',
      object: 'chat.completion',
      created: 1_780_000_000,
      model: 'gpt-invented',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 10, completion_tokens: 8, total_tokens: 18 },
    });
    server.answerNext(unsupported, unsupported, fine);
    expect(await ask()).toEqual({ ok: true, value: SAID });
    expect(server.requests.at(-1)).not.toHaveProperty('max_tokens');
    expect(server.requests.at(-1)?.response_format?.type).toBe('json_schema');
  });

  it('a model that thinks can be told how much', async () => {
    server.answerNext(json(200, { choices: [{ message: { content }, finish_reason: 'stop' }] }));
    await ask({ reasoningEffort: 'none' });
    expect(server.requests[0]).toMatchObject({ reasoning_effort: 'none' });
  });
});
