/**
 * A typed client of the API for programs and browsers: `import { createClient } from 'variorum/client'`. It needs nothing but
 * `fetch`; its types are those of the schemas that the server checks itself against.
 */
import type { z } from 'zod';
import type { HandInQuery, HandInSchema } from '../api/hand-in-definitions.ts';
import type {
  ArticleListSchema,
  BriefingSchema,
  ChangesSchema,
  ClaimListSchema,
  FigureListSchema,
  OutletListSchema,
  OutletPageSchema,
  QuestionListSchema,
  QuestionSchema,
  QuoteListSchema,
  SaidClaimListSchema,
  SaidFigureListSchema,
  SaidQuoteListSchema,
  StoryListSchema,
  TopicListSchema,
} from '../api/list-schemas.ts';
import type {
  ArticlesQuery,
  AskQuery,
  BlindSpotsQuery,
  OutletsQuery,
  SearchQuery,
  TopicsQuery,
} from '../api/record-definitions.ts';
import type {
  ArticleSchema,
  BlindSpotListSchema,
  ProblemSchema,
  SearchSchema,
  StatusSchema,
  TopicSchema,
} from '../api/record-schemas.ts';
import type { SaidQuery } from '../api/said-definitions.ts';
import type {
  ChangesQuery,
  QuestionsQuery,
  StoriesQuery,
  StoryQuery,
  VersionQuery,
} from '../api/story-definitions.ts';
import type { AnswerSchema, StorySchema } from '../api/story-schemas.ts';
import { readEvents, type StoryEvent } from './event-stream.ts';

export type { StoryEvent } from './event-stream.ts';

type ProblemBody = z.output<typeof ProblemSchema>;

