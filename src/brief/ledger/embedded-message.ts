import type { Span } from '../../core/span.ts';

/** "… No more talks. — Dora Holm (@doraholm) 3 May 2025": the end of a message copied from a network, with who wrote it. */
const SIGNED = /\s[—–-]{1,2}\s?\p{Lu}[^—–\n()]{1,60}?\s?\(@\w+\)(?=[^.!?\n]{0,40}(?:$|\s[—–-]))/u;
/** A message is hardly longer. */
const MAX_MESSAGE = 400;

/**
 * True when a sentence may belong to a message that an article shows as it stood on a network: its line ends, not far on, with a
 * writer's name and handle. Where in the line the message begins cannot be told, so that such words are neither the paper's nor
 * safely the writer's.
 */
export function isInMessage(text: string, sentence: Span): boolean {
  const lineEnd = text.indexOf('\n', sentence.start);
  const line = text.slice(sentence.start, lineEnd < 0 ? text.length : lineEnd);
  const at = line.search(SIGNED);
  return at >= 0 && at <= MAX_MESSAGE;
}
