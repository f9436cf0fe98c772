import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleSignature, Fingerprint, StoryState } from '../core/story.ts';
import type { ClusterInput } from './assign-stories.ts';
import { assignStories } from './assign-stories.ts';
import type { ClusterOutput } from './cluster-decisions.ts';
import { fingerprintArticle } from './fingerprint-article.ts';
import { setApart } from './set-apart.ts';
import { storyIdOf } from './story-id.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 10);
const TOOLS = { background: { documents: 0, frequencies: {} } };
const EMPTY = { stories: [], signatures: [], documentFrequencies: [], documents: 0 };

interface Draft {
  readonly title: string;
  readonly text: string;
  readonly names?: readonly string[];
  readonly day?: number;
  readonly outlet?: string;
  readonly language?: string;
  readonly credit?: string;
}

function article(articleId: string, draft: Draft): Fingerprint {
  return fingerprintArticle({
    articleId,
    outletId: draft.outlet ?? `${articleId}.example`,
    title: draft.title,
    text: draft.text,
    publishedAt: START + (draft.day ?? 0) * DAY,
    language: draft.language ?? 'en',
    byline: null,
    wireCredit: draft.credit ?? null,
    entities: (draft.names ?? []).map((name) => ({ name, type: 'other', mentions: 2 })),
  });
}

function storyOf(output: ClusterOutput): Record<string, string> {
  return Object.fromEntries(output.assignments.map(({ articleId, storyId }) => [articleId, storyId]));
}

function assign(pending: readonly Fingerprint[], rest: Omit<ClusterInput, 'pending'> = EMPTY): ClusterOutput {
  return assignStories({ pending, ...rest }, TOOLS);
}

/** What the store would hand to the next batch. */
function stored(
  batches: readonly (readonly [readonly Fingerprint[], ClusterOutput])[],
): Omit<ClusterInput, 'pending'> {
  const stories = new Map<string, StoryState>();
  const frequencies = new Map<string, number>();
  const signatures: ArticleSignature[] = [];
  let documents = 0;
  for (const [articles, output] of batches) {
    for (const story of output.stories) stories.set(story.id, JSON.parse(JSON.stringify(story)));
    for (const [term, count] of output.documentFrequencies)
      frequencies.set(term, (frequencies.get(term) ?? 0) + count);
    documents += output.documents;
    for (const { articleId, storyId, copyOf } of output.assignments) {
      const print = articles.find((a) => a.articleId === articleId)!;
      const { outletId, publishedAt, signature, shingles, wireCredit } = print;
      signatures.push({ articleId, storyId, copyOf, outletId, publishedAt, signature, shingles, wireCredit });
    }
  }
  return { stories: [...stories.values()], signatures, documentFrequencies: [...frequencies], documents };
}

const DAM = {
  title: 'Dam above Aldmark bursts, thousands flee the valley',
  text: `The dam above Aldmark burst before dawn on Tuesday and sent a wall of water through the valley, forcing thousands
to flee. Rescue teams in boats took people from roofs in the lower town, where the river Orre rose by four metres within
an hour. Governor Lena Ostrand declared an emergency and asked the army for helicopters. Engineers had warned of cracks
in the wall of the dam two years ago, but repairs were put off. The operator, Valley Power, said it would cooperate with
an inquiry. Schools in Aldmark stay closed for the week and drinking water is brought in by lorry.`,
  names: ['Aldmark', 'Lena Ostrand', 'Valley Power', 'Orre'],
};
const DAM_AGAIN = {
  title: 'Aldmark under water after dam gives way',
  text: `Soldiers and volunteers searched flooded houses in Aldmark after the dam upstream gave way overnight. Helicopters
lifted families from rooftops as the Orre spilled over its banks. "We have never seen such water," said Lena Ostrand, the
governor, who called the emergency the worst in the history of the valley. Valley Power, which runs the dam, is under
pressure to explain why cracks that engineers found were left without repairs.`,
  names: ['Aldmark', 'Lena Ostrand', 'Valley Power', 'Orre'],
};
const matchOf = (home: string, away: string, scorer: string, ground: string) => ({
  title: `${home} beat ${away} in the cup`,
  text: `${home} beat ${away} two goals to one in the second round of the cup on Saturday at ${ground}. ${scorer} scored both
goals for ${home} before half time. ${away} pressed late in the game but the keeper of ${home} held on. The coach of
${home} praised ${scorer} after the final whistle. ${away} go out of the cup; ${home} await the draw for the next round.`,
  names: [home, away, scorer, ground],
});
const electionIn = (place: string, winner: string, loser: string, party: string) => ({
  title: `${winner} wins election in ${place}`,
  text: `${winner} of the ${party} won the election for mayor of ${place} on Sunday, beating ${loser} by a narrow margin.
Turnout in ${place} was higher than four years ago. ${loser} conceded late at night. ${winner} promised cheaper housing
and more buses for ${place}. The ${party} celebrated with ${winner} in the old town hall.`,
  names: [place, winner, loser, party],
});

