import type { TextReader, WrittenReason, WrittenStatement } from '../../../core/written.ts';
import type { Evidence, EvidenceLine } from './evidence.ts';
import { type Line, type LineWord, readLine } from './read-line.ts';
import { isFamily, meansSame, senseKeys } from './word-senses.ts';

/** An outlet that a statement names as the one that reports. */
export interface NamedOutlet {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A written statement, read: its sentences with what they name. */
export interface WrittenLine extends Line {
  readonly outlets: readonly NamedOutlet[];
  /** Newest time of publication of its claims. */
  readonly at: number;
}

/** One check of a written statement: what is wrong with it, in words for its writer. */
export type WrittenCheck = (written: WrittenLine, evidence: Evidence) => WrittenReason[];

function outletsIn(text: string, names: readonly string[]): NamedOutlet[] {
  return names
    .flatMap((name) => {
      // A title's article is small within a sentence as often as not.
      const plain = name.replace(/^The /, '');
      return [...text.matchAll(new RegExp(plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map(
        ({ index }) => ({ name, start: index, end: index + plain.length }),
      );
    })
    .sort((a, b) => a.start - b.start);
}

/** Reads a statement without its brackets: what they complete is part of it. */
export function readWritten(statement: WrittenStatement, evidence: Evidence, read: TextReader): WrittenLine {
  const text = statement.text.replace(/[[\]]/g, '').replace(/…/g, ' ').trim();
  const at = evidence.claims.reduce((newest, { asOf }) => Math.max(newest, asOf), 0);
  const reading = read(text, at);
  const line = readLine(text, reading, { start: 0, end: text.length }, reading.quotes);
  return {
    ...line,
    at,
    outlets: outletsIn(
      text,
      evidence.storyOutlets.map(({ name }) => name),
    ),
  };
}

/** A word of the evidence that a word of a statement may stand for. */
export interface Match {
  readonly line: EvidenceLine;
  readonly word: LineWord;
}

/** Words of the passages that mean the same as a word. */
export function matchesOf({ norm }: LineWord, { lines }: Evidence): Match[] {
  return lines.flatMap((line) =>
    line.words.filter((word) => word.isContent && meansSame(word.norm, norm)).map((word) => ({ line, word })),
  );
}

/** True when a word belongs to the name of an outlet. */
export function isOutletWord({ outlets }: WrittenLine, { start, end }: LineWord): boolean {
  return outlets.some((outlet) => start >= outlet.start && end <= outlet.end);
}

/** The same word, in whatever form: no other word of like meaning. */
export function isSameWord(a: string, b: string): boolean {
  return senseKeys(a)[0] === senseKeys(b)[0] || isFamily(a, b);
}

/** True when a word of a statement stands in quotation marks. */
export function inQuote({ source }: WrittenLine, { start }: LineWord): boolean {
  return /[“"][^“”"]*$/.test(source.slice(0, start)) && /^[^“”"]*[”"]/.test(source.slice(start));
}
