import { describe, expect, it } from 'vitest';
import { articleNotes } from './article-notes.ts';

describe('articleNotes', () => {
  it.each([
    ['Correction: the bridge was built in 1902, not in 1920.', 'correction'],
    ['Correction (Nov. 3): the bridge was built in 1902, not in 1920.', 'correction'],
    ['An earlier version of this article gave a wrong year for the bridge.', 'correction'],
    ['This article was amended on 3 November 2026 to give the right year.', 'correction'],
    ['This story has been updated with a statement of the council.', 'update'],
    ['UPDATE: the council has put off its vote until Thursday.', 'update'],
    ['Clarification: the fee is paid by the builders, not by the town.', 'clarification'],
    ["Editor's note: this piece was first printed in the paper of Saturday.", 'editors-note'],
  ])('finds "%s"', (text, kind) => {
    expect(articleNotes(['The bridge is closed.', text, text])).toEqual([{ kind, text }]);
  });

  it.each([
    'Updated 10:01 pm, Tuesday, November 3, 2026',
    'Correction of the river has cost the town two million so far.',
    'This article of the treaty was the one the council had never read.',
    'Corrections',
    `Update: ${'the council spoke again and '.repeat(40)}`,
  ])('leaves "%s"', (text) => {
    expect(articleNotes([text])).toEqual([]);
  });
});
