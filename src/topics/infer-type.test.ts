import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MENTION_TYPES } from '../core/annotation.ts';
import { inferType, typeFeatures } from './infer-type.ts';
import { loadTypeModel } from './topic-tools.ts';

const model = loadTypeModel();

describe('inferType', () => {
  it.each([
    ['Quellmouth County Cricket Club', null, 'organisation'],
    ['Halvik national football team', null, 'organisation'],
    ['University of Quellmouth', null, 'organisation'],
    ['2031 Summer Olympics', null, 'event'],
    ['Battle of Halvik', null, 'event'],
    ['Quellmouth Airport', null, 'place'],
    ['John Sorve', null, 'person'],
  ] as const)('takes %s (%s) for a %s', (title, description, type) => {
    expect(inferType(model, title, description)).toBe(type);
  });

  it('reads any title', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (title, description) => {
        expect(MENTION_TYPES).toContain(inferType(model, title, description));
        expect(typeFeatures(title, description)).toEqual(typeFeatures(title, description));
      }),
    );
  });
});
