import { expect, it } from 'vitest';
import { ValueRoom } from './value-room.ts';

it("gives out values that are nobody else's until it is cleared, however many are asked for at once", () => {
  const room = new ValueRoom();
  const lengths = [0, 3, 200_000, 5, 100_000, 100_000, 300_000];
  for (let round = 0; round < 2; round++) {
    const taken = lengths.map((length) => room.take(length));
    for (const [i, values] of taken.entries()) values.fill(i);
    expect(taken.map(({ length }) => length)).toEqual(lengths);
    for (const [i, values] of taken.entries()) expect(values.every((value) => value === i)).toBe(true);
    room.clear();
  }
});
