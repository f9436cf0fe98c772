import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readRows } from '../../src/cli/eval/read-data.ts';
import { namesOnly } from '../../src/core/annotation.ts';
import type { Fingerprint } from '../../src/core/story.ts';
import { outletIdOf } from '../../src/ingest/outlet-of-feed.ts';
import { appliers, createTools } from '../../src/pipeline/appliers.ts';
import { annotateStage } from '../../src/pipeline/stages/annotate-stage.ts';
import { fingerprintStage } from '../../src/pipeline/stages/fingerprint-stage.ts';

interface PressRow {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
  readonly url: string;
}

const PRESS = 'press/stream-2018.jsonl.gz';

/**
 * Fingerprints of press/stream-2018 in the order of the file, through the same functions as the pipeline's. They take a
 * minute to compute, so they are kept in the system's folder for temporary files until a stage's version is raised.
 */
export function pressFingerprints(): Fingerprint[] {
  const folder = join(tmpdir(), 'variorum-bench');
  const versions = `annotate-${annotateStage.version}-fingerprint-${fingerprintStage.version}`;
  const file = join(folder, `press-${versions}.json.gz`);
  if (existsSync(file)) return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Fingerprint[];
  console.error('cluster: fingerprints of press/stream-2018 are computed once …');
  const tools = createTools();
  const fingerprints = readRows<PressRow>(PRESS).map((row) => fingerprintOf(row, tools));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, gzipSync(JSON.stringify(fingerprints)));
  renameSync(`${file}.new`, file);
  return fingerprints;
}

function fingerprintOf(
  { id, title, text, date, url }: PressRow,
  tools: ReturnType<typeof createTools>,
): Fingerprint {
  const publishedAt = Date.parse(date);
  const annotation = appliers.annotate({ id, title, text, publishedAt, language: null, byline: null }, tools);
  return appliers.fingerprint({
    articleId: id,
    outletId: outletIdOf(null, url),
    title,
    text,
    publishedAt,
    language: annotation.language,
    byline: null,
    wireCredit: annotation.wireCredit,
    entities: namesOnly(annotation).entities,
  });
}
