import { describe, expect, it } from 'vitest';
import { explainExtraction } from './explain-extraction.ts';

const SENTENCES = [
  'The dam above Quellmouth failed at dawn on Sunday, and the lower town was under water within the hour.',
  'Two hundred people were taken to the school on the hill, where the council had opened its halls.',
  'The water company said it had warned of cracks in the eastern wall three times since the spring.',
];

function explain(inside: string, around = '') {
  const paragraphs = SENTENCES.map((text) => `<p>${text}</p>`).join('');
  const html = `<html><head><title>Dam fails above Quellmouth</title></head><body>${around}<main><article><h1>Dam fails above Quellmouth</h1>${paragraphs}${inside}${paragraphs.replaceAll('.', ', again.')}</article></main></body></html>`;
  const page = { url: 'https://www.quellmouth.example/dam', html, item: null, failureCode: null };
  const explained = explainExtraction(page, html);
  if (!explained.ok) throw new Error(explained.error.message);
  return (text: string) => explained.value.blocks.find((block) => block.text.includes(text));
}

describe('explainExtraction', () => {
  it.each([
    [
      'a caption by its name',
      '<div class="lead-caption">Water in Mill Lane on Sunday</div>',
      'furniture-name',
    ],
    [
      'a caption by its place',
      '<div><img src="a.jpg"><br><span>Water in Mill Lane on Sunday</span></div>',
      'image-caption',
    ],
    [
      'a caption whose wrapper alone has the name',
      '<div class="caption"><p>Water in Mill Lane on Sunday</p></div>',
      'furniture-name',
    ],
    ['a label', '<p>Advert</p><p>Water in Mill Lane on Sunday rose.</p>', 'main-content'],
  ])('knows %s', (_, inside, rule) => {
    expect(explain(inside)('Water in Mill Lane')?.rule).toBe(rule);
  });

  it('keeps the paragraphs and drops the repeated title', () => {
    const find = explain('');
    expect(find('The water company said')).toMatchObject({ kept: true, rule: 'main-content', tag: 'p' });
    expect(find('Dam fails above')?.kept).toBe(false);
  });

  it('says of what lies elsewhere that it is outside', () => {
    const find = explain('', '<div id="top"><p>Weather: rain in the hills</p></div>');
    expect(find('Weather: rain')).toMatchObject({ kept: false, rule: 'outside' });
  });

  it('drops a list of links under a label', () => {
    const find = explain(
      '<p>Recent articles</p><ul><li>How <a href="/a">the dam was built in a dry year</a></li></ul>',
    );
    expect(find('Recent articles')?.kept).toBe(false);
    expect(find('dam was built')?.kept).toBe(false);
  });

  it.each([
    [
      '<article class="card"><h3><a href="/bridge">The bridge at Orle opens</a></h3><p>It took nine years.</p></article>',
      'teaser',
    ],
    [
      '<h3 class="relatedposts-title">More to read</h3><article><p>It took nine years.</p></article>',
      'outside',
    ],
  ])('drops other articles: %s', (inside, rule) => {
    const find = explain(`<section>${inside}</section>`);
    expect(find('nine years')).toMatchObject({ kept: false, rule });
  });

  it('keeps a sentence that is mostly a link, and drops the note on the author', () => {
    const find = explain(
      '<p>The company wrote that <a href="https://water.example/letter">it had asked the council for leave to drain the lake twice</a>.</p>',
    );
    expect(find('asked the council')?.kept).toBe(true);
  });
});
