import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../builders/run-command.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const rows = [
  {
    id: '1',
    outlet: 'One',
    title: 'Harbour closed',
    date: '2025-12-14',
    text: 'The harbour of Eastreach was closed on Friday after a fire on a ferry.',
  },
  {
    id: '2',
    outlet: 'Two',
    title: 'Fire closes harbour',
    date: '2025-12-14',
    text: 'A fire on a ferry closed the harbour of Eastreach on Friday, the port said.',
  },
];
const ndjson = rows.map((row) => JSON.stringify(row)).join('\n');

/** What a person sees: messages on stderr without the progress lines. */
function messages(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line.startsWith('variorum:'));
}

describe('bad input gets one clear sentence and the right exit code', () => {
  it('a file that is not there leaves no data folder behind', async () => {
    const data = join(folder, 'nothing');
    const { code, stderr } = await run(['import', '/no/such/file.ndjson', '--data', data]);
    expect(code).toBe(2);
    expect(messages(stderr)).toHaveLength(1);
    expect(stderr).toContain('/no/such/file.ndjson cannot be read: there is no such file');
  });

  it('rows that are not JSON or lack a title are named by number, the good ones taken', async () => {
    const path = await file(
      'rows.ndjson',
      [...ndjson.split('\n'), '{"id": ', '{"id":"4","text":"no title"}'].join('\n'),
    );
    const data = join(folder, 'rows');
    const { code, stderr } = await run(['import', path, '--data', data]);
    expect(code).toBe(2);
    expect(messages(stderr)).toEqual([
      expect.stringContaining('row 3 is not JSON'),
      expect.stringContaining('row 4 has no usable "title"'),
    ]);
    const articles = await run(['export', 'articles', '--data', data]);
    expect(articles.stdout.trim().split('\n')).toHaveLength(2);
  });

  it('a broken gzip gives its good rows and says where it broke', async () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      JSON.stringify({
        id: String(i),
        outlet: 'One',
        title: `Title ${Math.sin(i)}`,
        text: `Text ${Math.cos(i)} of article ${i}.`,
      }),
    ).join('\n');
    const packed = gzipSync(many);
    const path = await file('broken.ndjson.gz', packed.subarray(0, packed.length / 2));
    const { code, stderr } = await run(['import', path, '--data', join(folder, 'gz'), '--json']);
    expect(code).toBe(2);
    expect(messages(stderr)).toEqual([expect.stringContaining('is damaged after line')]);
  });

  it('an address to nowhere', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const url = `http://127.0.0.1:${port}/article`;
    const { code, stderr } = await run(['extract', url, '--allow-private-hosts']);
    expect(code).toBe(2);
    expect(messages(stderr)).toHaveLength(1);
  });

  it('a private address without permission', async () => {
    const { code, stderr } = await run(['extract', 'http://127.0.0.1:1/']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/private|loopback/);
  });

  it('an unreachable database, without printing its password', async () => {
    const { code, stderr } = await run(['doctor'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' });
    expect(code).toBe(2);
    expect(messages(stderr)).toEqual([expect.stringContaining('127.0.0.1:1/none cannot be reached')]);
    expect(stderr).not.toContain('secret');
  });

  it('a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const data = join(folder, 'port');
    const { code, stderr } = await run(['serve', '--port', String(port), '--data', data, '--no-catalogue']);
    taken.close();
    expect(code).toBe(2);
    expect(messages(stderr)).toEqual([expect.stringContaining('another program uses it')]);
  });

  it.each([
    [['poll', '--no-such-option']],
    [['export', 'everything']],
    [['no-such-command']],
    [['serve', '--port', 'eighty']],
    [['serve', '--roles', 'cook']],
  ])('wrong usage: %j', async (args) => {
    const { code, stderr } = await run([
      ...args,
      ...(args[0] === 'serve' ? ['--data', join(folder, 'usage')] : []),
    ]);
    expect(code).toBe(2);
    expect(stderr.trim()).not.toBe('');
    expect(stderr).not.toContain('    at ');
  });
});

describe('the way from file to page', () => {
  it('imports, briefs, verifies and exports', async () => {
    const data = join(folder, 'way');
    const path = await file('good.ndjson', ndjson);
    const imported = await run(['import', path, '--data', data, '--json']);
    expect(imported.code).toBe(0);
    expect(JSON.parse(imported.stdout)).toMatchObject({ added: 2, rejected: 0 });
    const stories = (await run(['export', 'stories', '--data', data])).stdout.trim().split('\n');
    const story = JSON.parse(stories[0] ?? '') as { slug: string; articles: { externalId: string }[] };
    expect(story.articles.map((article) => article.externalId).sort()).toEqual(['1', '2']);
    const brief = await run(['brief', story.slug, '--data', data]);
    expect(brief.stdout).toContain('What’s happened');
    const explained = await run(['brief', story.slug, '--explain', '--data', data]);
    expect(explained.stdout).toContain('## What’s happened: tells the event');
    const reasons = await run(['brief', story.slug, '--explain', '--json', '--data', data]);
    expect(JSON.parse(reasons.stdout)).toMatchObject({ slug: story.slug, rules: expect.any(Array) });
    expect((await run(['verify', '--data', data])).code).toBe(0);
    expect((await run(['brief', 'no-such-story', '--data', data])).code).toBe(2);
  });
});

describe('the source policy of a site', () => {
  it('is shown, set, held to and cleared', async () => {
    const data = join(folder, 'policy');
    const path = await file('policy.ndjson', ndjson);
    expect((await run(['import', path, '--data', data])).code).toBe(0);
    const policy = async (...args: string[]) => await run(['policy', ...args, '--data', data]);
    expect((await policy()).stdout.trim()).toBe('All sources count alike.');
    const [first, second] = await outletIds(data);
    const set = await policy('set', '--hide', first ?? '', '--weigh', `${second}:2`, '--json');
    expect(set.code).toBe(0);
    expect(JSON.parse(set.stdout)).toMatchObject({ hide: [first], weights: { [second ?? '']: 2 } });
    expect((await policy('show')).stdout).toContain(first);
    expect((await policy('set', '--hide', 'nowhere.example')).stderr).toContain(
      'not among the outlets so far',
    );
    expect((await policy('clear')).stdout.trim()).toBe('All sources count alike.');
  });

  it.each([[['--weigh', 'one.example:99']], [['--min', 'many']]])(
    'refuses %j with one sentence',
    async (args) => {
      const data = join(folder, 'policy');
      const { code, stderr } = await run(['policy', 'set', ...args, '--data', data]);
      expect(code).toBe(2);
      expect(stderr).not.toContain('    at ');
    },
  );
});

async function outletIds(data: string): Promise<string[]> {
  const lines = (await run(['export', 'articles', '--data', data])).stdout.trim().split('\n');
  return [
    ...new Set(lines.map((line) => (JSON.parse(line) as { outlet: { domain: string } }).outlet.domain)),
  ].sort();
}
