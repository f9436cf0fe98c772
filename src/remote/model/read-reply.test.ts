import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply } from './read-reply.ts';

const SCHEMA = z.strictObject({ n: z.number() });

describe('readReply', () => {
  it.each([
    ['{"n":1}'],
    ['```json\n{"n":1}\n```'],
    ['Sure: {"n":1}.'],
    ['<think>{"n":2}? No.</think>\n{"n":1}'],
  ])('reads %j', (text) => {
    expect(readReply(text, SCHEMA)).toEqual({ ok: true, value: { n: 1 } });
  });

  it.each([
    ['', 'it was empty'],
    ['<think>hm</think>', 'it was empty'],
    ['one', 'it was no JSON object'],
    ['{"n":1', 'it was no JSON object'],
    ['{"n":1}{"n":2}', 'it was no JSON object'],
    ['[1]', 'it was no JSON object'],
    ['{"n":"1"}', 'at n: '],
    ['{"n":1,"m":2}', 'at its top: '],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readReply(text, SCHEMA)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof readReply(text, SCHEMA).ok === 'boolean'),
    );
  });
});
