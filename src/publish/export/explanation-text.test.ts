import { describe, expect, it } from 'vitest';
import { explanationText } from './explanation-text.ts';

const STORY = {
  id: 's1',
  slug: 'harbour-closed',
  headline: 'Harbour closed',
  life: 'quiet',
  standing: {
    place: 4,
    factors: {
      outlets: 1,
      owners: 1,
      countries: 1,
      kinds: 1,
      articles: 1,
      recent: 1,
      paceHours: 6,
      quietHours: 0,
      figure: null,
      kinAbove: 0,
      heldBack: false,
    },
  },
  articles: [
    {
      articleId: 'a',
      outlet: 'Northwire',
      title: 'Harbour closed',
      publishedAt: Date.UTC(2025, 11, 14),
      copyOf: null,
      copyKind: null,
      score: 1,
      shared: ['@eastreach', 'eastreach', 'harbour'],
    },
  ],
  kin: [
    {
      kind: 'split',
      slug: 'vote',
      headline: 'Vote',
      at: Date.UTC(2025, 11, 15),
      score: 0.05,
      threshold: 0.104,
      shared: [],
    },
  ],
} as const;

describe('explanationText', () => {
  it('lists the articles, and the reasons only when they are asked for', () => {
    expect(explanationText(STORY, false)).not.toContain('began');
    expect(explanationText(STORY, false)).not.toContain('front page');
    const explained = explanationText(STORY, true);
    expect(explained).toContain('No. 4 on the front page: 1 independent outlet reports it and');
    expect(explanationText({ ...STORY, standing: null }, true)).toContain('Not in the ranking');
    expect(explained).toContain('began the story; in common: eastreach, harbour\n');
    expect(explained).toContain('was parted from "Vote" (/story/vote): score 0.050 below 0.104');
  });
});
