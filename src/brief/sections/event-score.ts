import type { ClaimGroup } from '../ledger/claims.ts';
import { plainness } from '../ledger/plainness.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { echo, prominence, supportShare } from './claim-score.ts';
import type { FigureStates } from './newest-state.ts';

/*
 * Weights of a linear score. The first five: ridge regression of a sentence's ROUGE-1 and -2 (F1 and precision against
 * the human summary, centred per story) on 800 stories of the train split of summaries/neus-dev, 2026-11-24; on 400
 * others of that split it selects with ROUGE-1/2 .392/.176, thirty further features with .394/.176. The rest is set by
 * reading the demonstration press and a fortnight of 2018, and watched on 400 train stories and on 120 full-article
 * stories of stories/allsides-dev that are not in the val split: ROUGE-1/2/L .381/.170/.264 → .386/.175/.269 and
 * .373/.178/.278 → .383/.192/.287 with all of it. A smaller PLAIN and RECENCY gain .001 there and let a state's outlet
 * lead.
 */
const ECHO = 1.25;
const CENTRAL = 0.29;
const OTHER_TITLES = 0.17;
const OWN_TITLE = 0.12;
const OPINION = -0.3;
/** A sentence of less than twelve words seldom tells who, what and where; long ones lose by their quality. */
const SHORT = -0.15;
const SHORT_WORDS = 12;
/** Times log2 of the number of outlets: what five of eight report outweighs what two of three do. */
const SUPPORT = 0.3;
const PROMINENCE = 0.2;
const QUALITY = 0.1;
const PLAIN = 0.3;
const ROLE = 0.05;
const RECENCY = 0.1;
/** A toll as it stands now counts as carried by all who report on it, and more. */
const NEWEST_STATE = 0.1;

/** Reports within half a day of each other are one state of the story. */
export const STATE_MS = 12 * 60 * 60 * 1000;

/** How well sentences and claims tell the event of a story; higher is better. */
export interface EventScore {
  readonly sentence: (sentence: StorySentence) => number;
  readonly claim: (group: ClaimGroup) => number;
}

function share(of: ReadonlySet<string>, found: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of of) if (found.has(stem)) shared++;
  return of.size === 0 ? 0 : shared / of.size;
}

function roleBonus({ claim }: ClaimGroup): number {
  if (claim.role === 'main') return 1;
  if (claim.role === 'evaluation' || claim.role === 'expectation') return -1;
  return claim.role === 'consequence' ? 0.4 : -0.2;
}

interface Title {
  readonly stems: ReadonlySet<string>;
  readonly outletId: string;
  readonly isCopy: boolean;
}

/**
 * The mean share of the titles of other outlets' own articles that stands in a sentence, 0 to 1. An inverted index over
 * the titles finds those that have a word of it at all.
 */
function createTitleNearness(
  titles: readonly Title[],
): (stems: ReadonlySet<string>, outletId: string | undefined) => number {
  const having = new Map<string, number[]>();
  const ofOutlet = new Map<string, number>();
  let own = 0;
  titles.forEach(({ stems, outletId, isCopy }, position) => {
    if (isCopy) return;
    own++;
    ofOutlet.set(outletId, (ofOutlet.get(outletId) ?? 0) + 1);
    for (const stem of stems) {
      const known = having.get(stem);
      if (known === undefined) having.set(stem, [position]);
      else known.push(position);
    }
  });
  const shared = new Uint16Array(titles.length);
  /** Counts what titles share with a sentence; gives the positions of those that share anything. */
  const countShared = (stems: ReadonlySet<string>): number[] => {
    const touched: number[] = [];
    for (const stem of stems)
      for (const position of having.get(stem) ?? []) {
        if (shared[position] === 0) touched.push(position);
        shared[position] = (shared[position] ?? 0) + 1;
      }
    return touched;
  };
  return (stems, outletId) => {
    let sum = 0;
    // In the order of the articles, so that the sum does not depend on that of the words.
    for (const position of countShared(stems).sort((a, b) => a - b)) {
      const title = titles[position];
      if (title !== undefined && title.outletId !== outletId)
        sum += (shared[position] ?? 0) / title.stems.size;
      shared[position] = 0;
    }
    return sum / Math.max(1, own - (outletId === undefined ? 0 : (ofOutlet.get(outletId) ?? 0)));
  };
}

/** Scores of one story's sentences, each worked out once. */
export function createEventScore(index: StoryIndex, states: FigureStates): EventScore {
  const titles = index.articles.map(({ source, isCopy, reading }) => ({
    stems: reading.titleStems,
    outletId: source.outlet.id,
    isCopy,
  }));
  const nearTitles = createTitleNearness(titles);
  const range = index.asOf - index.firstAt;
  const known = new Map<number, number>();
  const knownClaims = new Map<ClaimGroup, number>();

  function score(sentence: StorySentence): number {
    const own = titles[sentence.article];
    return (
      ECHO * echo(index, sentence) +
      CENTRAL * sentence.centrality +
      OTHER_TITLES * nearTitles(sentence.stems, own?.outletId) +
      OWN_TITLE * share(own?.stems ?? new Set(), sentence.stems) +
      (sentence.isOpinion ? OPINION : 0) +
      (sentence.words.length < SHORT_WORDS ? SHORT : 0) +
      PLAIN * plainness(index, sentence) +
      QUALITY * sentence.quality
    );
  }

  function scoreOf(sentence: StorySentence): number {
    const value = known.get(sentence.id) ?? score(sentence);
    known.set(sentence.id, value);
    return value;
  }

  function scoreClaim(group: ClaimGroup): number {
    const reporting = Math.max(0, ...group.sentences.map(({ id }) => states.newest.get(id) ?? 0));
    const recency = range > STATE_MS ? (group.claim.firstAt - index.firstAt) / range : 0;
    return (
      group.wordings.reduce((best, sentence) => Math.max(best, scoreOf(sentence)), -1) +
      SUPPORT *
        Math.log2(Math.max(2, index.independentOutlets.length)) *
        supportShare(index, group, reporting) +
      (reporting > 0 ? NEWEST_STATE : 0) +
      PROMINENCE * prominence(group) +
      ROLE * roleBonus(group) +
      RECENCY * recency
    );
  }

  return {
    sentence: scoreOf,
    claim(group) {
      const value = knownClaims.get(group) ?? scoreClaim(group);
      knownClaims.set(group, value);
      return value;
    },
  };
}
