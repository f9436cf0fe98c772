import { readFileSync } from 'node:fs';
import type { Annotation } from '../../core/annotation.ts';
import type { Span } from '../../core/span.ts';
import type { Clustered } from './scores.ts';

export interface GoldChain {
  readonly text: string;
  /** Spans with the number of what they mean in this text. */
  readonly mentions: readonly (Span & { readonly chain: string })[];
}

const OWN = new URL('../../../eval/gold/coreference.ndjson', import.meta.url);

/** Our own cases: `[1 Anna Holm] … [1 Holm]` marks names and office phrases of one number as meaning the same. */
export function readOwnChains(): GoldChain[] {
  return readFileSync(OWN, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readMarked((JSON.parse(line) as { marked: string }).marked));
}

function readMarked(marked: string): GoldChain {
  const mentions: (Span & { chain: string })[] = [];
  let text = '';
  for (const part of marked.split(/(\[\d [^\]]+\])/u)) {
    const chain = /^\[(\d) /.exec(part)?.[1];
    const written = chain === undefined ? part : part.slice(3, -1);
    if (chain !== undefined) mentions.push({ start: text.length, end: text.length + written.length, chain });
    text += written;
  }
  return { text, mentions };
}

/**
 * Each gold mention with its gold chain and the entity that the annotation has for the same span; a span that was not found
 * stands alone, so a missed mention costs recall.
 */
export function clusteredMentions(gold: GoldChain, annotation: Annotation, id: string): Clustered[] {
  const found = new Map(
    [...annotation.mentions, ...(annotation.nominals ?? [])].map(({ start, end, entity }) => [
      `${start} ${end}`,
      entity,
    ]),
  );
  return gold.mentions.map(({ start, end, chain }) => ({
    gold: `${id} ${chain}`,
    predicted: `${id} ${found.get(`${start} ${end}`) ?? `alone ${start}`}`,
  }));
}
