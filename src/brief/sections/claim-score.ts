import type { ClaimGroup } from '../ledger/claims.ts';
import { weightOf } from '../ledger/policy-weights.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import type { StoryPage } from '../story-page.ts';

/** Keeps a sentence of three common words from being the best echoed one. */
const ECHO_DAMPING = 4;

/**
 * How widely a claim is carried, 0 (by one outlet) to 1 (by all): logarithmic, as the second outlet says more than
 * the eighth. Outlets count as the source policy weighs them; below 0 where that is less than one. `atLeast` outlets are counted when that is more; 0 in a story of one outlet.
 */
export function supportShare(index: StoryIndex, group: ClaimGroup, atLeast = 1): number {
  const all = weightOf(index, index.independentOutlets);
  const carrying = Math.max(weightOf(index, group.claim.outlets), atLeast > 1 ? Math.min(atLeast, all) : 0);
  return all <= 1 ? 0 : Math.log(carrying) / Math.log(all);
}

/**
 * How far the other outlets' titles and openings speak of a sentence too, 0 to 1: per outlet the share of its words,
 * weighted by rarity in the story, that are found there. It tells what most report from what one adds, even where
 * every outlet puts it in a sentence of a different cut.
 */
export function echo(index: StoryIndex, sentence: StorySentence): number {
  const outlet = index.articles[sentence.article]?.source.outlet.id;
  const own = index.openings[outlet === undefined ? -1 : index.independentOutlets.indexOf(outlet)];
  const others = index.openings.length - (own === undefined ? 0 : 1);
  if (others === 0 || sentence.stems.size === 0) return 0;
  let found = 0;
  for (const stem of sentence.stems)
    found += (index.openedWith.get(stem) ?? 0) - (own?.has(stem) === true ? 1 : 0);
  return found / others / (sentence.stems.size + ECHO_DAMPING);
}

/** How far up a claim stands in the two articles that give it most room: 1 for opening sentences, falling towards 0. */
export function prominence(group: ClaimGroup): number {
  const best = group.sentences
    .map((sentence) => 1 / (1 + 0.4 * sentence.order))
    .sort((a, b) => b - a)
    .slice(0, 2);
  return best.reduce((sum, one) => sum + one, 0) / Math.max(1, best.length);
}

/** How well a claim is supported, how near the centre it lies, and how well it can be read: the higher the better. */
export function claimScore(index: StoryIndex, group: ClaimGroup): number {
  return supportShare(index, group) + group.claim.centrality + 0.5 * (group.wordings[0]?.quality ?? 0);
}

/**
 * Claims by falling score; equal scores by id, so that the order never depends on the input's. `page` is told the ranking,
 * for whoever asks why a sentence was chosen.
 */
export function byScore(
  groups: readonly ClaimGroup[],
  score: (group: ClaimGroup) => number,
  page?: Pick<StoryPage, 'ranked'>,
): ClaimGroup[] {
  const ranking = groups
    .map((group) => ({ group, rank: score(group) }))
    .sort((a, b) => b.rank - a.rank || (a.group.claim.id < b.group.claim.id ? -1 : 1));
  page?.ranked(ranking);
  return ranking.map(({ group }) => group);
}
