import { describe, expect, it } from 'vitest';
import { buildLibrary, fillerStory } from '../../../test/builders/library-builder.ts';
import { buildWebDeps } from '../../../test/builders/web-deps.ts';
import { StoryListSchema } from '../api/list-schemas.ts';
import { createWebApp } from '../web-app.ts';

const app = createWebApp(
  buildWebDeps({
    library: buildLibrary({ extraStories: Array.from({ length: 30 }, (_, at) => fillerStory(at)) }),
    baseUrl: 'https://example.org/news',
  }),
);

async function text(path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, status]);
  return await response.text();
}

describe('section pages', () => {
  it('show the stories of a section with its feeds, and mark it in the navigation', async () => {
    const page = await text('/section/national');
    expect(page).toContain('<h1 class="dateline">National');
    expect(page).toContain('/news/story/halvik-port-fire');
    expect(page).toContain('<a href="/news/section/national" aria-current="page">National</a>');
    expect(page).toContain('/news/section/national.atom');
    expect(page).toContain('/news/section/national?page=2');
    expect(await text('/section/national?page=2')).toContain('aria-current="page">National</a>');
  });

  it('say that a section is empty, and that there is none of another name', async () => {
    expect(await text('/section/sport')).toContain('There are no stories in this section yet.');
    await text('/section/weather', 404);
    await text('/section/weather.atom', 404);
  });

  it.each(['atom', 'rss', 'json'])('are feeds, too: .%s', async (ending) => {
    expect(await text(`/section/national.${ending}`)).toContain('halvik-port-fire');
  });

  it('are lists of the API, page by page', async () => {
    const list = StoryListSchema.parse(JSON.parse(await text('/api/v1/stories?section=national&limit=2')));
    expect(list.stories.map(({ section }) => section)).toEqual(['national', 'national']);
    expect(list.next).not.toBeNull();
    expect(list.stories[0]?.standing?.why).toContain('No. 1 on the front page: ');
    expect(StoryListSchema.parse(JSON.parse(await text('/api/v1/stories?section=sport'))).stories).toEqual(
      [],
    );
    await text('/api/v1/stories?section=weather', 400);
  });

  it('stand on the front page, and a story says why it stands where it does', async () => {
    const front = await text('/');
    expect(front).toContain('<a href="/news/section/national">National</a></h2>');
    expect(await text('/story/halvik-port-fire')).toContain('No. 1 on the front page: ');
  });
});
