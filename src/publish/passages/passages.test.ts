import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halvikStory } from '../../../test/builders/library-builder.ts';
import type { ArticlePassages } from '../../core/library.ts';
import { wordCount } from '../format/words.ts';
import { citedPassages, openingOf } from './article-excerpts.ts';
import { type CitedPlace, citedPlaces } from './cited.ts';
import { excerptOf, sentenceRange, sentencesOf } from './excerpt.ts';
import { excerptRuns } from './excerpt-runs.ts';
import { passageAt } from './passage.ts';

const story = halvikStory();
const wire = story.articles.find(({ article }) => article.id === 'nw1')!;

/** Any citations of the wire article, those that lie outside of its text among them. */
const placesOfWire = fc.array(
  fc.record({
    section: fc.constantFrom('Figures', 'How we got here'),
    weight: fc.constantFrom<CitedPlace['weight']>(1, 2, 3),
    citation: fc.tuple(fc.nat(1200), fc.nat(1200)).map(([a, b]) => ({
      articleId: 'nw1',
      start: Math.min(a, b),
      end: Math.max(a, b) + 1,
    })),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('excerpts of an article', () => {
  it('stay within half of its words, the first cited sentence apart', () => {
    fc.assert(
      fc.property(placesOfWire, (places) => {
        const sentences = sentencesOf(wire);
        const words = [...excerptOf(wire, places)].map((index) =>
          wordCount(wire.text.slice(sentences[index]?.start, sentences[index]?.end)),
        );
        const total = words.reduce((sum, count) => sum + count, 0);
        expect(total <= wordCount(wire.text) / 2 || words.length === 1).toBe(true);
      }),
    );
  });

  it('show a cited sentence with one neighbour on each side where there is room', () => {
    const sentence = wire.sentences[3]!;
    const places: CitedPlace[] = [{ citation: { articleId: 'nw1', ...sentence }, section: 'x', weight: 1 }];
    expect([...excerptOf(wire, places)].sort()).toEqual([2, 3, 4]);
    const passage = passageAt(wire, sentence, excerptOf(wire, places));
    expect(passage.before).toMatch(/^The fire broke out .* Solvang\. $/);
    expect(passage.cited).toBe('She said the ship had been declared safe to dock two days earlier.');
    expect(passage.after).toMatch(/^ Tugs pulled/);
    expect([passage.sentence, passage.sentenceCount]).toEqual([4, 9]);
  });

  it('prefer what sentences of the page rest on to what merely supports them', () => {
    const places = wire.sentences.map(
      (sentence, index): CitedPlace => ({
        citation: { articleId: 'nw1', ...sentence },
        section: 'x',
        weight: index === 8 ? 1 : 3,
      }),
    );
    expect(excerptOf(wire, places).has(8)).toBe(true);
  });

  it('as runs repeat no sentence, and lose no cited place', () => {
    fc.assert(
      fc.property(placesOfWire, (places) => {
        const { runs, hidden } = excerptRuns(wire, places);
        const numbers = runs.flatMap(({ firstSentence, lastSentence }) =>
          Array.from({ length: lastSentence - firstSentence + 1 }, (_, index) => firstSentence + index),
        );
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        const anchors = runs.flatMap(({ parts }) => parts.flatMap(({ anchor }) => anchor ?? []));
        const starts = new Set([...anchors, ...hidden.map(({ start }) => start)]);
        const sentences = sentencesOf(wire);
        for (const { citation } of places) {
          const range = sentenceRange(sentences, citation);
          const inGap = range !== null && citation.start < (sentences[range[0]]?.start ?? 0);
          if (!inGap) expect(starts.has(citation.start)).toBe(true);
        }
      }),
    );
  });

  it('mark exactly the cited words', () => {
    const citation = { articleId: 'nw1', start: wire.text.indexOf('At least 31'), end: 0 };
    const place: CitedPlace = {
      citation: { ...citation, end: citation.start + 11 },
      section: 'x',
      weight: 2,
    };
    const { runs } = excerptRuns(wire, [place]);
    const marked = runs.flatMap(({ parts }) => parts).filter(({ cited }) => cited);
    expect(marked).toEqual([{ text: 'At least 31', cited: true, anchor: citation.start }]);
  });

  it('of an article without sentence boundaries go by blocks', () => {
    const plain: ArticlePassages = { ...wire, sentences: [] };
    expect(
      sentencesOf(plain)
        .map(({ start, end }) => plain.text.slice(start, end))
        .join('\n'),
    ).toBe(plain.text);
  });

  it('of an article that nobody cites are a quarter of it at most', () => {
    const words = wordCount(openingOf(wire));
    expect(words).toBeGreaterThan(0);
    expect(words).toBeLessThanOrEqual(wordCount(wire.text) / 4);
  });
});

describe('cited places of a briefing', () => {
  it('include every citation that is part of it', () => {
    const places = citedPlaces(story.briefing).map(
      ({ citation }) => `${citation.articleId}:${citation.start}`,
    );
    const found: string[] = [];
    JSON.stringify(story.briefing, (_key, value) => {
      if (value !== null && typeof value === 'object' && 'articleId' in value && 'start' in value) {
        found.push(`${value.articleId}:${value.start}`);
      }
      return value;
    });
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter((place) => !places.includes(place))).toEqual([]);
  });

  it('are listed for an article once each, with the sections that cite them', () => {
    const cited = citedPassages(wire, citedPlaces(story.briefing));
    const keys = cited.map(({ start, end }) => `${start}-${end}`);
    expect(keys).toEqual([...new Set(keys)]);
    expect(cited[0]?.sections).toContain('What’s happened');
    for (const { start, end, words } of cited) {
      if (words !== null) expect(words).toBe(wire.text.slice(start, end));
    }
  });
});
