import { annotateArticle } from '../../../annotate/annotate-article.ts';
import type { AnnotateTools } from '../../../annotate/annotate-tools.ts';
import {
  type Annotation,
  type Entity,
  MENTION_TYPES,
  type Mention,
  type MentionType,
} from '../../../core/annotation.ts';
import type { Span } from '../../../core/span.ts';
import { readRows } from '../read-data.ts';

export const LINKING_SETS = [
  'aida-conll-dev',
  'msnbc-updated',
  'wiki-fair-v2',
  'kore50',
  'rss-500',
  'oke-2016-train',
] as const;
export type LinkingSet = (typeof LINKING_SETS)[number];

interface Label {
  readonly span: readonly [number, number];
  readonly entity_id: string;
  readonly type: string;
  readonly coref?: boolean;
  readonly optional?: boolean;
  readonly desc?: boolean;
}

interface GoldRow {
  readonly id: number;
  readonly text: string;
  readonly labels: readonly Label[];
}

/** One labelled name; `id` is the Wikidata id, or null when the set says it has none. */
export interface GoldMention extends Span {
  readonly id: string | null;
}

/** A document as the linker gets it: its names are the gold's spans, their types our own. */
export interface GoldDocument {
  readonly text: string;
  readonly annotation: Annotation;
  /** What our own reading of the text finds, for the end-to-end figure. */
  readonly own: Annotation;
  /** In the order of `annotation.mentions`. */
  readonly gold: readonly GoldMention[];
}

const NOT_A_NAME = new Set(['QUANTITY', 'DATETIME']);
const PRONOUN =
  /^(?:he|she|it|they|his|her|hers|its|their|theirs|him|them|who|whose|this|these|those|i|we|our|my|one of the them)$/i;

/** True for a label that a linker of names is asked for; see `evalLinking`. */
function isName(text: string, { span, type, coref, optional, desc }: Label): boolean {
  const surface = text.slice(...span);
  if (coref || optional || desc || NOT_A_NAME.has(type)) return false;
  return /\p{Lu}/u.test(surface) && !PRONOUN.test(surface);
}

/** The type our own reading gives a span: that of the mention which covers most of it. */
function ownType(own: Annotation, span: Span): MentionType {
  let best: MentionType = 'other';
  let most = 0;
  for (const mention of own.mentions) {
    const common = Math.min(mention.end, span.end) - Math.max(mention.start, span.start);
    if (common > most) [best, most] = [mention.type, common];
  }
  return best;
}

/** Every surface of a document is one entity, with the type most of its spans have; the set's own types are not used. */
export function goldAnnotation(own: Annotation, text: string, gold: readonly GoldMention[]): Annotation {
  const numbers = new Map<string, number>();
  const types: number[][] = [];
  const entityOf = gold.map((mention) => {
    const surface = text.slice(mention.start, mention.end);
    const entity = numbers.get(surface) ?? numbers.size;
    numbers.set(surface, entity);
    types[entity] ??= MENTION_TYPES.map(() => 0);
    const counts = types[entity];
    const type = MENTION_TYPES.indexOf(ownType(own, mention));
    counts[type] = (counts[type] ?? 0) + 1;
    return entity;
  });
  const entities = [...numbers.keys()].map((name, entity): Entity => {
    const counts = types[entity] ?? [];
    const type = MENTION_TYPES[counts.indexOf(Math.max(...counts))] ?? 'other';
    return { name, type, mentions: entityOf.filter((one) => one === entity).length };
  });
  const mentions = gold.map(({ start, end }, at): Mention => {
    const entity = entityOf[at] ?? 0;
    const sentence = own.sentences.findIndex((one) => one.start <= start && start < one.end);
    return { start, end, type: entities[entity]?.type ?? 'other', entity, sentence };
  });
  return { ...own, entities, mentions, descriptions: [] };
}

/** Reads the documents of one set. */
export function readGold(set: LinkingSet, tools: AnnotateTools): GoldDocument[] {
  return readRows<GoldRow>(`linking/${set}.jsonl.gz`).map(({ id, text, labels }) => {
    const own = annotateArticle(
      { id: `${set}-${id}`, title: '', text, publishedAt: 0, language: 'en', byline: null },
      tools,
    );
    const gold = labels
      .filter((label) => isName(text, label))
      .map(({ span: [start, end], entity_id }) => ({
        start,
        end,
        id: /^Q\d+/.test(entity_id) ? entity_id : null,
      }));
    return { text, own, annotation: goldAnnotation(own, text, gold), gold };
  });
}
