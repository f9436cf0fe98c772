import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';
import { refineTone, toneQuestions } from './refine-tone.ts';
import type { ToneLabel } from './tone-task.ts';

const tools = createAnnotateTools();

function read(text: string, title = '') {
  const article = { id: 't', title, text, publishedAt: 0, language: 'en', byline: null };
  return { article, annotation: annotateArticle(article, tools) };
}

const JUDGING = [
  'Anna Holm shamelessly lied about the bridge and her corrupt friends took the money.',
  'The council met on Tuesday in the town hall.',
  '“Holm is a disgrace,” said Tomas Oren, who wants to be mayor.',
  'Holm’s disgraceful and reckless scheme was a disaster, and she failed the town again.',
  'Holm has been mayor since 2019.',
].join('\n');

describe('toneQuestions', () => {
  it('asks of what the outlet says in its own voice, loaded sentences first', () => {
    const { article, annotation } = read(JUDGING);
    const questions = toneQuestions(article, annotation);
    expect(questions.map(({ index }) => index)).toEqual([0, 3, 4]);
    expect(questions.map(({ target }) => target)).toEqual([
      'Anna Holm',
      'Holm (Anna Holm)',
      'Holm (Anna Holm)',
    ]);
    for (const { sentence } of questions) expect(JUDGING.split('\n')).toContain(sentence);
  });

  it('asks nothing of a report without loaded words', () => {
    const { article, annotation } = read(
      'Anna Holm was elected mayor of Quellmouth on Tuesday.\nHolm takes office in January, the council said.',
    );
    expect(toneQuestions(article, annotation)).toEqual([]);
  });

  it('asks so many at most', () => {
    const { article, annotation } = read(
      Array.from({ length: 40 }, (_, i) => `Anna Holm shamelessly lied about the corrupt bridge ${i}.`).join(
        '\n',
      ),
    );
    expect(toneQuestions(article, annotation)).toHaveLength(8);
  });
});

describe('refineTone', () => {
  const { article, annotation } = read(JUDGING);
  const questions = toneQuestions(article, annotation);
  const refined = (...labels: ToneLabel[]) =>
    refineTone(article, annotation, questions, labels, 'invented-7b');
  const holm = annotation.entities.findIndex(({ name }) => name === 'Anna Holm');

  it('has the model’s judgement with its sentences and its name', () => {
    expect(refined('negative', 'negative', 'neutral')).toEqual([
      { entity: holm, value: -0.4, sentences: [0, 3], judgedBy: 'invented-7b' },
    ]);
    expect(refined('positive', 'positive', 'neutral')).toMatchObject([{ value: 0.4 }]);
  });

  it('has none where the model sees none, or sees both', () => {
    expect(annotation.tone).toHaveLength(1);
    expect(refined('neutral', 'neutral', 'neutral')).toEqual([]);
    expect(refined('negative', 'positive', 'neutral')).toEqual([]);
    expect(refined('negative', 'neutral', 'neutral')).toEqual([]);
  });

  it('leaves alone what the model was not asked about', () => {
    expect(refineTone(article, annotation, [], [], 'invented-7b')).toEqual(annotation.tone);
  });
});
