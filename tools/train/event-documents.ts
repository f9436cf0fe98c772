import { annotateArticle } from '../../src/annotate/annotate-article.ts';
import type { AnnotateTools } from '../../src/annotate/annotate-tools.ts';
import {
  type GoldDocument,
  type GoldMention,
  goldAnnotation,
} from '../../src/cli/eval/linking/gold-mentions.ts';
import { readJson, readRows } from '../../src/cli/eval/read-data.ts';

export interface EventRow {
  readonly date: string;
  readonly category: string;
  readonly text: string;
  readonly entities: readonly (readonly [number, number, string, string])[];
}

/** Wikidata ids by Wikipedia title; null when the title's id is not known. */
function readTitleIds(): Map<string, string | null> {
  const titles = readJson<Record<string, { qid: string | null }>>('knowledge/wikipedia-titles.json.gz');
  return new Map(Object.entries(titles).map(([title, { qid }]) => [title, qid]));
}

/**
 * Events of 2025 with the names that link to Wikipedia, as linking examples. A title whose id is unknown is taken for the only topic
 * of the base of that title (`idOfTitle`), or for none.
 */
export function readEventDocuments(
  rows: (row: EventRow, at: number) => boolean,
  tools: AnnotateTools,
  idOfTitle: (title: string) => string | null,
): GoldDocument[] {
  const ids = readTitleIds();
  const events = readRows<EventRow>('timelines/current-events-2025.jsonl.gz').filter(rows);
  return events.map(({ text, entities, date }, at) => {
    const id = `event-${date}-${at}`;
    const own = annotateArticle({ id, title: '', text, publishedAt: 0, language: 'en', byline: null }, tools);
    const gold = entities
      .filter(([, , surface]) => /^\p{Lu}/u.test(surface))
      .map(([start, end, , title]): GoldMention => ({ start, end, id: ids.get(title) ?? idOfTitle(title) }));
    return { text, own, annotation: goldAnnotation(own, text, gold), gold };
  });
}
