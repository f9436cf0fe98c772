import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JUDGED_ROWS } from '../builders/judged-press.ts';
import { completion, startLoopbackModel } from '../builders/loopback-model.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const MODEL_CODE = /\/src\/remote\/model\/|\/node_modules\/(?:ai|@ai-sdk)\//;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-no-model-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a command in a process of its own; what loaded and connected. */
async function record(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ modules: string[]; connections: string[] }> {
  const to = join(folder, 'record.txt');
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('VARIORUM_')),
  );
  const preload = ['--import', 'tsx', '--import', join(ROOT, 'test/builders/record-process.ts')];
  const command = [join(ROOT, 'src/cli/variorum.ts'), ...args, '--data', join(folder, 'data')];
  const child = spawn(process.execPath, [...preload, ...command], {
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
    const articles = join(folder, 'articles.ndjson');
    writeFileSync(articles, JUDGED_ROWS.join('\n'));
    const { modules, connections } = await record(['import', articles], {});
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.filter((url) => MODEL_CODE.test(url))).toEqual([]);
    expect(connections).toEqual([]);
  }, 60_000);

  it('has nothing written and asks for nothing, unless a model is set; then it is told claims', async () => {
    const articles = join(folder, 'articles.ndjson');
    writeFileSync(articles, JUDGED_ROWS.join('\n'));
    const server = await startLoopbackModel((_, response) => completion(response, '{"statements":[]}'));
    const env = {
      VARIORUM_MODEL_URL: server.baseUrl,
      VARIORUM_MODEL: 'invented-7b',
      VARIORUM_CLOCK: 'articles',
    };
    const isWriting = () =>
      server.requests.filter(({ messages }) => messages.at(-1)?.content.startsWith('{"parts"')).length;
    await record(['import', articles], { ...env, VARIORUM_WRITER: 'off' });
    expect(isWriting()).toBe(0);
    rmSync(join(folder, 'data'), { recursive: true });
    await record(['import', articles], env);
    await server.close();
    expect(isWriting()).toBeGreaterThan(0);
  }, 120_000);

  it('would be seen to, if it did', async () => {
    const server = await startLoopbackModel();
    const env = { VARIORUM_MODEL_URL: server.baseUrl, VARIORUM_MODEL: 'invented-7b' };
    const { modules, connections } = await record(['doctor'], env);
    await server.close();
    expect(modules.filter((url) => MODEL_CODE.test(url)).length).toBeGreaterThan(3);
    expect(connections.length).toBeGreaterThan(0);
  }, 60_000);
});
