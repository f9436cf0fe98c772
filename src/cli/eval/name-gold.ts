import { readFileSync } from 'node:fs';
import { MENTION_TYPES, type MentionType } from '../../core/annotation.ts';
import type { Span } from '../../core/span.ts';
import { readRows } from './read-data.ts';

export interface GoldName extends Span {
  /** Null where the gold does not say what kind of thing the name names. */
  readonly type: MentionType | null;
}

export interface GoldNames {
  readonly text: string;
  readonly names: readonly GoldName[];
  /** The stretch of the text that was annotated; names outside of it are no part of the gold. */
  readonly annotated: Span;
}

/** The sets of ../shared/data/linking. Only the first and the last-named two mark (nearly) every name of a text. */
export const LINKING_SETS = [
  'aida-conll-dev',
  'msnbc-updated',
  'kore50',
  'oke-2016-train',
  'rss-500',
  'wiki-fair-v2',
] as const;
export type LinkingSet = (typeof LINKING_SETS)[number];

/**
 * Half of a set a document belongs to, for training without it: the first or the last documents. Neighbours are of one day and
 * one tournament, so halves by turns would let a model see the names it is asked for.
 */
export function halfOf(index: number, size: number): 0 | 1 {
  return index < size / 2 ? 0 : 1;
}

interface LinkingRow {
  readonly text: string;
  readonly evaluation_span: readonly [number, number];
  readonly labels: readonly {
    readonly span: readonly [number, number];
    readonly entity_id: string;
    readonly type: string;
    readonly parent?: number | null;
    readonly coref?: boolean;
  }[];
}

/**
 * Names of a linking set. Left out, as they are no names: pronouns and nouns in lower case, numbers and dates, and names
 * within a longer one. Spans that touch a masked token (`*`) are dropped by whoever scores.
 */
export function readLinkingNames(set: LinkingSet): GoldNames[] {
  return readRows<LinkingRow>(`linking/${set}.jsonl.gz`).map(({ text, evaluation_span, labels }) => ({
    text,
    annotated: { start: evaluation_span[0], end: evaluation_span[1] },
    names: labels
      .filter((label) => /\p{Lu}/u.test(text.slice(...label.span)))
      .filter(({ type }) => type !== 'QUANTITY' && type !== 'DATETIME')
      .filter(({ parent }) => parent === undefined || parent === null)
      .filter(({ coref, span }) => !coref || /^\p{Lu}/u.test(text.slice(...span)))
      .filter(
        ({ span }) =>
          !/^(?:he|she|it|they|his|her|its|their|the|a|an)\b(?!\s\p{Lu})/iu.test(text.slice(...span)),
      )
      .map(({ span: [start, end], type, entity_id }) => ({ start, end, type: typeOf(type, entity_id) })),
  }));
}

/** ELEVANT's classes of a Wikidata item; several where it has several readings, and then nothing is certain. */
function typeOf(classes: string, entity: string): MentionType | null {
  if (!entity.startsWith('Q')) return null;
  const all = new Set(classes.split('|'));
  if (all.has('Q215627')) return all.size === 1 ? 'person' : null;
  if (all.has('Q27096213')) return 'place';
  if (all.has('Q1656682') && !all.has('Q43229')) return 'event';
  if (all.has('Q43229')) return 'organisation';
  if (all.has('Q17537576')) return 'work';
  if (all.has('Q2424752')) return 'other';
  return null;
}

const OWN = new URL('../../../eval/gold/names.ndjson', import.meta.url);
const MARKS: Readonly<Record<string, MentionType>> = {
  p: 'person',
  o: 'organisation',
  l: 'place',
  e: 'event',
  w: 'work',
  x: 'other',
};

/** Our own sentences: `[p Anna Holm]` marks a person's name, o a body, l a place, e an event, w a work, x anything else. */
export function readOwnNames(): GoldNames[] {
  return readFileSync(OWN, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readMarked((JSON.parse(line) as { marked: string }).marked));
}

function readMarked(marked: string): GoldNames {
  const names: GoldName[] = [];
  let text = '';
  for (const part of marked.split(/(\[[polewx] [^\]]+\])/u)) {
    const type = part.startsWith('[') ? MARKS[part[1] ?? ''] : undefined;
    if (type === undefined) text += part;
    else {
      const name = part.slice(3, -1);
      names.push({ start: text.length, end: text.length + name.length, type });
      text += name;
    }
  }
  if (names.some(({ type }) => type === null || !MENTION_TYPES.includes(type))) throw new TypeError(marked);
  return { text, names, annotated: { start: 0, end: text.length } };
}
