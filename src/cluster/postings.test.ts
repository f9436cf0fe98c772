import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomFor } from './entry-pool.ts';
import { Postings } from './postings.ts';

const SLOTS = 40;
const KEYS = 6;

type Step = { readonly add: number; readonly slot: number } | { readonly gone: readonly number[] };

interface Entry {
  readonly key: number;
  readonly slot: number;
  readonly value: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ add: fc.nat(KEYS - 1), slot: fc.nat(SLOTS - 1) }) },
    { weight: 1, arbitrary: fc.record({ gone: fc.uniqueArray(fc.nat(SLOTS - 1)) }) },
  ),
  { maxLength: 400 },
);

/** Does a step to the postings and to a plain list, which is returned. */
function take(step: Step, value: number, postings: Postings, plain: readonly Entry[]): Entry[] {
  if ('add' in step) {
    postings.add(step.add, step.slot, value);
    return [...plain, { key: step.add, slot: step.slot, value }];
  }
  const isLive = new Uint8Array(SLOTS).fill(1);
  for (const slot of step.gone) isLive[slot] = 0;
  postings.compact(isLive);
  return plain.filter(({ slot }) => isLive[slot] === 1);
}

function expectSame(postings: Postings, key: number, own: readonly Entry[]): void {
  const products = new Float64Array(SLOTS);
  postings.accumulate(key, 2, products);
  const expected = new Float64Array(SLOTS);
  for (const { slot, value } of own) expected[slot] = (expected[slot] ?? 0) + 2 * value;
  expect(products).toEqual(expected);
  const slots: number[] = [];
  postings.forEach(key, (slot) => slots.push(slot));
  expect(slots).toEqual(own.map(({ slot }) => slot));
  expect(postings.has(key)).toBe(own.length > 0);
}

describe('Postings', () => {
  it('holds what a plain list of entries holds, however slots come and go', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const postings = new Postings();
        let plain: Entry[] = [];
        for (const [value, step] of list.entries()) plain = take(step, value, postings, plain);
        for (let key = 0; key < KEYS; key++)
          expectSame(
            postings,
            key,
            plain.filter((entry) => entry.key === key),
          );
      }),
    );
  });

  it('knows nothing of a key that was never added', () => {
    const postings = new Postings();
    expect(postings.has(9_999)).toBe(false);
    postings.accumulate(9_999, 1, new Float64Array(1));
    postings.add(9_999, 0, 1);
    expect(postings.has(9_999)).toBe(true);
    expect(postings.has(9_998)).toBe(false);
  });
});

describe('roomFor', () => {
  it.each([
    [0, 4],
    [4, 4],
    [5, 6],
    [7, 8],
    [9, 12],
    [13, 16],
    [16, 16],
    [17, 24],
  ])('%i entries lie in a block of %i', (entries, room) => {
    expect(roomFor(entries)).toBe(room);
  });
});
