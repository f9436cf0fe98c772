import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLoopbackModel } from '../builders/loopback-model.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const MODEL_CODE = /\/src\/remote\/model\/|\/node_modules\/(?:ai|@ai-sdk)\//;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-no-model-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Imports two articles in a process of its own; what loaded and connected, and how it ended. */
async function record(env: Record<string, string>): Promise<{ modules: string[]; connections: string[] }> {
  const rows = ['One', 'Two'].map((outlet) => ({
    outlet,
    title: 'Anna Holm lied about the Harrow bridge',
    date: '2026-11-20',
    text: `Anna Holm shamelessly lied about the bridge, ${outlet} found. Holm’s disgraceful scheme was a disaster.`,
  }));
  const articles = join(folder, 'articles.ndjson');
  writeFileSync(articles, rows.map((row) => JSON.stringify(row)).join('\n'));
  const to = join(folder, 'record.txt');
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('VARIORUM_')),
  );
  const args = ['--import', 'tsx', '--import', join(ROOT, 'test/builders/record-process.ts')];
  const command = [join(ROOT, 'src/cli/variorum.ts'), 'import', articles, '--data', join(folder, 'data')];
  const child = spawn(process.execPath, [...args, ...command], {
    stdio: 'ignore',
    env: { ...own, VARIORUM_WORLD: 'off', RECORD_TO: to, ...env },
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  const lines = existsSync(to) ? readFileSync(to, 'utf8').trim().split('\n') : [];
  const of = (kind: string) => lines.filter((line) => line.startsWith(`${kind} `));
  return { modules: of('module'), connections: of('connection') };
}

describe('the program without a language model', () => {
  it('loads none of its code and opens no connection', async () => {
    const { modules, connections } = await record({});
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.filter((url) => MODEL_CODE.test(url))).toEqual([]);
    expect(connections).toEqual([]);
  }, 60_000);

  it('would be seen to, if it did', async () => {
    const server = await startLoopbackModel();
    const { modules } = await record({ VARIORUM_MODEL_URL: server.baseUrl, VARIORUM_MODEL: 'invented-7b' });
    await server.close();
    expect(modules.filter((url) => MODEL_CODE.test(url)).length).toBeGreaterThan(3);
  }, 60_000);
});
