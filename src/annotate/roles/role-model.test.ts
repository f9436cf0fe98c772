import { describe, expect, it } from 'vitest';
import { worthOfRoles } from './role-model.ts';

describe('worthOfRoles', () => {
  const scores = [Math.log(0.6), Math.log(0.4), 5];

  it.each<[string, number, number[], number[], number]>([
    ['the likelier of two alike', 1, [0.5, 0.5], [1, 1], 0],
    ['the rarer, where it is nearly as likely', 1, [0.5, 0.5], [1, 0.2], 1],
    ['the one that is seldom right', 1, [0.9, 0.3], [1, 1], 1],
    ['not the rarer one when the scores are sure', 4, [0.5, 0.5], [1, 0.2], 0],
  ])('is highest for %s', (_, sharpness, f1, share, best) => {
    const worths = worthOfRoles({ sharpness, f1, share }, scores);
    expect(worths).toHaveLength(2);
    expect(worths.indexOf(Math.max(...worths))).toBe(best);
  });
});
