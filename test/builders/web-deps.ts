import type { WebDeps } from '../../src/publish/web-deps.ts';
import { buildLibrary } from './library-builder.ts';

/** What a site is given in tests, on the evening of the invented fire of Halvik; `changes` overrule it. */
export function buildWebDeps(changes: Partial<WebDeps> = {}): WebDeps {
  return {
    library: buildLibrary(),
    asker: null,
    policyReader: null,
    baseUrl: 'https://news.example',
    siteName: 'Variorum',
    notice: null,
    clock: { now: () => Date.parse('2025-12-14T20:05:00Z') },
    version: '0.1.0',
    ready: async () => true,
    ...changes,
  };
}
