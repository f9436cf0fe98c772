import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRONT_PLACES } from '../../core/standing.ts';
import { type Contender, EVENT_PLACES, frontOrder } from './front-order.ts';

const SUMMIT = ['Tesorvin', 'Marek Olin', 'Dravonia', 'Sorve'];

function contender(id: string, score: number, names: readonly string[] = [id]): Contender {
  return { id, score, names, lastAt: 0 };
}

function others(count: number, score: number): Contender[] {
  return Array.from({ length: count }, (_, at) => contender(`other-${at}`, score - at / 1000));
}

const event = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    contender(`summit-${at}`, 10 - at / 10, [...SUMMIT, `side ${at}`]),
  );

describe('frontOrder', () => {
  it('lets one event have its places on the first page and no more', () => {
    const places = frontOrder([...event(8), ...others(30, 5)]);
    const first = places.filter(({ place }) => place <= FRONT_PLACES).map(({ id }) => id);
    expect(first.filter((id) => id.startsWith('summit'))).toEqual(['summit-0', 'summit-1', 'summit-2']);
    expect(EVENT_PLACES).toBe(3);
    const held = places.filter(({ heldBack }) => heldBack);
    expect(held.map(({ id, kinAbove }) => [id, kinAbove])).toEqual(
      ['summit-3', 'summit-4', 'summit-5', 'summit-6', 'summit-7'].map((id) => [id, 3]),
    );
    expect(held[0]?.place).toBe(FRONT_PLACES + 1);
  });

  it('does not take a third of what the names tell for one event', () => {
    const stories = event(8).map((story, at) => ({
      ...story,
      names: ['Dravonia', 'Sorve', `a${at}`, `b${at}`],
    }));
    expect(frontOrder([...stories, ...others(30, 5)]).some(({ heldBack }) => heldBack)).toBe(false);
  });

  it('does not take names that stand in most stories for an event', () => {
    const presidents = ['President', 'Senate', 'Capital'];
    const stories = Array.from({ length: 40 }, (_, at) =>
      contender(`s${at}`, 9 - at / 10, [...presidents, `n${at}`]),
    );
    expect(frontOrder(stories).some(({ heldBack }) => heldBack)).toBe(false);
  });

  it('gives every story one place, whatever the order it is told in', () => {
    const story = fc.record({
      id: fc.uuid(),
      score: fc.double({ min: 0, max: 10, noNaN: true }),
      lastAt: fc.nat(10),
      names: fc.array(fc.constantFrom(...SUMMIT, 'x', 'y', 'z'), { maxLength: 7 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(story, { selector: ({ id }) => id, maxLength: 60 }), (stories) => {
        const places = frontOrder(stories);
        expect(places.map(({ place }) => place)).toEqual(stories.map((_, at) => at + 1));
        expect(frontOrder(stories.toReversed())).toEqual(places);
      }),
    );
  });
});
