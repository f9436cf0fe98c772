import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptedAnswer } from '../../demo/scripted-writer.ts';
import { writeOpml } from '../../src/publish/feeds/write-opml.ts';
import { JUDGED_ROWS } from '../builders/judged-press.ts';
import {
  completion,
  judgeByWords,
  type LoopbackModel,
  startLoopbackModel,
} from '../builders/loopback-model.ts';
import { type LoopbackPress, startLoopbackPress } from '../builders/loopback-press.ts';
import { run, startCommand } from '../builders/run-command.ts';
import { pressRows } from '../builders/written-press.ts';

let folder: string;
let press: LoopbackPress;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-kill-'));
  press = await startLoopbackPress();
});
afterAll(async () => {
  await press.close();
  await rm(folder, { recursive: true });
});

async function importFeeds(data: string): Promise<void> {
  const opml = join(folder, 'press.opml');
  const outlines = press.outlets.map(({ name, feeds, home }) => ({
    name,
    feedUrl: feeds[0] ?? '',
    // A site of its own for each, as on the web; all of them share one address here.
    homeUrl: home,
    category: null,
  }));
  await writeFile(opml, writeOpml(outlines, 'Press'));
  const imported = await run(['import', opml, '--data', data]);
  expect(imported.code).toBe(0);
}

const poll = (data: string) => ['poll', '--all', '--allow-private-hosts', '--data', data];

async function exported(data: string): Promise<string> {
  const stories = await run(['export', 'stories', '--data', data]);
  const articles = await run(['export', 'articles', '--data', data]);
  expect(stories.code).toBe(0);
  // Articles are exported in the order of their arrival, which may differ.
  return [...stories.stdout.split('\n'), ...articles.stdout.split('\n').sort()].join('\n');
}

/** Starts a poll and kills it as soon as `moment` has come. */
async function killDuring(data: string, moment: (child: ReturnType<typeof startCommand>) => Promise<void>) {
  const child = startCommand(poll(data));
  await moment(child);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
}

async function printed(child: ReturnType<typeof startCommand>, words: string): Promise<void> {
  for await (const [text] of child.stderr === null ? [] : eventsOf(child)) {
    if (text.includes(words)) return;
  }
}

async function* eventsOf(child: ReturnType<typeof startCommand>): AsyncGenerator<[string]> {
  for await (const chunk of child.stderr ?? []) yield [String(chunk)];
}

const CONTEXT = 32_768;
/** Tokens that `completion` says each answer has cost. */
const PER_CALL = 120;

/** A model that judges tone by words and writes as the demonstration's script does; `hang` leaves the second writing unanswered. */
async function startWriter(): Promise<{ readonly model: LoopbackModel; hang(): Promise<void> }> {
  let hangs = 0;
  let reached = Promise.withResolvers<void>();
  const model = await startLoopbackModel((request, response) => {
    const data = request.messages.at(-1)?.content ?? '';
    if (!data.startsWith('{')) return judgeByWords(request, response);
    hangs -= 1;
    if (hangs === 0) return reached.resolve();
    completion(response, JSON.stringify(scriptedAnswer(request.messages[0]?.content ?? '', data)));
  });
  const hang = () => {
    hangs = 2;
    reached = Promise.withResolvers<void>();
    return reached.promise;
  };
  return { model, hang };
}

