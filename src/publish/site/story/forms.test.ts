import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../../test/builders/library-builder.ts';
import { buildWebDeps } from '../../../../test/builders/web-deps.ts';
import type { StoryPage } from '../../../core/library.ts';
import type { StoryWriting } from '../../../core/story-writing.ts';
import { createWebApp } from '../../web-app.ts';

const PATH = '/story/halvik-port-fire';
const WRITTEN = 'A fire in the port of Halvik was written about.';
const fared = (outcome: 'written' | 'too-many-replaced' | 'nothing-to-write', replaced = 0) => ({
  outcome,
  statements: 3,
  refused: replaced,
  replaced,
});

function written(page: StoryPage): StoryPage {
  const { sections } = page.briefing;
  const [first, ...others] = sections.whatHappened;
  const writing: StoryWriting = {
    model: 'invented-7b',
    judge: null,
    writtenAt: Date.UTC(2026, 10, 20, 13),
    language: 'en',
    sections: {
      whatHappened: fared('written', 1),
      behindTheHeadline: fared('too-many-replaced', 2),
      papersSay: fared('written'),
      howWeGotHere: fared('nothing-to-write'),
      commonQuestions: fared('nothing-to-write'),
    },
    written: {
      whatHappened: [{ ...first!, text: WRITTEN, writtenBy: 'invented-7b' }, ...others.slice(0, 1)],
      review: [{ ...first!, text: 'The papers differ.', writtenBy: 'invented-7b' }],
    },
  };
  return { ...page, writing };
}

async function read(
  path: string,
  mainStory: (page: StoryPage) => StoryPage = written,
  isExtractedFirst = false,
) {
  const app = createWebApp(buildWebDeps({ library: buildLibrary({ mainStory }), isExtractedFirst }));
  const response = await app.request(path);
  const html = await response.text();
  return { html, document: parseHTML(html).document, status: response.status };
}

describe('a story that a model has written too', () => {
  it('is shown as it was written, and says so section by section', async () => {
    const { document } = await read(PATH);
    expect(document.querySelector('#happened .lead')?.textContent).toContain(WRITTEN);
    expect(document.querySelector('#happened .form-note')?.textContent).toContain('Written by invented-7b');
    expect(document.querySelector('#happened .form-note')?.textContent).toContain('1 sentence put back');
    expect(document.querySelector('#behind .form-note')?.textContent).toContain('did not hold');
    expect(document.querySelector('#papers')?.textContent).toContain('The papers differ.');
    expect(document.querySelectorAll('#happened .own-words')).toHaveLength(1);
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toMatch(
      /halvik-port-fire$/,
    );
  });

  it('leads to the articles’ own words and back, without a script', async () => {
    const { document } = await read(PATH);
    const link = document.querySelector('.form-switch a')?.getAttribute('href');
    expect(link).toBe(`${PATH}?form=extracted`);
    const other = await read(link!);
    expect(other.html).not.toContain(WRITTEN);
    expect(other.document.querySelector('.form-switch a')?.getAttribute('href')).toBe(`${PATH}?form=written`);
    expect(other.document.querySelector('#happened .form-note')?.textContent).toContain(
      'Extracted from the articles',
    );
  });

  it('is shown extracted first where the site says so', async () => {
    expect((await read(PATH, written, true)).html).not.toContain(WRITTEN);
    expect((await read(`${PATH}?form=written`, written, true)).html).toContain(WRITTEN);
  });

  it('has both forms side by side', async () => {
    const { document, status } = await read(`${PATH}/forms`);
    expect(status).toBe(200);
    expect(document.querySelectorAll('.form-columns')).toHaveLength(2);
    expect(document.querySelector('.forms')?.textContent).toContain(WRITTEN);
    for (const chip of document.querySelectorAll('a.chip'))
      expect(document.getElementById((chip.getAttribute('href') ?? '').slice(1))).not.toBeNull();
  });

  it('is given either way by the API, with whose words each statement has', async () => {
    const extracted = JSON.parse((await read(`/api/v1/stories/halvik-port-fire`)).html);
    expect(extracted).toMatchObject({ form: 'extracted', writing: { model: 'invented-7b' } });
    expect(extracted.sections.whatHappened[0].writtenBy).toBeNull();
    const other = JSON.parse((await read(`/api/v1/stories/halvik-port-fire?form=written`)).html);
    expect(other.form).toBe('written');
    expect(other.sections.whatHappened[0]).toMatchObject({ text: WRITTEN, writtenBy: 'invented-7b' });
    expect(other.sections.papersSay.review).toHaveLength(1);
  });

  it('refuses a form that there is not', async () => {
    expect((await read(`${PATH}?form=sung`)).status).toBe(400);
  });
});

describe('a story that no model has written', () => {
  it('says nothing of forms, whatever is asked', async () => {
    for (const path of [PATH, `${PATH}?form=written`, `${PATH}?form=extracted`]) {
      const { document, html } = await read(path, (page) => page);
      expect(document.querySelector('.form-note, .form-switch')).toBeNull();
      expect(html).not.toContain('Extracted from');
    }
    expect((await read(`${PATH}/forms`, (page) => page)).status).toBe(404);
  });
});
