import type { Annotation } from '../../../core/annotation.ts';
import type { NamedTopic, Topic } from '../../../core/topic.ts';
import type { LinearModel } from '../../../nlp/linear-model.ts';
import { candidateKeys, type EntityCandidates, gatherCandidates } from '../../../topics/gather-candidates.ts';
import { addTitleCounts, parseTitleCounts } from '../../../topics/parse-title-counts.ts';
import { parseTopicRow, type TopicRow } from '../../../topics/parse-topic-row.ts';
import { readLines, readText } from '../read-data.ts';

/** The knowledge base in memory, as `topics import` would store it. */
export interface KnowledgeBase {
  readonly ids: ReadonlySet<string>;
  /** The id of the only topic of a title; null when there is none or several. */
  idOfTitle(title: string): string | null;
  /** The topics of a key, with their shares. */
  named(key: string): NamedTopic[];
  candidatesOf(annotation: Annotation): EntityCandidates[];
}

/** Rows as `topics import` reads them; without the counts of titles when those are also what is to be learnt. */
function* readTopicRows(typeModel: LinearModel, withCounts: boolean): Generator<TopicRow> {
  const counts = parseTitleCounts(readText('knowledge/wikipedia-titles.json.gz'));
  if (!counts.ok) throw new Error(counts.error.message);
  for (const file of ['knowledge/entities.jsonl.gz', 'knowledge/places.jsonl.gz']) {
    for (const line of readLines(file)) {
      const parsed = parseTopicRow(line, typeModel);
      if (parsed.ok) yield withCounts ? addTitleCounts(parsed.value, counts.value) : parsed.value;
    }
  }
}

function uniqueTitles(topics: Iterable<Topic>): Map<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const { id, title } of topics) ids.set(title, ids.has(title) ? null : id);
  return ids;
}

/** Reads entities, places and, if asked, counts of titles through the parsing of `topics import`. */
export function readKnowledgeBase(typeModel: LinearModel, withCounts = true): KnowledgeBase {
  const topics = new Map<string, Topic>();
  const weights = new Map<string, Map<string, number>>();
  for (const { topic, aliases } of readTopicRows(typeModel, withCounts)) {
    const description = topic.description ?? topics.get(topic.id)?.description ?? null;
    topics.set(topic.id, { ...topic, description });
    for (const { key, weight } of aliases) {
      const known = weights.get(key) ?? new Map<string, number>();
      weights.set(key, known.set(topic.id, weight));
    }
  }
  const named = (key: string): NamedTopic[] => {
    const list = [...(weights.get(key) ?? [])];
    const total = list.reduce((sum, [, weight]) => sum + weight, 0);
    return list.flatMap(([id, weight]): NamedTopic[] => {
      const topic = topics.get(id);
      return topic === undefined ? [] : [{ topic, weight, prior: weight / total }];
    });
  };
  const titled = uniqueTitles(topics.values());
  return {
    idOfTitle: (title) => titled.get(title) ?? null,
    ids: new Set(topics.keys()),
    named,
    candidatesOf: (annotation) => {
      const wanted = candidateKeys(annotation);
      const keys = new Set(wanted.flatMap((one) => one.keys.map(({ key }) => key)));
      return gatherCandidates(wanted, new Map([...keys].map((key) => [key, named(key)])));
    },
  };
}
