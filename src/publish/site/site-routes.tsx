import { type Context, Hono } from 'hono';
import { GROUPINGS } from '../../core/blind-spot.ts';
import type { Question } from '../../core/briefing.ts';
import { type BriefingChanges, briefingChanges } from '../../core/briefing-changes.ts';
import type { ListRange, StoryPage as StoryPageData } from '../../core/library.ts';
import { isSection } from '../../core/section.ts';
import type { SourcePolicy } from '../../core/source-policy.ts';
import { FRONT_PLACES } from '../../core/standing.ts';
import { hasWritten, type PageForm } from '../../core/story-writing.ts';
import { paths } from '../address.ts';
import { badRequest, notFound, problemOf } from '../errors.ts';
import { parseDay } from '../format/time.ts';
import { formOfQuery, inForm } from '../page-form.ts';
import { policyOfQuery } from '../reader-query.ts';
import { askedQuestion, storyUnderPolicy } from '../reader-requests.ts';
import type { WebDeps } from '../web-deps.ts';
import { AboutPage } from './about-page.tsx';
import { ArticlePage } from './article-page.tsx';
import { AskPage } from './ask-page.tsx';
import { BlindSpotsPage } from './blind-spots-page.tsx';
import { DayPage } from './day-page.tsx';
import { ErrorPage } from './error-page.tsx';
import { FrontPage, type FrontView } from './front-page.tsx';
import { handInRoutes } from './hand-in-routes.tsx';
import { OutletPage, OutletsPage } from './outlet-page.tsx';
import { QuestionPage } from './question-page.tsx';
import { readerRoutes } from './reader-routes.tsx';
import { renderPage } from './render-page.ts';
import { reportRoutes } from './report-routes.tsx';
import { searchForm, searchLibrary } from './search-form.ts';
import { SearchPage } from './search-page.tsx';
import { SectionPage } from './section-page.tsx';
import type { SiteSource } from './site.ts';
import { sourceRoutes } from './source-routes.tsx';
import { FormsPage } from './story/forms-page.tsx';
import { StoryPage } from './story/story-page.tsx';
import { type ChangesSince, VersionsPage } from './story/versions-page.tsx';
import { subscribeRoutes } from './subscribe-routes.tsx';
import { TopicPage } from './topic-page.tsx';

/** Versions whose changes are worked out on the versions page: each costs a read of a briefing. */
const COMPARED_VERSIONS = 6;

/** Number of a page in a list, from 1. @throws AppError `web/bad-request` */
function pageNumber(text: string | undefined): number {
  if (text === undefined) return 1;
  if (!/^[1-9]\d{0,4}$/.test(text)) throw badRequest('The number of the page is not valid.');
  return Number(text);
}

/** Asks for one row more than fits, to know whether there is a next page. */
function rangeOf(page: number, size: number): ListRange {
  return { limit: size + 1, offset: (page - 1) * size };
}

async function storyOr404(read: Promise<StoryPageData | null>): Promise<StoryPageData> {
  const page = await read;
  if (page === null) throw notFound('No story has this address. It may have been mistyped.');
  return page;
}

