import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fingerprint, StoryEvent } from '../core/story.ts';
import { articleVector } from './article-vector.ts';
import { fingerprintArticle } from './fingerprint-article.ts';
import { addMember, closeStory, newStory } from './live-story.ts';
import type { RepairMember } from './part-story.ts';
import { type RepairInput, repairStories } from './repair-stories.ts';
import { CLUSTER_SETTINGS } from './settings.ts';
import { storyIdOf } from './story-id.ts';
import { TermTable } from './term-table.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 10);
const TOOLS = { background: { documents: 0, frequencies: {} } };

/** Words of invented events: what articles on one event have in common. */
const EVENTS = {
  dam: 'dam aldmark valley flood river orre boats roofs engineers cracks wall water rescue helicopters governor drinking lorry operator inquiry repairs',
  vote: 'ballot senate tarsk coalition turnout polling chancellor candidate recount majority districts opposition mandate manifesto voters precinct tally observers',
  cup: 'isthmus cup goal keeper penalty striker stadium whistle crossbar referee semifinal substitute captain header equaliser fans terrace trophy',
} as const;

type Event = keyof typeof EVENTS;

/** An article of an event: its words from a different place on, so that no two are alike to the letter. */
function print(articleId: string, event: Event, day = 0, second?: Event): Fingerprint {
  const shift = [...articleId].reduce((sum, c) => sum + c.charCodeAt(0), 0);
  const words = [...EVENTS[event].split(' '), ...(second === undefined ? [] : EVENTS[second].split(' '))];
  const turned = words.map((_, i) => words[(i * 7 + shift) % words.length] ?? '');
  return fingerprintArticle({
    articleId,
    outletId: `${articleId}.example`,
    title: words.slice(0, 3).join(' '),
    text: turned.join(' '),
    publishedAt: START + day * DAY,
    language: 'en',
    byline: null,
    wireCredit: null,
    entities: [],
  });
}

type Stories = Readonly<Record<string, readonly Fingerprint[]>>;

/** What the store would hand over, with every story changed unless said otherwise. */
function archive(
  stories: Stories,
  rest: Partial<RepairInput> = {},
  copies: Record<string, string> = {},
): RepairInput {
  const members = Object.entries(stories).flatMap(([storyId, prints]) =>
    prints.map(
      (fingerprint): RepairMember => ({
        storyId,
        fingerprint,
        copyOf: copies[fingerprint.articleId] ?? null,
      }),
    ),
  );
  const all = members.map(({ fingerprint }) => fingerprint);
  const table = new TermTable({ documents: 0, frequencies: [] }, TOOLS.background, 0);
  table.count(all);
  const states = Object.entries(stories).map(([id, prints]) => {
    const story = newStory(id, 'en', prints[0]?.publishedAt ?? START);
    for (const item of prints) {
      if (copies[item.articleId] !== undefined) continue;
      addMember(story, articleVector(item, table, CLUSTER_SETTINGS.nameShare), item.publishedAt);
    }
    return closeStory(story, table);
  });
  return {
    changed: Object.keys(stories),
    stories: states,
    members,
    events: [],
    earlier: [],
    documentFrequencies: table.counts(),
    documents: all.length,
    ...rest,
  };
}

const BACKDROP: Stories = {
  x1: [print('x1', 'cup', 20)],
  x2: [print('x2', 'cup', 40)],
};