describe('kill -9', () => {
  it('in any phase of a round changes nothing in what comes out', async () => {
    const calm = join(folder, 'calm');
    await importFeeds(calm);
    expect((await run(poll(calm))).code).toBe(0);
    const expected = await exported(calm);
    expect(expected).toContain('"briefing":{');

    const killed = join(folder, 'killed');
    await importFeeds(killed);
    const base = press.requests();
    await killDuring(killed, () => press.requested(base + 5));
    await killDuring(killed, () => press.requested(base + 30));
    await killDuring(killed, () => press.requested(base + 60));
    await killDuring(killed, (child) => printed(child, 'briefing'));
    expect((await run(poll(killed))).code).toBe(0);
    expect(await exported(killed)).toBe(expected);
    expect((await run(['verify', '--data', killed])).code).toBe(0);
  });

  it('while a language model is asked changes nothing either, and its use is on the account', async () => {
    const model = await startLoopbackModel();
    const articles = join(folder, 'judged.ndjson');
    await writeFile(articles, JUDGED_ROWS.join('\n'));
    const env = { VARIORUM_MODEL_URL: model.baseUrl, VARIORUM_MODEL: 'invented-7b', VARIORUM_WRITER: 'off' };
    const importing = (data: string) => ['import', articles, '--data', data];
    const calm = join(folder, 'calm-model');
    expect((await run(importing(calm), env)).code).toBe(0);
    const expected = await exported(calm);
    expect(expected).toContain('"judgedBy":"invented-7b"');

    const killed = join(folder, 'killed-model');
    const asked = Promise.withResolvers<void>();
    // Never answers: the process is killed while it waits.
    model.answerNext(() => asked.resolve());
    const child = startCommand(importing(killed), env);
    await asked.promise;
    child.kill('SIGKILL');
    await once(child, 'close');
    const used = await run(['doctor', '--data', killed, '--json'], env);
    expect(JSON.parse(used.stdout).modelToday).toMatchObject({ calls: 2 });
    expect((await run(importing(killed), env)).code).toBe(0);
    expect(await exported(killed)).toBe(expected);
    await model.close();
  });

  it('while a story is being written publishes nothing unverified, and it is written after', async () => {
    const { model, hang } = await startWriter();
    const articles = join(folder, 'written.ndjson');
    await writeFile(articles, pressRows('ferry-fire').join('\n'));
    const env = {
      VARIORUM_MODEL_URL: model.baseUrl,
      VARIORUM_MODEL: 'invented-7b',
      VARIORUM_MODEL_CONTEXT: String(CONTEXT),
      VARIORUM_MODEL_CONCURRENCY: '1',
      VARIORUM_CLOCK: 'articles',
    };
    const importing = (data: string) => ['import', articles, '--data', data];
    const verified = async (data: string) => {
      const { code, stdout } = await run(['verify', '--data', data, '--json'], env);
      return { code, ...JSON.parse(stdout.trim().split('\n').at(-1) ?? '') };
    };
    const used = async (data: string) =>
      JSON.parse((await run(['doctor', '--data', data, '--json'], env)).stdout).modelToday;

    const calm = join(folder, 'calm-writer');
    expect((await run(importing(calm), env)).code).toBe(0);
    expect(await verified(calm)).toMatchObject({ code: 0, checked: 1, written: 1, findings: 0 });
    const calls = model.requests.length;
    const expected = await exported(calm);

    const killed = join(folder, 'killed-writer');
    const asked = hang();
    const child = startCommand(importing(killed), env);
    await asked;
    child.kill('SIGKILL');
    await once(child, 'close');
    // The round was over before anything was written: its page is there, extracted.
    expect(await verified(killed)).toMatchObject({ code: 0, checked: 1, written: 0, findings: 0 });
    expect((await run(importing(killed), env)).code).toBe(0);
    expect(await verified(killed)).toMatchObject({ code: 0, checked: 1, written: 1, findings: 0 });
    expect(await exported(killed)).toBe(expected);

    // What was answered is not asked again: the one call that was cut off is all that is asked, and paid, twice.
    expect(model.requests.length - calls).toBe(calls + 1);
    const account = await used(killed);
    const booked = model.requests.length - calls;
    expect(account.calls).toBe(booked);
    const cutOff = account.tokensIn + account.tokensOut - PER_CALL * (booked - 1);
    expect(cutOff).toBeGreaterThan(0);
    expect(cutOff).toBeLessThan(CONTEXT);
    await model.close();
  }, 300_000);
});
