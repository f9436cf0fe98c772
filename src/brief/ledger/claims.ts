import type { DiscourseRole } from '../../core/annotation.ts';
import { stableId } from '../../core/hash.ts';
import type { Claim, ClaimMember } from '../../core/ledger.ts';
import { claimKind } from './claim-kind.ts';
import { createPartialSearch } from './partial-support.ts';
import { plainness } from './plainness.ts';
import { sourceWeight } from './policy-weights.ts';
import { claimSimilarity, wordSimilarity } from './sentence-similarity.ts';
import { CLAIM_SIMILARITY, similarPairs } from './similar-pairs.ts';
import type { StoryIndex, StorySentence } from './story-sentence.ts';

/** Members of a group that a merge is checked against; enough to hold the mean, and bounded for long stories. */
const MEMBERS_COMPARED = 8;

/** One claim and the sentences behind it, while the ledger is being made. */
export interface ClaimGroup {
  readonly claim: Claim;
  /** In the order of `claim.members`. */
  readonly sentences: readonly StorySentence[];
  /** The same sentences, the one that speaks best for the claim first. */
  readonly wordings: readonly StorySentence[];
}

/** Sentences with the very same words are one node: copies cost nothing. */
function identicalGroups(index: StoryIndex): StorySentence[][] {
  const groups = new Map<string, StorySentence[]>();
  for (const sentence of index.sentences) {
    const group = groups.get(sentence.wording);
    if (group === undefined) groups.set(sentence.wording, [sentence]);
    else group.push(sentence);
  }
  return [...groups.values()];
}

/** Average link: two groups join when their sentences agree on the whole, so that chains do not blur. */
function mayJoin(
  index: StoryIndex,
  left: readonly StorySentence[],
  right: readonly StorySentence[],
): boolean {
  let sum = 0;
  let pairs = 0;
  for (const a of left.slice(0, MEMBERS_COMPARED))
    for (const b of right.slice(0, MEMBERS_COMPARED)) {
      const similarity = claimSimilarity(index, a, b);
      if (similarity === 0) return false;
      sum += similarity;
      pairs++;
    }
  return sum / pairs >= CLAIM_SIMILARITY;
}

function linkGroups(index: StoryIndex): StorySentence[][] {
  const identical = identicalGroups(index);
  const nodes = identical.map((group) => group[0] as StorySentence);
  const clusterOf = nodes.map((_, position) => position);
  const clusters = new Map(nodes.map((_, position) => [position, [position]]));
  const sentencesOf = (positions: readonly number[]): StorySentence[] =>
    positions.slice(0, MEMBERS_COMPARED).map((position) => nodes[position] as StorySentence);
  for (const { a, b } of similarPairs(index, nodes)) {
    const [left, right] = [clusterOf[a] as number, clusterOf[b] as number];
    if (left === right) continue;
    const [inLeft, inRight] = [clusters.get(left) ?? [], clusters.get(right) ?? []];
    if (!mayJoin(index, sentencesOf(inLeft), sentencesOf(inRight))) continue;
    clusters.set(left, [...inLeft, ...inRight]);
    clusters.delete(right);
    for (const position of inRight) clusterOf[position] = left;
  }
  return [...clusters.values()].map((positions) =>
    positions.flatMap((position) => identical[position] ?? []),
  );
}

function meanSimilarity(index: StoryIndex, sentence: StorySentence, group: readonly StorySentence[]): number {
  const others = group.filter((other) => other.id !== sentence.id).slice(0, MEMBERS_COMPARED);
  if (others.length === 0) return 1;
  return others.reduce((sum, other) => sum + wordSimilarity(index, sentence, other), 0) / others.length;
}

