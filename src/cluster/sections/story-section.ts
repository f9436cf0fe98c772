import type { ArticleSection, Section, StorySection } from '../../core/section.ts';
import { SECTIONS } from '../../core/section.ts';

/** One article's vote. */
export interface SectionVote {
  readonly outletId: string;
  readonly section: ArticleSection | null;
}

/** An outlet's own filing counts this many times a reading of words. By judgement. */
const PATH_WEIGHT = 2;
/** What an article without any margin still counts. */
const LEAST = 0.2;

/**
 * Section of a story: the vote of its articles with a text of their own, each outlet once, by the margin of its surest
 * article. Public affairs are first one party, so that a national matter split between home and foreign outlets does not lose to business;
 * among them "national" needs more votes than "world": what as many outlets report from abroad as from home is the world's.
 * Null when no article has a section.
 */
export function storySection(votes: readonly SectionVote[]): StorySection | null {
  const shares = new Map<Section, number>(SECTIONS.map((section) => [section, 0]));
  for (const { section, margin, from } of surestPerOutlet(votes)) {
    const weight = (from === 'path' ? PATH_WEIGHT : 1) * Math.max(LEAST, margin);
    shares.set(section, (shares.get(section) ?? 0) + weight);
  }
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  if (total === 0) return null;
  const world = shares.get('world') ?? 0;
  const national = shares.get('national') ?? 0;
  const affairs = national > world ? 'national' : 'world';
  const parties: [Section, number][] = [
    [affairs, world + national],
    ...[...shares].filter(([section]) => section !== 'world' && section !== 'national'),
  ];
  // Stable: equal parties keep the order of the navigation.
  parties.sort(([, a], [, b]) => b - a);
  const [first, second] = parties;
  return { section: first?.[0] ?? 'world', margin: ((first?.[1] ?? 0) - (second?.[1] ?? 0)) / total };
}

function surestPerOutlet(votes: readonly SectionVote[]): ArticleSection[] {
  const surest = new Map<string, ArticleSection>();
  for (const { outletId, section } of votes) {
    if (section === null) continue;
    const best = surest.get(outletId);
    if (best === undefined || isSurer(section, best)) surest.set(outletId, section);
  }
  return [...surest.values()];
}

/** Never by order of arrival: of equal margins the section first in the navigation. */
function isSurer(one: ArticleSection, other: ArticleSection): boolean {
  if (one.from !== other.from) return one.from === 'path';
  if (one.margin !== other.margin) return one.margin > other.margin;
  return SECTIONS.indexOf(one.section) < SECTIONS.indexOf(other.section);
}
