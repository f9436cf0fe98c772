import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, jsonSchema, NoObjectGeneratedError, Output } from 'ai';
import { z } from 'zod';
import type { ModelTask } from '../../core/language-model.ts';

export interface ChatOptions {
  readonly baseUrl: string;
  readonly name: string;
  readonly key: string | null;
  readonly reasoningEffort?: string;
  readonly fetch: typeof globalThis.fetch;
}

export interface ChatReply {
  readonly text: string;
  /** As the server counts; null where it does not say. */
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  /** The answer ended at the limit of tokens. */
  readonly isCut: boolean;
}

export interface ChatClient {
  /** Sends a task once; `complaint` says what was wrong with the answer before. Throws what `modelFailure` reads. */
  send(task: ModelTask<unknown>, maxTokens: number, complaint: string | null): Promise<ChatReply>;
}

/**
 * How a request is put, the best first. Servers differ in what they take: `response_format` with a schema is known to OpenAI, Ollama,
 * vLLM, LM Studio and llama.cpp, but not to every proxy; OpenAI's models that think refuse `temperature` and `max_tokens`.
 */
const FORMS = [
  { structured: true, tuned: true },
  { structured: false, tuned: true },
  { structured: true, tuned: false },
  { structured: false, tuned: false },
] as const;

/** One model behind an OpenAI-compatible endpoint. The form that a server takes is found once and kept. */
export function createChatClient({ baseUrl, name, key, reasoningEffort, fetch }: ChatOptions): ChatClient {
  // It would write to the console what a model ignores; the answer is checked anyway.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const provider = createOpenAICompatible({
    name: 'variorum',
    baseURL: baseUrl,
    fetch,
    supportsStructuredOutputs: true,
    ...(key === null ? {} : { apiKey: key }),
  });
  const model = provider.chatModel(name);
  let kept = 0;

  async function inForm(
    form: (typeof FORMS)[number],
    task: ModelTask<unknown>,
    maxTokens: number,
    complaint: string | null,
  ): Promise<ChatReply> {
    const schema = z.toJSONSchema(task.schema);
    const output = Output.object({ schema: jsonSchema(schema as Parameters<typeof jsonSchema>[0]) });
    try {
      const { text, usage, finishReason } = await generateText({
        model,
        instructions: instructionsOf(task.instructions, schema, complaint),
        prompt: task.data,
        maxRetries: 0,
        ...(form.tuned ? { temperature: 0, maxOutputTokens: maxTokens } : {}),
        ...(form.structured ? { output } : {}),
        ...(reasoningEffort !== undefined ? { providerOptions: { variorum: { reasoningEffort } } } : {}),
      });
      return { text, ...tokensOf(usage), isCut: finishReason === 'length' };
    } catch (error) {
      if (!NoObjectGeneratedError.isInstance(error)) throw error;
      const { text = '', usage, finishReason } = error;
      return { text, ...tokensOf(usage), isCut: finishReason === 'length' };
    }
  }

  return {
    async send(task, maxTokens, complaint) {
      for (let index = kept; ; index += 1) {
        const form = FORMS[index];
        if (form === undefined) throw new Error('no form of request is left');
        try {
          const reply = await inForm(form, task, maxTokens, complaint);
          kept = index;
          return reply;
        } catch (error) {
          if (!refusesForm(error) || index + 1 === FORMS.length) throw error;
        }
      }
    },
  };
}

/** Statuses by which servers refuse a field of a request. */
function refusesForm(error: unknown): boolean {
  return APICallError.isInstance(error) && (error.statusCode === 400 || error.statusCode === 422);
}

function tokensOf(
  usage:
    | { readonly inputTokens?: number | undefined; readonly outputTokens?: number | undefined }
    | undefined,
): Pick<ChatReply, 'tokensIn' | 'tokensOut'> {
  return { tokensIn: counted(usage?.inputTokens), tokensOut: counted(usage?.outputTokens) };
}

/** A server's count, when it is one: the account adds it up. */
function counted(tokens: number | undefined): number | null {
  return Number.isSafeInteger(tokens) && Number(tokens) >= 0 ? Number(tokens) : null;
}

/** The schema stands in the words too: servers that do not know it, or ignore it, have a model that does. */
function instructionsOf(instructions: string, schema: object, complaint: string | null): string {
  const { $schema: _, ...form } = schema as { readonly $schema?: string };
  const again = complaint === null ? '' : `\n\nAn earlier answer was refused: ${complaint}.`;
  return `${instructions}\n\nAnswer with one JSON object of this JSON Schema and nothing else:\n${JSON.stringify(form)}${again}`;
}