describe('repairStories', () => {
  it('merges two stories that tell of one event; the larger keeps its address', () => {
    const stories = { one: [print('a', 'dam')], two: [print('b', 'dam'), print('c', 'dam', 1)], ...BACKDROP };
    const output = repairStories(archive(stories), TOOLS);
    expect(output.merges).toMatchObject([{ into: 'two', from: 'one' }]);
    expect(output.merges[0]?.shared).toContain('aldmark');
    expect(output.merges[0]?.score).toBeGreaterThanOrEqual(output.merges[0]?.threshold ?? 1);
    expect(output.events).toMatchObject([{ storyId: 'two', kind: 'merged', otherId: 'one' }]);
    expect(output.stories).toMatchObject([{ id: 'two', size: 3, firstAt: START, lastAt: START + DAY }]);
  });

  it('merges two large stories that are as alike across as within, though their sizes would forbid it', () => {
    const tell = (id: string, count: number, day: number) =>
      Array.from({ length: count }, (_, i) =>
        print(`${id}${i}`, 'dam', day, (['vote', 'cup'] as const)[i % 2]),
      );
    const at = (day: number) =>
      repairStories(archive({ one: tell('a', 8, 0), two: tell('b', 6, day), ...BACKDROP }), TOOLS).merges;
    expect(at(1)).toMatchObject([{ into: 'one', from: 'two' }]);
    expect(at(4)).toEqual([]);
  });

  it('leaves stories alone when neither has changed, and those of other events', () => {
    const stories = {
      one: [print('a', 'dam')],
      two: [print('b', 'dam')],
      three: [print('v', 'vote')],
      ...BACKDROP,
    };
    expect(repairStories(archive(stories, { changed: ['three'] }), TOOLS)).toMatchObject({
      merges: [],
      splits: [],
      stories: [],
    });
  });

  it('parts what has nothing in common; the part with most articles keeps the address', () => {
    const mixed = [
      print('v1', 'vote'),
      print('v2', 'vote'),
      print('d1', 'dam'),
      print('d2', 'dam'),
      print('d3', 'dam', 1),
    ];
    const id = storyIdOf('v1');
    const { splits, stories, events } = repairStories(archive({ [id]: mixed, ...BACKDROP }), TOOLS);
    expect(splits).toMatchObject([{ from: id, foundedBy: 'v1', articleIds: ['v1', 'v2'] }]);
    expect(splits[0]?.into).not.toBe(id);
    expect(stories.map(({ id: storyId, size }) => [storyId, size]).sort()).toEqual(
      [
        [id, 3],
        [splits[0]?.into, 2],
      ].sort(),
    );
    expect(events).toMatchObject([{ storyId: id, kind: 'split', otherId: splits[0]?.into }]);
    const left = stories.find((story) => story.id === id)?.terms.map(([term]) => term);
    expect(left).toContain('aldmark');
    expect(left).not.toContain('ballot');
  });

  it('moves copies with their origin and draws in the times of both', () => {
    const mixed = [
      print('d1', 'dam'),
      print('d2', 'dam'),
      print('v1', 'vote', 2),
      print('v2', 'vote', 2),
      print('d3', 'dam'),
    ];
    const input = archive({ s: [...mixed, print('copy', 'vote', 3)], ...BACKDROP }, {}, { copy: 'v1' });
    const { splits, stories } = repairStories(input, TOOLS);
    expect(splits[0]?.articleIds).toEqual(['copy', 'v1', 'v2']);
    expect(stories.find(({ id }) => id === 's')).toMatchObject({ firstAt: START, lastAt: START });
    expect(stories.find(({ id }) => id === splits[0]?.into)).toMatchObject({
      firstAt: START + 2 * DAY,
      lastAt: START + 3 * DAY,
    });
  });

  it('never merges again what it parted, not even by way of a third story', () => {
    const parted: StoryEvent = {
      storyId: 'one',
      kind: 'split',
      otherId: 'two',
      at: START,
      score: 0,
      threshold: 0.1,
      shared: [],
    };
    const stories = {
      one: [print('a', 'dam')],
      two: [print('b', 'dam')],
      three: [print('c', 'dam')],
      ...BACKDROP,
    };
    const { merges } = repairStories(archive(stories, { events: [parted] }), TOOLS);
    expect(merges).toHaveLength(1);
    expect(merges[0]).not.toMatchObject({ into: 'one', from: 'two' });
  });

  it('lets a story rest from splitting that has just taken up another', () => {
    const mixed = [
      print('v1', 'vote'),
      print('v2', 'vote'),
      print('d1', 'dam'),
      print('d2', 'dam'),
      print('d3', 'dam'),
    ];
    const merged = {
      storyId: 's',
      kind: 'merged',
      otherId: 'gone',
      score: 1,
      threshold: 1,
      shared: [],
    } as const;
    const at = (days: number) =>
      archive({ s: mixed, ...BACKDROP }, { events: [{ ...merged, at: START - days * DAY }] });
    expect(repairStories(at(0), TOOLS).splits).toEqual([]);
    expect(repairStories(at(2), TOOLS).splits).toHaveLength(1);
  });

  it('links what a story grew from: the same matter, over before it began', () => {
    const stories = { later: [print('a', 'dam', 9), print('b', 'dam', 9)], ...BACKDROP };
    const old = archive({
      before: [print('c', 'dam')],
      other: [print('v', 'vote')],
      same: [print('e', 'dam', 9)],
    }).stories;
    const title = 'Engineers look for the cause at Aldmark dam';
    const ancestry = {
      title,
      earlier: old.map((state) => ({ state, title, topicShares: [0.01, 0.01] })),
    };
    const { events } = repairStories(archive(stories, { earlier: [['later', ancestry]] }), TOOLS);
    expect(events).toMatchObject([{ storyId: 'later', kind: 'grew-from', otherId: 'before' }]);
  });

  it('links the story that took up the one it grew from, once', () => {
    const stories = {
      later: [print('a', 'dam', 9), print('b', 'dam', 9)],
      one: [print('c', 'dam')],
      two: [print('d', 'dam'), print('e', 'dam', 1)],
      ...BACKDROP,
    };
    const title = 'Engineers look for the cause at Aldmark dam';
    const input = archive(stories);
    const earlier = input.stories
      .filter(({ id }) => id === 'one' || id === 'two')
      .map((state) => ({ state, title, topicShares: [0.01, 0.01] }));
    const { merges, events } = repairStories({ ...input, earlier: [['later', { title, earlier }]] }, TOOLS);
    expect(merges).toMatchObject([{ into: 'two', from: 'one' }]);
    expect(events.filter(({ kind }) => kind === 'grew-from')).toMatchObject([
      { storyId: 'later', otherId: 'two' },
    ]);
  });

  it('comes to rest: what it put right it leaves as it is, and the order of its input is moot', () => {
    const events = fc.constantFrom<Event>('dam', 'vote', 'cup');
    const article = fc.record({
      event: events,
      second: fc.option(events, { nil: undefined }),
      day: fc.integer({ min: 0, max: 4 }),
      story: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(article, { minLength: 2, maxLength: 12 }), (drafts) => {
        const numbered = drafts.map((draft, i) => ({ ...draft, id: `a${i}` }));
        const groups = Map.groupBy(numbered, ({ story }) => `s${story}`);
        const stories = [...groups].map(([id, members]): [string, Fingerprint[]] => [
          id,
          members.map((member) => print(member.id, member.event, member.day, member.second)),
        ]);
        const input = archive(Object.fromEntries(stories));
        const output = repairStories(input, TOOLS);
        const turned = {
          ...input,
          changed: [...input.changed].reverse(),
          stories: [...input.stories].reverse(),
          members: [...input.members].reverse(),
        };
        expect({ ...repairStories(turned, TOOLS), looked: output.looked }).toEqual(output);
        const again = repairStories(carriedOut(input, output), TOOLS);
        expect([again.merges, again.splits]).toEqual([[], []]);
      }),
      { numRuns: 100 },
    );
  });
});

/** The input of a second look, right after the first. */
function carriedOut(input: RepairInput, output: ReturnType<typeof repairStories>): RepairInput {
  const storyOf = new Map(input.members.map(({ storyId, fingerprint }) => [fingerprint.articleId, storyId]));
  for (const { into, articleIds } of output.splits) for (const id of articleIds) storyOf.set(id, into);
  for (const { into, from } of output.merges) {
    for (const [articleId, storyId] of storyOf) if (storyId === from) storyOf.set(articleId, into);
  }
  const states = new Map(input.stories.map((state) => [state.id, state]));
  for (const { from } of output.merges) states.delete(from);
  for (const state of output.stories) states.set(state.id, state);
  return {
    ...input,
    changed: [...states.keys()],
    stories: [...states.values()],
    members: input.members.map((member) => ({
      ...member,
      storyId: storyOf.get(member.fingerprint.articleId) ?? member.storyId,
    })),
    events: output.events,
  };
}