describe('assignStories', () => {
  it('puts two reports of one event together, neither a copy of the other', () => {
    const output = assign([
      article('a', DAM),
      article('b', { ...DAM_AGAIN, day: 1 }),
      article('c', electionIn('Torrin', 'Ida Bell', 'Max Ruud', 'Harbour Party')),
    ]);
    const stories = storyOf(output);
    expect(stories.b).toBe(stories.a);
    expect(stories.c).not.toBe(stories.a);
    expect(output.assignments.every(({ copyOf }) => copyOf === null)).toBe(true);
  });

  it('lets an item that is set apart pull nothing together, and keeps its copies with it', () => {
    const vote = electionIn('Torrin', 'Ida Bell', 'Max Ruud', 'Harbour Party');
    const briefing = { ...DAM, text: `${DAM.text} Torrin voted for Ida Bell of the Harbour Party.` };
    const output = assign([
      article('a', { ...DAM_AGAIN, day: 1 }),
      article('b', { ...vote, day: 1 }),
      setApart(article('briefing', briefing)),
      setApart(article('reprint', { ...briefing, day: 1 })),
    ]);
    const stories = storyOf(output);
    expect(new Set([stories.a, stories.b, stories.briefing]).size).toBe(3);
    expect(stories.reprint).toBe(stories.briefing);
    expect(output.stories.find(({ id }) => id === stories.briefing)?.terms).toEqual([]);
  });

  it('names a story after its earliest article and founds it with score 1', () => {
    const output = assign([article('a', { ...DAM_AGAIN, day: 1 }), article('z', DAM)]);
    expect(output.stories.map(({ id }) => id)).toEqual([storyIdOf('z')]);
    const scores = new Map(output.assignments.map(({ articleId, score }) => [articleId, score]));
    expect(scores.get('z')).toBe(1);
    expect(scores.get('a')).toBeGreaterThan(0);
    expect(scores.get('a')).toBeLessThan(1);
  });

  it.each([
    [
      'matches',
      matchOf('Norhavn', 'Silvan Rovers', 'Peder Moe', 'Quay Park'),
      matchOf('Brightwater', 'Eastfold', 'Jon Asker', 'Mill Lane'),
    ],
    [
      'elections',
      electionIn('Torrin', 'Ida Bell', 'Max Ruud', 'Harbour Party'),
      electionIn('Velmora', 'Otto Lind', 'Eva Krone', 'Green League'),
    ],
  ])('keeps two %s of one day apart', (_, first, second) => {
    const stories = storyOf(
      assign([article('a', first), article('b', second), article('c', DAM), article('d', DAM_AGAIN)]),
    );
    expect(stories.a).not.toBe(stories.b);
    expect(stories.c).toBe(stories.d);
  });

  it('lets a later batch join a stored story and keeps its id', () => {
    const first = [article('a', DAM)];
    const before = assign(first);
    const after = assign([article('b', { ...DAM_AGAIN, day: 1 })], stored([[first, before]]));
    expect(storyOf(after)).toEqual({ b: storyIdOf('a') });
    expect(after.stories).toHaveLength(1);
    expect(after.stories[0]).toMatchObject({ size: 2, firstAt: START, lastAt: START + DAY });
  });

  it('never merges stored stories, however alike', () => {
    const [a, b] = [[article('a', DAM)], [article('b', DAM_AGAIN)]];
    const apart = stored([
      [a, assign(a)],
      [b, assign(b)],
    ]);
    const output = assign(
      [article('c', { ...DAM_AGAIN, title: DAM.title, text: `${DAM.text.slice(0, 200)} ${DAM_AGAIN.text}` })],
      apart,
    );
    expect(apart.stories).toHaveLength(2);
    expect(output.stories).toHaveLength(1);
    expect(apart.stories.map(({ id }) => id)).toContain(output.stories[0]?.id);
  });

  it('starts anew when a like event comes weeks later', () => {
    const stories = storyOf(assign([article('a', DAM), article('b', { ...DAM_AGAIN, day: 30 })]));
    expect(stories.a).not.toBe(stories.b);
  });

  it('keeps languages apart', () => {
    const stories = storyOf(assign([article('a', DAM), article('b', { ...DAM_AGAIN, language: 'de' })]));
    expect(stories.a).not.toBe(stories.b);
  });

  it('clusters scripts without word spaces', () => {
    const flood =
      '奥德马克上游的水坝在黎明前决堤，洪水冲入山谷，数千人逃离家园。救援队乘船从屋顶上救出居民。';
    const again = '水坝决堤之后，奥德马克被洪水淹没，救援队用直升机从屋顶上救出居民，数千人逃离家园。';
    const vote = '托林市长选举结果揭晓，候选人以微弱优势获胜，投票率高于四年前。';
    const draft = (title: string, text: string) => ({ title, text, language: 'zh' });
    const stories = storyOf(
      assign([
        article('a', draft('水坝决堤', flood)),
        article('b', draft('洪水', again)),
        article('c', draft('市长选举', vote)),
      ]),
    );
    expect(stories.a).toBe(stories.b);
    expect(stories.c).not.toBe(stories.a);
  });

  it('gives articles without any text a story each', () => {
    const blank = { title: '', text: '' };
    const stories = storyOf(assign([article('a', blank), article('b', blank)]));
    expect(stories.a).not.toBe(stories.b);
  });

  it('hands back nothing for nothing', () => {
    expect(assign([])).toEqual({
      assignments: [],
      stories: [],
      halved: false,
      documentFrequencies: [],
      documents: 0,
    });
  });

  it('says why a copy is one, by what the store knows of the outlets', () => {
    const pending = [article('a', DAM), article('b', { ...DAM, day: 1 })];
    const outlets = ['a', 'b'].map((id) => ({ id: `${id}.example`, kind: null, owner: 'Ellery Titles' }));
    const input = { pending, stories: [], signatures: [], documentFrequencies: [], documents: 0, outlets };
    expect(assignStories(input, TOOLS).assignments).toMatchObject([
      { articleId: 'a', copyOf: null, copyReason: null },
      {
        articleId: 'b',
        copyOf: 'a',
        copyKind: 'sister',
        copyReason: { origin: 'earliest', extent: 'whole' },
      },
    ]);
  });

  it('sends a copy where its origin goes and does not count it as a member', () => {
    const output = assign([article('a', DAM), article('b', { ...DAM, title: 'Valley in fear', day: 1 })]);
    expect(output.assignments[1]).toMatchObject({
      articleId: 'b',
      storyId: storyIdOf('a'),
      copyOf: 'a',
      copySimilarity: 1,
    });
    expect(output.stories[0]).toMatchObject({ size: 1, lastAt: START + DAY });
  });

  it('counts the documents of each term and name of the batch', () => {
    const { documentFrequencies, documents } = assign([article('a', DAM), article('b', DAM_AGAIN)]);
    const frequencies = new Map(documentFrequencies);
    expect(documents).toBe(2);
    expect(frequencies.get('aldmark')).toBe(2);
    expect(frequencies.get('@lena ostrand')).toBe(2);
    expect(frequencies.get('lorri')).toBe(1);
  });
});

