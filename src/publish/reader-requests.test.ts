import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../test/builders/library-builder.ts';
import { buildAsker, buildPolicyReader } from '../../test/builders/reader-services.ts';
import { buildWebDeps } from '../../test/builders/web-deps.ts';
import { createWebApp } from './web-app.ts';

const library = buildLibrary();
const app = createWebApp(
  buildWebDeps({
    library,
    asker: buildAsker(library),
    policyReader: buildPolicyReader(library),
  }),
);
const get = async (path: string): Promise<{ status: number; text: string }> => {
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
};

describe('asking', () => {
  it.each([
    ['/ask', 200, ['Ask the sources', 'name="q"']],
    [
      '/ask?q=where+is+the+fire',
      200,
      ['where is the fire', 'Read the whole story', 'class="chip"', 'noindex'],
    ],
    ['/ask?q=who+is+the+king', 200, ['These sources do not say.']],
    ['/ask?q=who&story=halvik-port-fire', 200, ['name="story" value="halvik-port-fire"']],
    ['/ask?q=who&story=nowhere', 404, []],
    ['/ask?q=a+crowd', 503, ['too much to do']],
    ['/ask?q=%3Cscript%3Ealert(1)%3C/script%3E', 200, ['&lt;script&gt;']],
    ['/api/v1/ask?q=where+is+the+fire', 200, ['"refusal":null', '"citations":[{']],
    ['/api/v1/ask?q=who+is+the+king', 200, ['"refusal":"not-said"']],
    ['/api/v1/ask', 400, []],
  ] as const)('%s answers %i', async (path, status, parts) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    for (const part of parts) expect(answer.text).toContain(part);
  });
});

describe("a reader's source policy", () => {
  const story = '/story/halvik-port-fire';

  it('is offered on the story page, and not in effect there', async () => {
    const { text } = await get(story);
    expect(text).toContain('Choose your sources');
    expect(text).not.toContain('Told anew for you');
  });

  it('is told on the page, which no search engine is to keep', async () => {
    const { status, text } = await get(`${story}?hide=halvik-times.example&min=2`);
    expect(status).toBe(200);
    expect(text).toContain('Told anew for you');
    expect(text).toContain('at least 2 independent outlets');
    expect(text).toContain('noindex');
    expect(text).not.toContain('/question/');
  });

  it.each([
    [`${story}?min=0`, 400],
    [`${story}?min=many`, 400],
    [`${story}?weigh=halvik-times.example`, 400],
    [`${story}?hide=${Array.from({ length: 50 }, (_, i) => `o${i}.example`).join(',')}`, 400],
    ['/story/nowhere?min=2', 404],
    ['/api/v1/stories/halvik-port-fire?min=99', 400],
  ])('%s answers %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});