function listRoutes({ library, quality }: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    const page = pageNumber(c.req.query('page'));
    const stories = await library.frontPage(rangeOf(page, FRONT_PLACES));
    const view: FrontView = c.req.query('view') === 'map' && page === 1 ? 'map' : 'list';
    const shown = stories.slice(0, FRONT_PLACES);
    const props = { page, view, stories: shown, hasNext: stories.length > FRONT_PLACES };
    return c.html(renderPage(<FrontPage site={await site()} {...props} />));
  });
  app.get('/section/:name', async (c) => {
    const section = c.req.param('name');
    if (!isSection(section)) throw notFound('There is no section of this name.');
    const page = pageNumber(c.req.query('page'));
    const stories = await library.section(section, rangeOf(page, FRONT_PLACES));
    const props = { page, stories: stories.slice(0, FRONT_PLACES), hasNext: stories.length > FRONT_PLACES };
    return c.html(renderPage(<SectionPage site={await site()} section={section} {...props} />));
  });
  app.get('/topic/:slug', async (c) => {
    const page = await library.topic(c.req.param('slug'));
    if (page === null) throw notFound('There is no topic under this address.');
    return c.html(renderPage(<TopicPage site={await site()} page={page} />));
  });
  app.get('/outlets', async (c) =>
    c.html(renderPage(<OutletsPage site={await site()} outlets={await library.outlets()} />)),
  );
  app.get('/outlet/:id', async (c) => {
    const page = await library.outlet(c.req.param('id'));
    if (page === null) throw notFound('There is no outlet of this name here.');
    return c.html(renderPage(<OutletPage site={await site()} page={page} />));
  });
  app.get('/day/:day', async (c) => {
    const day = c.req.param('day');
    if (parseDay(day) === null) throw notFound('A day is written like 2025-12-14.');
    const stories = await library.storiesOfDay(day);
    return c.html(renderPage(<DayPage site={await site()} day={day} stories={stories} />));
  });
  app.get('/search', async (c) => {
    const form = searchForm(c.req.query());
    const outlets = await library.outlets();
    const found = await searchLibrary(library, form);
    const topicTitle = form.topicSlug === '' ? null : await library.topicTitle(form.topicSlug);
    const rest = { form, outlets, topicTitle, ...found };
    return c.html(renderPage(<SearchPage site={await site()} {...rest} />));
  });
  app.get('/blind-spots', async (c) => {
    const by = c.req.query('by') ?? 'country';
    const grouping = GROUPINGS.find((one) => one === by);
    if (grouping === undefined) throw badRequest(`Outlets are grouped by ${GROUPINGS.join(', ')}.`);
    const page = await library.blindSpots(grouping);
    return c.html(renderPage(<BlindSpotsPage site={await site()} page={page} />));
  });
  app.get('/about', async (c) =>
    c.html(renderPage(<AboutPage site={await site()} quality={quality ?? {}} />)),
  );
  return app;
}

/** What changed in the newest versions, by the number of the newer one. */
async function recentChanges(
  { library }: WebDeps,
  page: StoryPageData,
): Promise<ReadonlyMap<number, BriefingChanges>> {
  const numbers = page.versions.map(({ version }) => version).sort((a, b) => b - a);
  const changes = new Map<number, BriefingChanges>();
  let newer = page.version === numbers[0] ? page.briefing : null;
  let version = page.version;
  for (const number of numbers.slice(1, COMPARED_VERSIONS + 1)) {
    const older = await library.briefing(page.card.slug, number);
    if (older !== null && newer !== null) changes.set(version, briefingChanges(older, newer));
    newer = older;
    version = number;
  }
  return changes;
}

function readStory(
  deps: WebDeps,
  slug: string,
  version: number | undefined,
  policy: SourcePolicy | null,
): Promise<StoryPageData | null> {
  if (policy !== null) return storyUnderPolicy(deps, slug, policy);
  return version === undefined ? deps.library.story(slug) : deps.library.storyVersion(slug, version);
}

function askRoutes(deps: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  app.get('/ask', async (c) => {
    const { question, story, answer } = await askedQuestion(deps, c.req.query());
    return c.html(
      renderPage(<AskPage site={await site()} question={question} story={story} answer={answer} />),
    );
  });
  return app;
}

/** The number of a version in an address; undefined when none is asked for. @throws AppError `web/bad-request` */
function versionNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text)) throw badRequest('A version is a number.');
  return Number(text);
}

/** What changed from an earlier version to the one shown; null when there was no such version. */
async function changesSince(
  { library }: WebDeps,
  page: StoryPageData,
  version: number | undefined,
): Promise<ChangesSince | null> {
  if (version === undefined || version < 1 || version >= page.version) return null;
  const older = await library.briefing(page.card.slug, version);
  return older === null ? null : { version, changes: briefingChanges(older, page.briefing) };
}

