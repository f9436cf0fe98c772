import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyBriefing } from '../../src/brief/verify/verify-briefing.ts';
import { briefingText } from '../../src/publish/export/briefing-text.ts';
import { briefPress } from '../builders/brief-press.ts';

const UPDATE = process.env.UPDATE_GOLDEN === '1';
const stories = briefPress();

/** Stories of the demonstration press by the name of their file of articles. */
function nameOf(articleIds: readonly string[]): string {
  const words = articleIds.map((id) => id.split('-').slice(0, 2).join('-'));
  return [...new Set(words)].sort().join('+');
}

describe('golden briefings', () => {
  it('finds the eight stories of the demonstration press', () => {
    const names = stories.map(({ articles }) => nameOf(articles.map(({ article }) => article.id))).sort();
    expect(names).toHaveLength(8);
    expect(names.filter((name) => name.includes('+'))).toEqual([]);
  });

  it.each(stories.map((story) => [nameOf(story.articles.map(({ article }) => article.id)), story] as const))(
    'golden: %s reads as it was read last',
    (name, { briefing, articles }) => {
      const file = new URL(`briefings/${name}.txt`, import.meta.url);
      const named = articles.map(({ outlet }) => ({ article: { outlet } }));
      const text = `${briefingText({ briefing, articles: named })}\n`;
      if (UPDATE) writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, 'utf8'));
    },
  );

  it.each(stories)('holds every promise about $briefing.headline', ({ briefing, articles }) => {
    expect(verifyBriefing(briefing, articles)).toEqual([]);
  });
});
