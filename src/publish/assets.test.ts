import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { loadAssets } from './assets.ts';

describe('assets', () => {
  const assets = loadAssets();

  it('are sent without comments, and scripts remain scripts', () => {
    expect(assets.style.body).not.toContain('/*');
    for (const { path, body } of assets.modules) {
      const plain = body
        .replace(/^import [^;]+;/gm, '')
        .replace(/^export /gm, '')
        .replaceAll('import.meta', 'meta');
      expect(() => new Script(`async () => {${plain}\n}`), path).not.toThrow();
      expect(body, path).not.toMatch(/^\s*\/\//m);
    }
  });

  it('name in the style sheet each font that is served', () => {
    expect(assets.fonts.length).toBeGreaterThan(8);
    for (const { name } of assets.fonts) expect(assets.fontStyle.body).toContain(`url(${name})`);
    // The first paint waits for the style.
    expect(assets.style.body).not.toContain('.woff2');
  });
});
