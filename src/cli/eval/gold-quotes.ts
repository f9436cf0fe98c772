import type { Span } from '../../core/span.ts';
import { readRows } from './read-data.ts';

type Pieces = readonly { readonly spans: readonly (readonly [number, number])[] }[];

interface GoldRow {
  readonly id: string;
  readonly split: 'train' | 'dev';
  readonly title: string;
  readonly text: string;
  readonly annotations: readonly {
    readonly attributions: readonly {
      readonly source: Pieces;
      readonly cue: Pieces;
      readonly content: Pieces;
    }[];
  }[];
}

/** Who says what by which words. Each part may be in pieces ("X," he said, "Y."); they are in order of the text. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly GoldPiece[];
}

/** `direct`: every letter of the piece stands inside quotation marks; `mixed`: some do; `indirect`: none. */
export interface GoldPiece extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect';
}

export interface GoldQuotes {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/**
 * One split of PolNeAR (Newell et al., LREC 2018). Where several annotators read an article the first one's reading
 * is the gold; attributions without content are left out. Blocks end with one line break, as in our articles: the
 * second of two becomes a blank before it, and every offset stays.
 */
export function readGoldQuotes(split: 'train' | 'dev'): GoldQuotes[] {
  return readRows<GoldRow>('quotes/polnear-dev.jsonl.gz')
    .filter((row) => row.split === split)
    .map((row) => readGold(row.text.replace(/\n\n/g, ' \n'), row));
}

function readGold(text: string, { id, title, annotations }: GoldRow): GoldQuotes {
  const quoted = quotedCharacters(text);
  const attributions = (annotations[0]?.attributions ?? []).flatMap(({ source, cue, content }) => {
    const pieces = spansOf(content, text).map((span) => ({ ...span, kind: kindOf(quoted, text, span) }));
    if (pieces.length === 0) return [];
    return [{ source: spansOf(source, text), cue: spansOf(cue, text), content: pieces }];
  });
  return { id, title, text, attributions };
}

/** Pieces in order; what stands side by side with only blanks between is one, and a line break ends a piece. */
function spansOf(parts: Pieces, text: string): Span[] {
  const spans = parts
    .flatMap(({ spans: pieces }) => pieces.map(([start, end]) => ({ start, end })))
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && /^[^\S\n]*$/.test(text.slice(last.end, span.start)))
      last.end = Math.max(last.end, span.end);
    else joined.push(span);
  }
  return joined.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[^\n]+/g)]
      .filter(({ 0: part }) => /[\p{L}\p{N}]/u.test(part))
      .map(({ 0: part, index }) => ({ start: start + index, end: start + index + part.trimEnd().length })),
  );
}

function kindOf(quoted: Uint8Array, text: string, { start, end }: Span): GoldPiece['kind'] {
  let inside = 0;
  let all = 0;
  for (let at = start; at < end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text[at] ?? '')) continue;
    all += 1;
    inside += quoted[at] ?? 0;
  }
  if (inside === all) return 'direct';
  return inside > 0 ? 'mixed' : 'indirect';
}

type Open = '' | 'double' | 'single';

/** 1 for each character between quotation marks: double ones, two single ones for a double one, single curly ones. */
function quotedCharacters(text: string): Uint8Array {
  const flags = new Uint8Array(text.length);
  let open: Open = '';
  for (let at = 0; at < text.length; at += 1) {
    const isPair = text[at] === "'" && text[at + 1] === "'";
    const next: Open = isPair ? afterDouble(text, at, open) : afterMark(text, at, open);
    if (next === open && open !== '') flags[at] = 1;
    open = next;
    if (isPair) at += 1;
  }
  return flags;
}

/** What is open behind a character. */
function afterMark(text: string, at: number, open: Open): Open {
  const mark = text[at] ?? '';
  if (mark === '\n') return '';
  if (/["“”]/.test(mark)) return afterDouble(text, at, open);
  if (mark === '‘' && open === '') return opensAt(text, at) ? 'single' : open;
  if (mark === '’' && open === 'single') return /\p{L}/u.test(text[at + 1] ?? '') ? open : '';
  return open;
}

function afterDouble(text: string, at: number, open: Open): Open {
  const mark = text[at] ?? '';
  if (open !== 'double') return mark === '”' ? open : 'double';
  if (mark === '“') return open;
  return mark !== '”' && opensAt(text, at) ? open : '';
}

function opensAt(text: string, at: number): boolean {
  return /[\s([—–-]/.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ');
}
