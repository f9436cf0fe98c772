import { Session } from 'node:inspector/promises';
import nlp from 'compromise';
import { annotateArticle } from '../../src/annotate/annotate-article.ts';
import { createAnnotateTools } from '../../src/annotate/annotate-tools.ts';
import { readRows } from '../../src/cli/eval/read-data.ts';
import { shareByStep } from './share-by-step.ts';

interface PressRow {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

/** Every tenth article of the stream: about 420, so that a run takes seconds and none of the outlets is missing. */
const EVERY = 10;
/** The rival is some ten times slower: it reads fewer. */
const RIVAL_EVERY = 100;

/**
 * Articles a second that one core annotates over press/stream-2018, against compromise (sentences, parts of speech,
 * people, places, organisations and quotations of the same texts), and the share of each step by CPU profile.
 */
export async function bench(): Promise<void> {
  const rows = readRows<PressRow>('press/stream-2018.jsonl.gz');
  const some = rows.filter((_, index) => index % EVERY === 0);
  const tools = createAnnotateTools();
  const read = ({ id, title, date, text }: PressRow) =>
    annotateArticle({ id, title, text, publishedAt: Date.parse(date), language: null, byline: null }, tools);
  for (const row of some.slice(0, 40)) read(row);
  const ours = rate(some, read);
  const rival = rate(
    rows.filter((_, index) => index % RIVAL_EVERY === 0),
    ({ text }) => {
      const document = nlp(text);
      return [
        document.json(),
        document.people(),
        document.places(),
        document.organizations(),
        document.quotations(),
      ].map((part) => (Array.isArray(part) ? part.length : part.out('array').length));
    },
  );
  console.log(`annotate: ${ours.toFixed(1)} articles/s on one core (${some.length} articles)`);
  console.log(`compromise: ${rival.toFixed(1)} articles/s; ratio ${(ours / rival).toFixed(1)}`);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  for (const row of some) read(row);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  for (const { step, share } of shareByStep(profile, 'annotateArticle'))
    console.log(`${(100 * share).toFixed(1).padStart(5)} %  ${step}`);
}

function rate<Row>(rows: readonly Row[], read: (row: Row) => unknown): number {
  const start = process.cpuUsage();
  for (const row of rows) read(row);
  const { user, system } = process.cpuUsage(start);
  return rows.length / ((user + system) / 1e6);
}
