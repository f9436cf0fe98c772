import { GROUPINGS } from '../../../core/blind-spot.ts';
import type { Library, StoryCard } from '../../../core/library.ts';
import { FRONT_PLACES } from '../../../core/standing.ts';
import { paths } from '../../address.ts';

/** Which stories leave the site: those named, or the first of the front page. */
export interface StoryChoice {
  readonly slugs: readonly string[];
  readonly limit: number;
}

/** The stories of a choice, in its order; a name that is no story is left out. */
export async function chosenStories(
  library: Library,
  { slugs, limit }: StoryChoice,
): Promise<readonly StoryCard[]> {
  if (slugs.length === 0) return await library.frontPage({ limit, offset: 0 });
  const pages = await Promise.all(slugs.map((slug) => library.story(slug)));
  return pages.flatMap((page) => (page === null ? [] : [page.card]));
}

/** Numbers of the pages of a list of so many stories. */
function pageNumbers(stories: number): readonly number[] {
  return Array.from({ length: Math.max(1, Math.ceil(stories / FRONT_PLACES)) }, (_, index) => index + 1);
}

/** Pages that belong to one story: itself, its questions, its topics, the passages of its articles, their outlets. */
async function storyPaths(library: Library, slug: string): Promise<readonly string[]> {
  const page = await library.story(slug);
  if (page === null) return [];
  const { commonQuestions, topics } = page.briefing.sections;
  return [
    paths.story(slug),
    paths.storyVersions(slug),
    ...commonQuestions.map((question) => paths.question(question.slug)),
    ...topics.map((topic) => paths.topic(topic.slug)),
    ...page.articles.flatMap(({ article }) => [paths.article(article.id), paths.outlet(article.outlet.id)]),
  ];
}

/** All pages of the copy, each once; the front page first. */
export async function planSite(library: Library, stories: readonly StoryCard[]): Promise<readonly string[]> {
  const { sections } = await library.status();
  const planned = new Set<string>(pageNumbers(stories.length).map((page) => paths.front(page)));
  for (const section of sections) {
    const own = stories.filter((story) => story.section === section);
    for (const page of pageNumbers(own.length)) planned.add(paths.section(section, page));
  }
  for (const path of ['/outlets', '/about', '/blind-spots']) planned.add(path);
  for (const grouping of GROUPINGS) planned.add(paths.blindSpots(grouping));
  for (const { slug } of stories) for (const path of await storyPaths(library, slug)) planned.add(path);
  return [...planned];
}
