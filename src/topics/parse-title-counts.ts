import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import type { TopicAlias, TopicRow } from './parse-topic-row.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readAliases(surfaces: Readonly<Record<string, unknown>>): TopicAlias[] {
  const aliases: TopicAlias[] = [];
  for (const [name, count] of Object.entries(surfaces)) {
    const key = normaliseName(name);
    if (key !== '' && typeof count === 'number' && count > 0) aliases.push({ name, key, weight: count });
  }
  return aliases;
}

/**
 * Reads how often news calls a topic by which name: one JSON object `{title: {qid, count, surfaces: {surface: count}}}`. Gives the
 * names with their counts as weights, by Wikidata id; titles without an id are left out. Error: `topics/bad-row`.
 */
export function parseTitleCounts(json: string): Result<ReadonlyMap<string, readonly TopicAlias[]>, Failure> {
  let titles: unknown;
  try {
    titles = JSON.parse(json);
  } catch {
    titles = null;
  }
  if (!isRecord(titles)) {
    const message = 'The file of title counts is no JSON object. It may be cut off; fetch it again.';
    return err({ code: 'topics/bad-row', message, retryable: false });
  }
  const counts = new Map<string, readonly TopicAlias[]>();
  for (const entry of Object.values(titles)) {
    if (!isRecord(entry) || typeof entry.qid !== 'string' || !isRecord(entry.surfaces)) continue;
    counts.set(entry.qid, [...(counts.get(entry.qid) ?? []), ...readAliases(entry.surfaces)]);
  }
  return ok(counts);
}

/** A row with the counted names added: a name known already becomes heavier by its count. */
export function addTitleCounts(row: TopicRow, counts: ReadonlyMap<string, readonly TopicAlias[]>): TopicRow {
  const byKey = new Map(row.aliases.map((alias) => [alias.key, alias]));
  for (const alias of counts.get(row.topic.id) ?? []) {
    const known = byKey.get(alias.key);
    byKey.set(alias.key, known === undefined ? alias : { ...known, weight: known.weight + alias.weight });
  }
  return { ...row, aliases: [...byKey.values()] };
}