/** The form that readers get who ask for none. */
function usualForm({ isExtractedFirst }: WebDeps): PageForm {
  return isExtractedFirst === true ? 'extracted' : 'written';
}

/** The question as the page of the story has it; one that the story asks no longer, as it was. */
function askedIn({ briefing }: StoryPageData, question: Question): Question {
  return briefing.sections.commonQuestions.find(({ slug }) => slug === question.slug) ?? question;
}

function storyRoutes(deps: WebDeps, site: SiteSource): Hono {
  const { library } = deps;
  const app = new Hono();
  app.get('/story/:slug', async (c) => {
    const slug = c.req.param('slug');
    const version = versionNumber(c.req.query('version'));
    const policy = policyOfQuery((name) => c.req.queries(name));
    const form = formOfQuery(c.req.query('form'), usualForm(deps));
    const page = await storyOr404(readStory(deps, slug, version, policy));
    const frame = await site();
    const isMoved = page.card.slug !== slug;
    if (isMoved) return c.redirect(frame.address.href(paths.story(page.card.slug)), 301);
    const former = await changesSince(deps, page, page.version - 1);
    return c.html(renderPage(<StoryPage site={frame} page={inForm(page, form)} former={former} />));
  });
  app.get('/story/:slug/forms', async (c) => {
    const page = await storyOr404(library.story(c.req.param('slug')));
    const { writing } = page;
    if (writing === undefined || !hasWritten(writing))
      throw notFound('No language model has written this version of the story; it has one form.');
    return c.html(renderPage(<FormsPage site={await site()} page={page} writing={writing} />));
  });
  app.get('/story/:slug/versions', async (c) => {
    const page = await storyOr404(library.story(c.req.param('slug')));
    const since = await changesSince(deps, page, versionNumber(c.req.query('since')));
    const changes = await recentChanges(deps, page);
    return c.html(
      renderPage(<VersionsPage site={await site()} page={page} changes={changes} since={since} />),
    );
  });
  app.get('/question/:slug', async (c) => {
    const found = await library.question(c.req.param('slug'));
    if (found === null) throw notFound('There is no question under this address.');
    const story = inForm(found.story, formOfQuery(c.req.query('form'), usualForm(deps)));
    const question = askedIn(story, found.question);
    return c.html(
      renderPage(<QuestionPage site={await site()} {...found} story={story} question={question} />),
    );
  });
  app.get('/article/:id', async (c) => {
    const passages = await library.article(c.req.param('id'));
    if (passages === null) throw notFound('There is no article under this address.');
    const { storySlug } = passages.article;
    const story = storySlug === null ? null : await library.story(storySlug);
    const at = /^(\d{1,9})(?:-\d{1,9})?$/.exec(c.req.query('at') ?? '')?.[1];
    const props = { passages, story, at: at === undefined ? null : Number(at) };
    return c.html(renderPage(<ArticlePage site={await site()} {...props} />));
  });
  return app;
}

/** All pages for readers. */
export function siteRoutes(deps: WebDeps, site: SiteSource): Hono {
  return new Hono()
    .route('/', listRoutes(deps, site))
    .route('/', storyRoutes(deps, site))
    .route('/', askRoutes(deps, site))
    .route('/', readerRoutes(deps, site))
    .route('/', handInRoutes(deps, site))
    .route('/', subscribeRoutes(deps, site))
    .route('/', sourceRoutes(deps, site))
    .route('/', reportRoutes(deps, site));
}

/** An error as a page; without the status in its foot when the library does not answer. */
export async function errorPage(c: Context, error: unknown, site: SiteSource): Promise<Response> {
  const problem = problemOf(error);
  return c.html(
    renderPage(<ErrorPage site={await site()} problem={problem} path={c.req.path} />),
    problem.status,
  );
}