function majorityRole(group: readonly StorySentence[], weights: readonly number[]): DiscourseRole {
  const votes = new Map<DiscourseRole, number>();
  group.forEach((sentence, i) => {
    votes.set(sentence.role, (votes.get(sentence.role) ?? 0) + (weights[i] ?? 0));
  });
  let best: DiscourseRole = 'none';
  let most = -1;
  for (const [role, votesFor] of [...votes].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (votesFor > most) {
      best = role;
      most = votesFor;
    }
  return best;
}

/** A sentence as a member of a claim. */
export function toMember(index: StoryIndex, sentence: StorySentence): ClaimMember {
  const article = index.articles[sentence.article];
  return {
    articleId: article?.source.article.id ?? '',
    start: sentence.start,
    end: sentence.end,
    sentence: sentence.sentence,
    outletId: article?.source.outlet.id ?? '',
    publishedAt: article?.source.article.publishedAt ?? 0,
    isCopy: article?.isCopy ?? false,
  };
}

/** How well a sentence speaks for its claim: stands alone, near the others, near the story, newer rather than older. */
function fitness(index: StoryIndex, sentence: StorySentence, agreement: number, publishedAt: number): number {
  const range = index.asOf - index.firstAt;
  const recency = range > 0 ? (publishedAt - index.firstAt) / range : 0;
  const isCopy = index.articles[sentence.article]?.isCopy ?? false;
  const clarity = 2 * sentence.quality + plainness(index, sentence);
  return (
    clarity +
    agreement +
    sentence.centrality +
    0.15 * recency +
    sourceWeight(index, sentence) -
    (isCopy ? 1 : 0)
  );
}

function toClaim(index: StoryIndex, group: readonly StorySentence[]): ClaimGroup {
  const sentences = [...group].sort((a, b) => a.id - b.id);
  const members = sentences.map((sentence) => toMember(index, sentence));
  const agreement = sentences.map((sentence) => meanSimilarity(index, sentence, sentences));
  const ranks = sentences.map((sentence, i) =>
    fitness(index, sentence, agreement[i] ?? 0, members[i]?.publishedAt ?? 0),
  );
  const order = sentences.map((_, i) => i).sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || a - b);
  const wordings = order.map((i) => sentences[i] as StorySentence);
  const representative = members[order[0] ?? 0] as ClaimMember;
  const own = members.filter((member) => !member.isCopy);
  const counted = own.length > 0 ? own : members;
  const first = counted[0] ?? representative;
  const holder = wordings[0]?.holder ?? null;
  const role = majorityRole(sentences, agreement);
  const quoted = sentences.filter((sentence) => sentence.mostlyQuote || sentence.insideQuote).length;
  const claim: Claim = {
    id: stableId(`claim ${index.storyId} ${first.articleId} ${first.start}`),
    role,
    kind: claimKind(role, 2 * quoted > sentences.length),
    representative,
    members,
    partial: [],
    outlets: [...new Set(counted.map((member) => member.outletId))],
    firstReporter: first.outletId,
    firstAt: first.publishedAt,
    lastAt: counted.at(-1)?.publishedAt ?? first.publishedAt,
    centrality: sentences.reduce((top, sentence) => Math.max(top, sentence.centrality), 0),
    holder,
  };
  return { claim, sentences, wordings };
}

/**
 * Groups the sentences of a story into claims, by average link over idf-weighted overlap of words with agreement of
 * names, figures and negation. Ordered by independent support, then by nearness to the story's centre.
 */
export function groupClaims(index: StoryIndex): ClaimGroup[] {
  const partly = createPartialSearch(index);
  return linkGroups(index)
    .map((sentences) => toClaim(index, sentences))
    .map((group) => {
      const partial = partly(group.claim, group.wordings).map((sentence) => toMember(index, sentence));
      return { ...group, claim: { ...group.claim, partial } };
    })
    .sort(
      (a, b) =>
        b.claim.outlets.length - a.claim.outlets.length ||
        b.claim.centrality - a.claim.centrality ||
        (a.claim.id < b.claim.id ? -1 : 1),
    );
}
