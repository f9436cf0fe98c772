import type { BlindSpot } from '../../src/core/blind-spot.ts';
import type { Briefing } from '../../src/core/briefing.ts';
import { briefingCard } from '../../src/core/briefing-card.ts';
import type {
  ArticlePassages,
  DayCount,
  FeedHealth,
  LibraryStatus,
  OutletPage,
  SearchQuery,
  StoryCard,
  StoryKin,
  StoryPage,
} from '../../src/core/library.ts';
import type { FullLibrary, NamedVersion } from '../../src/core/listings.ts';
import { bareTopic, type Topic } from '../../src/core/topic.ts';
import { halvikBriefing } from './halvik-briefing.ts';
import { buildListings } from './listings-builder.ts';
import { buildArticle, OUTLETS } from './press-articles.ts';
import { FERRY_TEXT, HALVIK_TEXTS } from './press-texts.ts';
import { statementBuilder } from './statement-builder.ts';

/** What a test may change before the library is built. */
export interface LibraryOptions {
  /** Gives the main story another page, for hostile or unusual content. */
  readonly mainStory?: (page: StoryPage) => StoryPage;
  /** Further stories, to fill lists and pages. */
  readonly extraStories?: readonly StoryPage[];
  /** Versions that were made, oldest first; may grow while a test runs. */
  readonly versions?: readonly NamedVersion[];
}

function cardOf(briefing: Briefing, articles: readonly ArticlePassages[], version: number): StoryCard {
  const own = articles.filter(({ article }) => article.copyOf === null);
  const times = articles.map(({ article }) => article.publishedAt);
  return {
    id: briefing.storyId,
    slug: briefing.slug,
    headline: briefing.headline,
    summary: briefing.sections.whatHappened[0]?.text ?? null,
    articleCount: briefing.counts.articles,
    independentOutlets: briefing.counts.independentOutlets,
    countries: briefing.counts.countries,
    outletNames: [...new Set(own.map(({ article }) => article.outlet.name))],
    topics: briefing.sections.topics.map(({ slug, title }) => ({ slug, title })),
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    life: 'developing',
    version,
    section: 'national',
    recurring: false,
    standing: {
      place: 1,
      factors: {
        outlets: briefing.counts.independentOutlets,
        owners: briefing.counts.independentOutlets,
        countries: briefing.counts.countries,
        kinds: 1,
        articles: briefing.counts.articles,
        recent: 0,
        paceHours: 6,
        quietHours: 30,
        figure: null,
        kinAbove: 0,
        heldBack: false,
      },
    },
  };
}

const MENTIONS: readonly DayCount[] = [
  { day: '2025-09-30', articles: 2 },
  { day: '2025-12-13', articles: 3 },
  { day: '2025-12-14', articles: 9 },
];

const BLIND_SPOT: BlindSpot = {
  grouping: 'country',
  storyId: 's-halvik',
  group: { key: 'PL', carriers: 0, outlets: 7, expected: 4.1 },
  carrying: [{ key: 'NO', carriers: 6, outlets: 9 }],
  probability: 0.0004,
};
/** One of each that a page can tell of another story. */
const KIN: readonly StoryKin[] = (
  [
    ['grew-from', 'ferry-timetable-vote', 'Island ferry timetable vote is put off', '2025-11-02T08:00:00Z'],
    ['merged', 'tanker-burns', 'Tanker burns in Halvik', '2025-12-14T09:00:00Z'],
    ['split-from', 'ferry-timetable-vote', 'Island ferry timetable vote is put off', '2025-12-14T10:00:00Z'],
  ] as const
).map(([kind, slug, headline, at]) => ({
  kind,
  slug,
  headline,
  at: Date.parse(at),
  score: 0.2,
  threshold: 0.15,
  shared: ['@halvik', 'pier'],
}));

/** The main story: eight outlets of their own, two reprints, every section filled. */
export function halvikStory(): StoryPage {
  const articles = HALVIK_TEXTS.map((text) => buildArticle(text, 'halvik-port-fire')).sort(
    (a, b) => b.article.publishedAt - a.article.publishedAt,
  );
  const briefing = halvikBriefing(articles);
  return {
    card: cardOf(briefing, articles, 3),
    briefing,
    version: 3,
    versionAt: Date.parse('2025-12-14T19:15:00Z'),
    versions: [
      { version: 3, at: Date.parse('2025-12-14T19:15:00Z') },
      { version: 2, at: Date.parse('2025-12-14T14:10:00Z') },
      { version: 1, at: Date.parse('2025-12-14T06:20:00Z') },
    ],
    articles,
    related: [],
    otherLanguages: [
      {
        slug: 'ferry-timetable-vote',
        headline: 'Containerschiff brennt im Hafen von Halvik',
        language: 'de',
        independentOutlets: 4,
        grounds: { topicSimilarity: 0.81, topics: 3, figures: 2, dates: 0 },
      },
    ],
    blindSpots: [BLIND_SPOT],
    kin: KIN,
  };
}

