/** The process that makes the bench's press, so that its memory and its time are not counted as the clusterer's. */
import { writeFileSync } from 'node:fs';
import { StoryClusterer } from '../../src/cluster/story-clusterer.ts';
import type { Fingerprint, StoryAssignment } from '../../src/core/story.ts';
import { createBackground } from '../../src/pipeline/appliers.ts';
import { pressFingerprints } from './press-fingerprints.ts';
import { PressStream } from './press-stream.ts';

/** Times the press's own rate of 11.5 articles a day: with it some 10,000 stories are active. */
const LANES = 200;

/** What the bench asks for: the next articles, to begin again, or the first articles as texts in a file. */
export type PressRequest =
  | { readonly kind: 'next'; readonly articles: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'write'; readonly articles: number; readonly file: string };

const press = pressFingerprints().sort((a, b) => a.publishedAt - b.publishedAt);
const source = new PressStream(press, storiesOf(press), LANES);
let stream = source.articles();

process.on('message', (request: PressRequest) => {
  process.send?.(answer(request));
});

function answer(request: PressRequest): readonly Fingerprint[] {
  if (request.kind === 'next') return take(stream, request.articles);
  if (request.kind === 'restart') stream = source.articles();
  else writeFileSync(request.file, take(source.articles(), request.articles).map(textRow).join('\n'));
  return [];
}

/** Which articles of the press are one story: so that renaming goes by story. */
function storiesOf(articles: readonly Fingerprint[]): StoryAssignment[] {
  const empty = { stories: [], signatures: [], documentFrequencies: [], documents: 0 };
  const clusterer = new StoryClusterer(empty, { background: createBackground() });
  const assignments: StoryAssignment[] = [];
  for (let start = 0; start < articles.length; start += 50)
    assignments.push(...clusterer.assign(articles.slice(start, start + 50)).assignments);
  return assignments;
}

/** An article for a reader of texts: the terms of the fingerprint, as often as the article holds them. */
function textRow({ articleId, publishedAt, terms }: Fingerprint): string {
  const words = terms.flatMap(([term, weight]) => Array<string>(Math.round(Math.exp(weight - 1))).fill(term));
  const title = words.slice(0, 8).join(' ');
  const date = new Date(publishedAt).toISOString();
  return JSON.stringify({ id: articleId, title, text: words.join(' '), date });
}

function take(articles: Generator<Fingerprint>, count: number): Fingerprint[] {
  return Array.from({ length: count }, () => articles.next().value);
}
