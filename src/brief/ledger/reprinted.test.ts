import { describe, expect, it } from 'vitest';
import { ledgerArticle } from '../../../test/builders/brief-input.ts';
import { withoutReprinted } from './reprinted.ts';

const article = (id: string, outlet: string, hour: number, copyOf?: string) =>
  ledgerArticle({
    id,
    outlet,
    title: id,
    at: new Date(Date.UTC(2025, 0, 1, hour)).toISOString(),
    sentences: [],
    ...(copyOf === undefined ? {} : { copyOf }),
  });

const WIRE = article('wire', 'North Wire', 9);
const REPRINT = article('reprint', 'Harbour Times', 8, 'wire');
const UPDATE = article('update', 'North Wire', 11, 'wire');
const OTHER = article('other', 'Courier', 10);
const ORPHANS = [article('b', 'B Post', 8, 'gone'), article('c', 'C Post', 7, 'gone')] as const;

type Report = readonly [typeof WIRE, string];

describe('withoutReprinted', () => {
  it.each<[string, Report[], string[]]>([
    [
      'keeps what two outlets report',
      [
        [WIRE, '12'],
        [OTHER, '12'],
      ],
      ['wire', 'other'],
    ],
    [
      'counts a reprint with its origin',
      [
        [REPRINT, '12'],
        [WIRE, '12'],
      ],
      ['wire'],
    ],
    [
      'keeps what a reprint adds',
      [
        [REPRINT, '15'],
        [WIRE, '12'],
      ],
      ['reprint', 'wire'],
    ],
    [
      'keeps a newer version by the same outlet',
      [
        [WIRE, '12'],
        [UPDATE, '12'],
      ],
      ['wire', 'update'],
    ],
    [
      'takes the first print where the origin lacks it',
      [
        [ORPHANS[0], '3'],
        [ORPHANS[1], '3'],
      ],
      ['c'],
    ],
  ])('%s', (_, reports, expected) => {
    const kept = withoutReprinted(
      reports,
      ([source]) => source,
      ([, saying]) => saying,
    );
    expect(kept.map(([source]) => source.article.id)).toEqual(expected);
  });
});