/** A story of one outlet, one article, no time of day: nearly every section is thin or absent. */
function ferryStory(): StoryPage {
  const articles = [buildArticle(FERRY_TEXT, 'ferry-timetable-vote')];
  const { say } = statementBuilder(articles);
  const briefing: Briefing = {
    storyId: 's-ferry',
    slug: 'ferry-timetable-vote',
    headline: FERRY_TEXT.title,
    headlineArticleId: FERRY_TEXT.id,
    asOf: Date.parse(FERRY_TEXT.at),
    counts: { articles: 1, copies: 0, independentOutlets: 1, countries: 1 },
    sections: {
      whatHappened: [
        say([
          'fe1',
          'The council of Halvik has delayed its vote on the island ferry timetable until January.',
        ]),
      ],
      behindTheHeadline: [],
      papersSay: { outlets: [], agreement: [], differences: [], matrix: { outlets: [], facts: [] } },
      howWeGotHere: [],
      commonQuestions: [],
      topics: [],
    },
    figures: [],
    quotes: [],
    roles: [],
    thin: { papersSay: 'Only one independent source so far: there is nothing to compare.' },
  };
  return {
    card: cardOf(briefing, articles, 1),
    briefing,
    version: 1,
    versionAt: Date.parse('2025-12-13T05:00:00Z'),
    versions: [{ version: 1, at: Date.parse('2025-12-13T05:00:00Z') }],
    articles,
    related: [],
    otherLanguages: [],
    blindSpots: [],
    kin: [],
  };
}

/** A story page like the thin one under another slug, for long lists. */
export function fillerStory(index: number): StoryPage {
  const base = ferryStory();
  const slug = `filler-${index}`;
  const headline = `${base.briefing.headline} (${index})`;
  return {
    ...base,
    briefing: { ...base.briefing, storyId: `s-${slug}`, slug, headline },
    card: { ...base.card, id: `s-${slug}`, slug, headline },
  };
}

export const PICTURE_ID = '0123456789abcdef01234567';
/** A picture of one point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

const TOPIC: Topic = {
  id: 't-halvik',
  slug: 'halvik',
  title: 'Halvik',
  type: 'place',
  qid: 'Q1',
  description: 'port town',
  extract: 'Halvik is an invented port town on the northern coast, with about 61,000 inhabitants.',
  wikipediaUrl: 'https://encyclopaedia.example/Halvik',
  imageUrl: null,
  source: 'Encyclopaedia of Invented Places',
  licence: 'CC BY-SA 4.0',
  asOf: '2025-12-02',
  revision: '48213',
  picture: {
    id: PICTURE_ID,
    width: 330,
    height: 220,
    credit: 'A. Photographer <b>',
    licence: 'CC BY-SA 3.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/3.0',
    pageUrl: 'https://files.example/File:Halvik.jpg',
  },
  origin: 'base',
};

/** A person whom only the articles know. */
const SOLVANG = bareTopic({
  id: 't-solvang',
  slug: 'ingrid-solvang',
  title: 'Ingrid Solvang',
  type: 'person',
  origin: 'articles',
});

function earlierVersion(page: StoryPage, version: number): StoryPage | null {
  const made = page.versions.find((entry) => entry.version === version);
  if (made === undefined) return null;
  if (version === page.version) return page;
  const { sections } = page.briefing;
  return {
    ...page,
    version,
    versionAt: made.at,
    briefing: {
      ...page.briefing,
      sections: { ...sections, whatHappened: sections.whatHappened.slice(0, version) },
    },
  };
}

/** Two feeds of an outlet: one in order, one that fails. */
function feedsOf(id: string): FeedHealth[] {
  const base = { title: null, nextPollAt: Date.parse('2025-12-14T21:00:00Z'), pausedAt: null };
  return [
    {
      ...base,
      id: `${id} news`,
      url: `https://${id}/feed.xml`,
      lastPolledAt: Date.parse('2025-12-14T20:00:00Z'),
      lastStatus: 304,
      failures: 0,
      lastError: null,
      failingSince: null,
      lastItemAt: Date.parse('2025-12-14T18:05:00Z'),
    },
    {
      ...base,
      id: `${id} sport`,
      url: `https://${id}/sport.xml`,
      lastPolledAt: Date.parse('2025-12-14T19:00:00Z'),
      lastStatus: 500,
      failures: 3,
      lastError: 'http/status: The server answered 500; it may be down for a while.',
      failingSince: Date.parse('2025-12-13T19:00:00Z'),
      lastItemAt: null,
    },
  ];
}

function leavesOut(stories: readonly StoryPage[]): OutletPage['leavesOut'] {
  return {
    peers: { by: 'country', key: 'NO', outlets: 8 },
    from: Date.parse('2025-11-14T12:00:00Z'),
    to: Date.parse('2025-12-14T12:00:00Z'),
    least: 3,
    shared: stories.length + 9,
    carried: 9,
    stories: stories.map(({ card }) => ({ story: card, carriers: 5 })),
  };
}

