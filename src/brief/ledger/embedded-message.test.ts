import { expect, it } from 'vitest';
import { isInMessage } from './embedded-message.ts';

it.each([
  ['a message with its writer', 'We go no further. Enough. — Dora Holm (@doraholm) May 3, 2025', true],
  ['a report that names a handle', 'Holm (@doraholm) wrote on Monday that the talks were over.', false],
  ['a line without a handle', 'The talks were over — Holm said so.', false],
])('%s', (_, line, expected) => {
  const text = `The mayor spoke.\n${line}\nThe council met.`;
  const start = text.indexOf(line);
  expect(isInMessage(text, { start, end: start + 10 })).toBe(expected);
  expect(isInMessage(text, { start: 0, end: 16 })).toBe(false);
});

it('leaves alone what stands long before a message in one line', () => {
  const line = `The mayor spoke. ${'The council met again. '.repeat(30)}— Dora Holm (@doraholm) May 3`;
  expect(isInMessage(line, { start: 0, end: 16 })).toBe(false);
});
