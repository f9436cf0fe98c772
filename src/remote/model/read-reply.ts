import type { z } from 'zod';

export type ReadReply<T> =
  | { readonly ok: true; readonly value: T }
  /** What is wrong with it, in words that the model can use. */
  | { readonly ok: false; readonly problem: string };

/** What some models write before they answer, where the server does not take it out (DeepSeek R1, Qwen 3). */
const THOUGHTS = /^\s*<think>[\s\S]*?<\/think>/;

/** Reads the one JSON object of a reply, with or without words or a code fence around it, and checks it. */
export function readReply<T>(text: string, schema: z.ZodType<T>): ReadReply<T> {
  const said = text.replace(THOUGHTS, '');
  if (said.trim() === '') return { ok: false, problem: 'it was empty' };
  const value = parseObject(said);
  if (value === undefined) return { ok: false, problem: 'it was no JSON object' };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    ok: false,
    problem: `at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? 'wrong form'}`,
  };
}

function parseObject(text: string): unknown {
  const whole = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  try {
    return JSON.parse(whole);
  } catch {
    return undefined;
  }
}