function outletPage(id: string, articles: readonly ArticlePassages[], stories: readonly StoryPage[]) {
  const outlet = OUTLETS.find((candidate) => candidate.id === id);
  if (outlet === undefined) return null;
  const own = articles.map(({ article }) => article).filter((article) => article.outletId === id);
  const page: OutletPage = {
    outlet,
    articleCount: own.length,
    feeds: feedsOf(id),
    recent: own,
    stories: stories
      .filter((page) => page.articles.some(({ article }) => article.outletId === id))
      .map(({ card }) => card),
    tones: stories.flatMap(({ briefing, card }) =>
      briefingCard(briefing)
        .tones.filter(({ outletId }) => outletId === id)
        .map(({ outletId: _, ...tone }) => ({
          ...tone,
          slug: card.slug,
          headline: card.headline,
          at: card.lastAt,
        })),
    ),
    leavesOut: leavesOut(
      stories.filter(({ articles: read }) => read.every(({ article }) => article.outletId !== id)),
    ),
  };
  return page;
}

/** A library in memory with one full story, one thin story and whatever a test adds. */
export function buildLibrary(options: LibraryOptions = {}): FullLibrary {
  const ferry = ferryStory();
  const main = { ...halvikStory(), related: [ferry.card] };
  const stories = [options.mainStory?.(main) ?? main, ferry, ...(options.extraStories ?? [])];
  const articles = stories.flatMap((page) => page.articles);
  const find = (slug: string) =>
    stories.find((page) => page.card.slug === (slug === 'merged-away' ? stories[0]?.card.slug : slug)) ??
    null;
  const status: LibraryStatus = {
    articles: articles.length,
    stories: stories.length,
    outlets: OUTLETS.length,
    feeds: OUTLETS.length * 2,
    topics: 2,
    sections: ['world', 'national'],
    newestAt: Date.parse('2025-12-14T19:10:00Z'),
    lastPolledAt: Date.parse('2025-12-14T20:00:00Z'),
  };
  return {
    frontPage: async ({ limit, offset }) => stories.slice(offset, offset + limit).map((page) => page.card),
    section: async (section, { limit, offset }) =>
      stories
        .map((page) => page.card)
        .filter((card) => card.section === section)
        .slice(offset, offset + limit),
    story: async (slug) => find(slug),
    storyVersion: async (slug, version) => {
      const page = find(slug);
      return page === null ? null : earlierVersion(page, version);
    },
    briefing: async (slug, version) => {
      const page = find(slug);
      return page === null ? null : (earlierVersion(page, version)?.briefing ?? null);
    },
    storiesOfDay: async (day) =>
      stories.map((page) => page.card).filter((card) => new Date(card.lastAt).toISOString().startsWith(day)),
    picture: async (id) => (id === PICTURE_ID ? { mediaType: 'image/png', bytes: PICTURE } : null),
    topic: async (slug) => {
      const topic = [TOPIC, SOLVANG].find((candidate) => candidate.slug === slug);
      if (topic === undefined) return null;
      return { topic, stories: stories.slice(0, 2).map((page) => page.card), mentions: MENTIONS };
    },
    topicTitle: async (slug) => [TOPIC, SOLVANG].find((topic) => topic.slug === slug)?.title ?? null,
    outlet: async (id) => outletPage(id, articles, stories),
    outlets: async () =>
      OUTLETS.map((outlet) => ({
        ...outlet,
        articleCount: articles.filter(({ article }) => article.outletId === outlet.id).length,
      })),
    feeds: async () => OUTLETS.flatMap((outlet) => feedsOf(outlet.id).map((feed) => ({ feed, outlet }))),
    article: async (id) => articles.find(({ article }) => article.id === id) ?? null,
    question: async (slug) => {
      for (const story of stories) {
        const question = story.briefing.sections.commonQuestions.find((entry) => entry.slug === slug);
        if (question !== undefined)
          return {
            question,
            story,
            alsoAsked: [{ slug: 'who-owns-the-maren-star', headline: 'Another fire' }],
          };
      }
      return null;
    },
    search: async (query: SearchQuery) => {
      const words = query.text.toLowerCase();
      const hits = articles
        .map(({ article }) => article)
        .filter((article) => article.title.toLowerCase().includes(words))
        .filter((article) => query.outletId === null || article.outletId === query.outletId);
      const slugs = new Set(hits.map((article) => article.storySlug));
      return {
        stories: stories.map((page) => page.card).filter((card) => slugs.has(card.slug)),
        articles: hits.slice(query.offset, query.offset + query.limit),
        total: hits.length,
      };
    },
    blindSpots: async (grouping) => ({
      grouping,
      surveys: [
        {
          grouping: 'country',
          from: Date.parse('2025-12-11T19:10:00Z'),
          to: Date.parse('2025-12-14T19:10:00Z'),
          stories: 31,
          groups: [
            { key: 'NO', outlets: 9 },
            { key: 'PL', outlets: 7 },
            { key: 'GB', outlets: 2 },
          ],
          checked: 48,
        },
      ],
      spots:
        grouping === 'country'
          ? stories.slice(0, 1).map((page) => ({ spot: BLIND_SPOT, story: page.card }))
          : [],
    }),
    status: async () => status,
    ...buildListings({
      stories,
      topics: [TOPIC, SOLVANG],
      outlets: OUTLETS,
      versions: options.versions ?? [],
    }),
  };
}
