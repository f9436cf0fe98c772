import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storySlug } from './story-slug.ts';

const ID = 'k7n2qabcdefghijk';

it.each([
  ['Flood hits Aldmark; 31 dead', 'flood-hits-aldmark-31-dead-k7n2qa'],
  ['Überschwemmung in Ålmark', 'ueberschwemmung-in-almark-k7n2qa'],
  ['', 'story-k7n2qa'],
  ['!!! — …', 'story-k7n2qa'],
  ['洪水', 'story-k7n2qa'],
])('names the story of "%s" %s', (headline, slug) => {
  expect(storySlug(headline, ID)).toBe(slug);
});

it('cuts between words, and a single endless word inside', () => {
  expect(storySlug(`${'word '.repeat(30)}`, ID)).toBe(`${'word-'.repeat(12)}k7n2qa`);
  expect(storySlug('x'.repeat(200), ID)).toBe(`${'x'.repeat(60)}-k7n2qa`);
});

it('is a short path segment for any headline', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (headline) => {
      const slug = storySlug(headline, ID);
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*-k7n2qa$/);
      expect(slug.length).toBeLessThanOrEqual(67);
    }),
  );
});
