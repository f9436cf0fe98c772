import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLoopbackWikimedia, wikidataEntity } from '../builders/loopback-wikimedia.ts';
import { run, startCommand } from '../builders/run-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-topics-'));
});
afterAll(() => rm(folder, { recursive: true }));

const THINGS = 9_000;
const BAD_LINE = 6_500;

function entity(number: number): object {
  return wikidataEntity({
    qid: `Q${9_900_000 + number}`,
    label: `Invented place ${number}`,
    description: 'place that there is not',
    classes: [number % 2 === 0 ? 'Q515' : 'Q5'],
    article: { title: `Invented place ${number}`, extract: '' },
  });
}

/** A dump with one line in it that is cut off. */
async function writeDump(name: string): Promise<string> {
  const rows = Array.from({ length: THINGS }, (_, i) => `${JSON.stringify(entity(i))},`);
  rows[BAD_LINE - 2] = '{"type":"item","id":';
  const path = join(folder, name);
  const text = ['[', ...rows, ']'].join('\n');
  await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

async function topics(data: string): Promise<string[]> {
  const { stdout, code } = await run(['export', 'topics', '--data', data]);
  expect(code).toBe(0);
  return stdout.trim().split('\n');
}

describe('topics import', () => {
  it("reads Wikidata's dump past a bad row, by kind of thing", async () => {
    const data = join(folder, 'calm');
    const file = await writeDump('latest-all.json.gz');
    const args = ['topics', 'import', file, '--data', data, '--json', '--types', 'place'];
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toContain(`row ${BAD_LINE}: The row is no entity.`);
    expect(JSON.parse(stdout)).toEqual({ imported: THINGS / 2 - 1, rejected: 1, leftOut: THINGS / 2 });
    expect(await topics(data)).toHaveLength(THINGS / 2 - 1);
  });

  it('goes on where kill -9 stopped it, to the same base', async () => {
    const file = await writeDump('all.json');
    const calm = join(folder, 'undisturbed');
    expect((await run(['topics', 'import', file, '--data', calm])).code).toBe(2);

    const data = join(folder, 'killed');
    const child = startCommand(['topics', 'import', file, '--data', data]);
    for await (const chunk of child.stderr ?? []) if (String(chunk).includes(`row ${BAD_LINE}`)) break;
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    expect(child.signalCode).toBe('SIGKILL');

    const again = await run(['topics', 'import', file, '--data', data, '--json']);
    expect(again.stderr).toMatch(/goes on behind line \d+, where the last import ended/);
    const { imported } = JSON.parse(again.stdout) as { imported: number };
    expect(imported).toBeLessThan(THINGS - 2_000);
    expect(await topics(data)).toEqual(await topics(calm));

    const anew = await run(['topics', 'import', file, '--data', data, '--json']);
    expect(anew.stderr).not.toContain('goes on');
    expect(JSON.parse(anew.stdout)).toMatchObject({ imported: THINGS - 1 });
    expect(await topics(data)).toEqual(await topics(calm));
  });

  it.each([
    [['--types', 'planet'], /Types are person/],
    [['--languages', 'English'], /Languages are written like/],
    [['--sitelinks', 'many'], /whole number/],
  ])('says what %j should be', async (option, message) => {
    const file = await writeDump('x.json');
    const { code, stderr } = await run(['topics', 'import', file, '--data', join(folder, 'none'), ...option]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('topics search and fetch', () => {
  it('ask nobody unless they may', async () => {
    const data = join(folder, 'off');
    const { code, stderr } = await run(['topics', 'search', 'Quellmouth', '--data', data]);
    expect(code).toBe(2);
    expect(stderr).toContain('Set VARIORUM_KNOWLEDGE=wikimedia, and VARIORUM_CONTACT');
    const anonymous = { VARIORUM_KNOWLEDGE: 'wikimedia', VARIORUM_CONTACT: '' };
    expect((await run(['topics', 'fetch', 'Q1', '--data', data], anonymous)).stderr).toContain(
      'needs VARIORUM_CONTACT',
    );
  });

  it('show and store what a base tells', async () => {
    const wikimedia = await startLoopbackWikimedia([
      {
        qid: 'Q9900020',
        label: 'Quellmouth',
        description: 'port city',
        classes: ['Q515'],
        article: { title: 'Quellmouth', extract: 'Quellmouth is a port city.' },
        picture: { name: 'Q.png', artist: 'Ada Bo', licence: 'CC BY-SA 4.0' },
      },
    ]);
    const env = {
      VARIORUM_KNOWLEDGE: 'wikimedia',
      VARIORUM_KNOWLEDGE_URL: wikimedia.baseUrl,
      VARIORUM_CONTACT: 'me@example.org',
      VARIORUM_ALLOW_PRIVATE_HOSTS: 'on',
    };
    const data = join(folder, 'asked');
    const found = await run(['topics', 'search', 'quell', '--data', data, '--json'], env);
    expect(JSON.parse(found.stdout)).toMatchObject({ qid: 'Q9900020', description: 'port city' });
    const fetched = await run(['topics', 'fetch', 'quellmouth', '--data', data], env);
    expect(fetched.stdout.split('\n')).toEqual([
      'Quellmouth (Q9900020): port city',
      'Quellmouth is a port city.',
      'Wikipedia, CC BY-SA 4.0, as of 2026-11-19',
      'Picture: Ada Bo, CC BY-SA 4.0',
      '',
    ]);
    const [row] = await topics(data);
    expect(JSON.parse(row ?? '')).toMatchObject({ id: 'Q9900020', slug: 'quellmouth' });
    const none = await run(['topics', 'fetch', 'Q404', '--data', data], env);
    expect(none.code).toBe(2);
    const refreshed = await run(['topics', 'refresh', '--days', '0', '--data', data, '--json'], env);
    expect(JSON.parse(refreshed.stdout)).toEqual({ fetched: 1 });
    await wikimedia.close();
  });
});