/** What a site answers in place of what was asked for (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** Machine-readable kind; `about:blank` when the answer came from something between client and site. */
  readonly type: string;
  /** What is wrong with which parameter. */
  readonly errors: NonNullable<ProblemBody['errors']>;
  /** Seconds after which to go on, where the site says so. */
  readonly retryAfter: number | null;

  constructor(status: number, body: ProblemBody | null, retryAfter: string | null) {
    super(body === null ? `The site answered ${status}.` : `${body.title}: ${body.detail}`);
    this.status = status;
    this.type = body?.type ?? 'about:blank';
    this.errors = body?.errors ?? [];
    this.retryAfter = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

/** Query of a route as a caller gives it: numbers as numbers, defaults left out. */
type QueryOf<Schema extends z.ZodType> = {
  readonly [Name in keyof z.output<Schema>]?: z.output<Schema>[Name] | undefined;
};

export interface ClientOptions {
  /** Address of the site: `https://news.example`, `http://localhost:4000/news`. */
  readonly baseUrl: string;
  /** Key, where the site asks for one. */
  readonly key?: string;
  /** In place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response> | Response;
}

interface Listed<Item> {
  readonly next: string | null;
  readonly items: readonly Item[];
}

/**
 * Every call rejects with an ApiProblem when the site refuses, and with what `fetch` throws when it cannot be reached.
 */
export interface Client {
  stories(query?: QueryOf<typeof StoriesQuery>): Promise<z.output<typeof StoryListSchema>>;
  /** Stories of a list one by one, asking for further parts as they are needed. */
  eachStory(
    query?: QueryOf<typeof StoriesQuery>,
  ): AsyncGenerator<z.output<typeof StoryListSchema>['stories'][number]>;
  story(slug: string, query?: QueryOf<typeof StoryQuery>): Promise<z.output<typeof StorySchema>>;
  briefing(slug: string, query?: QueryOf<typeof VersionQuery>): Promise<z.output<typeof BriefingSchema>>;
  claims(slug: string, query?: QueryOf<typeof VersionQuery>): Promise<z.output<typeof ClaimListSchema>>;
  figures(slug: string, query?: QueryOf<typeof VersionQuery>): Promise<z.output<typeof FigureListSchema>>;
  quotes(slug: string, query?: QueryOf<typeof VersionQuery>): Promise<z.output<typeof QuoteListSchema>>;
  /** Claims of all stories; those of one are `claims`. */
  allClaims(query?: QueryOf<typeof SaidQuery>): Promise<z.output<typeof SaidClaimListSchema>>;
  eachClaim(
    query?: QueryOf<typeof SaidQuery>,
  ): AsyncGenerator<z.output<typeof SaidClaimListSchema>['claims'][number]>;
  allFigures(query?: QueryOf<typeof SaidQuery>): Promise<z.output<typeof SaidFigureListSchema>>;
  eachFigure(
    query?: QueryOf<typeof SaidQuery>,
  ): AsyncGenerator<z.output<typeof SaidFigureListSchema>['figures'][number]>;
  allQuotes(query?: QueryOf<typeof SaidQuery>): Promise<z.output<typeof SaidQuoteListSchema>>;
  eachQuote(
    query?: QueryOf<typeof SaidQuery>,
  ): AsyncGenerator<z.output<typeof SaidQuoteListSchema>['quotes'][number]>;
  changes(slug: string, query: z.output<typeof ChangesQuery>): Promise<z.output<typeof ChangesSchema>>;
  articles(query?: QueryOf<typeof ArticlesQuery>): Promise<z.output<typeof ArticleListSchema>>;
  eachArticle(
    query?: QueryOf<typeof ArticlesQuery>,
  ): AsyncGenerator<z.output<typeof ArticleListSchema>['articles'][number]>;
  article(id: string): Promise<z.output<typeof ArticleSchema>>;
  topics(query?: QueryOf<typeof TopicsQuery>): Promise<z.output<typeof TopicListSchema>>;
  topic(slug: string): Promise<z.output<typeof TopicSchema>>;
  outlets(query?: QueryOf<typeof OutletsQuery>): Promise<z.output<typeof OutletListSchema>>;
  outlet(id: string): Promise<z.output<typeof OutletPageSchema>>;
  blindSpots(query?: QueryOf<typeof BlindSpotsQuery>): Promise<z.output<typeof BlindSpotListSchema>>;
  questions(query?: QueryOf<typeof QuestionsQuery>): Promise<z.output<typeof QuestionListSchema>>;
  question(slug: string): Promise<z.output<typeof QuestionSchema>>;
  search(query: QueryOf<typeof SearchQuery> & { readonly q: string }): Promise<z.output<typeof SearchSchema>>;
  ask(query: QueryOf<typeof AskQuery> & { readonly q: string }): Promise<z.output<typeof AnswerSchema>>;
  /** What the site has on the article at an address. */
  handIn(query: z.output<typeof HandInQuery>): Promise<z.output<typeof HandInSchema>>;
  /** Has an article fetched that is not stored, where the site offers it. */
  takeIn(body: z.output<typeof HandInQuery>): Promise<z.output<typeof HandInSchema>>;
  status(): Promise<z.output<typeof StatusSchema>>;
  /**
   * New versions of stories as they are made, until `signal` aborts or the site closes the stream. Begin again with the last `id`
   * to miss none.
   */
  events(options?: {
    readonly lastEventId?: string;
    readonly signal?: AbortSignal;
  }): AsyncGenerator<StoryEvent>;
}

type Query = Readonly<Record<string, string | number | undefined>>;

async function problemOf(response: Response): Promise<ApiProblem> {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json') === true;
  const body = isProblem ? ((await response.json()) as ProblemBody) : null;
  return new ApiProblem(response.status, body, response.headers.get('Retry-After'));
}

/** Asks one site. */
class Asker {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async open(path: string, query: Query, init: RequestInit): Promise<Response> {
    const { baseUrl, key, fetch: ask = fetch } = this.#options;
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/api/v1${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const headers = new Headers(init.headers);
    if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
    const response = await ask(new Request(url, { ...init, headers }));
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  async get<Answer>(path: string, query: object = {}): Promise<Answer> {
    const headers = { Accept: 'application/json' };
    return (await (await this.open(path, query as Query, { headers })).json()) as Answer;
  }

  async post<Answer>(path: string, body: object): Promise<Answer> {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await this.open(path, {}, init)).json()) as Answer;
  }
}

async function* readAll<Item>(
  read: (cursor: string | undefined) => Promise<Listed<Item>>,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const { items, next } = await read(cursor);
    yield* items;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

const part = encodeURIComponent;

/** All but those that go on by themselves. */
type Calls = Omit<Client, `each${string}` | 'events'>;

/** The calls that ask for one thing or one part of a list. */
function createCalls(asker: Asker) {
  const of = (slug: string, what: string): string => `/stories/${part(slug)}${what}`;
  return {
    stories: (query) => asker.get('/stories', query),
    story: (slug, query) => asker.get(of(slug, ''), query),
    briefing: (slug, query) => asker.get(of(slug, '/briefing'), query),
    claims: (slug, query) => asker.get(of(slug, '/claims'), query),
    figures: (slug, query) => asker.get(of(slug, '/figures'), query),
    quotes: (slug, query) => asker.get(of(slug, '/quotes'), query),
    allClaims: (query) => asker.get('/claims', query),
    allFigures: (query) => asker.get('/figures', query),
    allQuotes: (query) => asker.get('/quotes', query),
    changes: (slug, query) => asker.get(of(slug, '/changes'), query),
    articles: (query) => asker.get('/articles', query),
    article: (id) => asker.get(`/articles/${part(id)}`),
    topics: (query) => asker.get('/topics', query),
    topic: (slug) => asker.get(`/topics/${part(slug)}`),
    outlets: (query) => asker.get('/outlets', query),
    outlet: (id) => asker.get(`/outlets/${part(id)}`),
    blindSpots: (query) => asker.get('/blind-spots', query),
    questions: (query) => asker.get('/questions', query),
    question: (slug) => asker.get(`/questions/${part(slug)}`),
    search: (query) => asker.get('/search', query),
    ask: (query) => asker.get('/ask', query),
    handIn: (query) => asker.get('/hand-in', query),
    takeIn: (body) => asker.post('/hand-in', body),
    status: () => asker.get('/status'),
  } satisfies Calls;
}

/** A client of one site. */
export function createClient(options: ClientOptions): Client {
  const asker = new Asker(options);
  const calls: Calls = createCalls(asker);
  return {
    ...calls,
    eachStory: (query = {}) =>
      readAll(async (cursor = query.cursor) => {
        const { stories, next } = await calls.stories({ ...query, cursor });
        return { items: stories, next };
      }),
    eachArticle: (query = {}) =>
      readAll(async (cursor = query.cursor) => {
        const { articles, next } = await calls.articles({ ...query, cursor });
        return { items: articles, next };
      }),
    eachClaim: (query = {}) =>
      readAll(async (cursor = query.cursor) => {
        const { claims, next } = await calls.allClaims({ ...query, cursor });
        return { items: claims, next };
      }),
    eachFigure: (query = {}) =>
      readAll(async (cursor = query.cursor) => {
        const { figures, next } = await calls.allFigures({ ...query, cursor });
        return { items: figures, next };
      }),
    eachQuote: (query = {}) =>
      readAll(async (cursor = query.cursor) => {
        const { quotes, next } = await calls.allQuotes({ ...query, cursor });
        return { items: quotes, next };
      }),
    async *events({ lastEventId, signal } = {}) {
      const headers = {
        Accept: 'text/event-stream',
        ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
      };
      const response = await asker.open(
        '/events',
        {},
        { headers, ...(signal === undefined ? {} : { signal }) },
      );
      if (response.body !== null) yield* readEvents(response.body);
    },
  };
}