describe('order of arrival', () => {
  const EVENTS = [
    DAM,
    DAM_AGAIN,
    matchOf('Norhavn', 'Silvan Rovers', 'Peder Moe', 'Quay Park'),
    electionIn('Torrin', 'Ida Bell', 'Max Ruud', 'Harbour Party'),
  ];
  const drafts = fc.array(
    fc.record({
      event: fc.nat(EVENTS.length - 1),
      day: fc.nat(6),
      from: fc.nat(60),
      length: fc.integer({ min: 30, max: 90 }),
    }),
    { minLength: 1, maxLength: 14 },
  );
  const toArticles = (list: readonly { event: number; day: number; from: number; length: number }[]) =>
    list.map(({ event, day, from, length }, i) => {
      const { title, text, names } = EVENTS[event]!;
      const words = text.split(/\s+/);
      const part = [...words, ...words].slice(from, from + length).join(' ');
      return article(`n${i}`, { title, text: part, names, day });
    });

  it('plays no part within a batch, in a cold start or after a stored one', () => {
    const earlier = toArticles([
      { event: 0, day: 0, from: 0, length: 90 },
      { event: 2, day: 1, from: 0, length: 60 },
    ]).map((print) => ({ ...print, articleId: `old-${print.articleId}` }));
    const history = stored([[earlier, assign(earlier)]]);
    const reversed = {
      ...history,
      stories: [...history.stories].reverse(),
      signatures: [...history.signatures].reverse(),
      documentFrequencies: [...history.documentFrequencies].reverse(),
    };
    const shuffled = drafts.chain((list) => {
      const pending = toArticles(list);
      return fc.tuple(fc.constant(pending), fc.shuffledSubarray(pending, { minLength: pending.length }));
    });
    fc.assert(
      fc.property(shuffled, ([pending, other]) => {
        expect(assign(other)).toEqual(assign(pending));
        expect(assign(other, reversed)).toEqual(assign(pending, history));
      }),
      { numRuns: 60 },
    );
  });

  it('plays no part when two stored stories are equally near: the lower id takes the article', () => {
    const before = assign([article('seed', DAM)]);
    const [state] = before.stories;
    const twins = ['one', 'two', 'three'].map((id) => ({ ...state!, id }));
    const later = [article('later', { ...DAM_AGAIN, day: 1 })];
    fc.assert(
      fc.property(fc.shuffledSubarray(twins, { minLength: twins.length }), (stories) => {
        expect(storyOf(assign(later, { ...EMPTY, stories }))).toEqual({ later: 'one' });
      }),
    );
  });

  it('gives the same for the same batches, and each article one story that is handed back', () => {
    fc.assert(
      fc.property(drafts, fc.nat(14), (list, cut) => {
        const articles = toArticles(list);
        const [first, second] = [articles.slice(0, cut), articles.slice(cut)];
        const run = () => {
          const one = assign(first);
          return [one, assign(second, stored([[first, one]]))] as const;
        };
        const [one, two] = run();
        expect(run()).toEqual([one, two]);
        const handedBack = new Set([...one.stories, ...two.stories].map(({ id }) => id));
        const assignments = [...one.assignments, ...two.assignments];
        expect(assignments.map(({ articleId }) => articleId).sort()).toEqual(
          articles.map(({ articleId }) => articleId).sort(),
        );
        expect(assignments.every(({ storyId }) => handedBack.has(storyId))).toBe(true);
        const origins = new Set(
          assignments.filter(({ copyOf }) => copyOf === null).map(({ articleId }) => articleId),
        );
        expect(assignments.every(({ copyOf }) => copyOf === null || origins.has(copyOf))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
