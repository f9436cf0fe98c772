import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { OUTLET_KINDS } from '../src/core/outlet.ts';

const outlet = z.object({
  domain: z.string(),
  name: z.string(),
  home: z.url(),
  feeds: z.array(z.url()).min(1),
  country: z.string().length(2),
  kind: z.enum(OUTLET_KINDS),
  owner: z.string(),
  feedFormat: z.enum(['rss', 'rdf', 'atom', 'json']),
});

const article = z.object({
  id: z.string(),
  outlet: z.string(),
  title: z.string(),
  publishedAt: z.iso.datetime(),
  byline: z.string().nullable(),
  section: z.string(),
  paragraphs: z.array(z.string()).min(3),
  wireOf: z.string().optional(),
});

export type PressOutlet = z.infer<typeof outlet>;
export type PressArticle = z.infer<typeof article>;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

export function readOutlets(): PressOutlet[] {
  return z.array(outlet).parse(readJson('outlets.json'));
}

/** Every article of the demonstration press, newest first. */
export function readArticles(): PressArticle[] {
  return readdirSync(new URL('articles/', import.meta.url))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => z.array(article).parse(readJson(`articles/${name}`)))
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
}
