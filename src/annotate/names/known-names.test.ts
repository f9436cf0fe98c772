import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument, tagNothing } from '../text-document.ts';
import { addKnownNames, type KnownName, knownNameKeys, probedLanguage } from './known-names.ts';

const KNOWN: readonly KnownName[] = [
  { key: 'полин', title: 'Olena Polyn', type: 'person' },
  { key: 'олена полин', title: 'Olena Polyn', type: 'person' },
  { key: 'одинець', title: 'Odynets', type: 'place' },
  { key: 'вересов', title: 'Ivan Veresov', type: 'person' },
  { key: 'одесса', title: 'Odesa', type: 'place' },
  { key: 'lindau', title: 'Lindau', type: 'place' },
  { key: 'rat', title: 'Rat (film)', type: 'person' },
  { key: 'الورد', title: 'Sami al-Ward', type: 'person' },
  { key: '霍尔姆', title: 'Anna Holm', type: 'person' },
  { key: 'anna lund', title: 'Anna Lund', type: 'person' },
  { key: 'спутник', title: 'Sputnik (film)', type: 'work' },
];

/** Names found, as `written = title`. Like the stage, it offers only aliases under keys that were asked for. */
function found(text: string, language: string): string[] {
  const keys = new Set(knownNameKeys(text));
  const known = KNOWN.filter(({ key }) => keys.has(key));
  const document = buildDocument(text, language, tagNothing);
  const { entities, mentions } = addKnownNames(document, { entities: [], mentions: [] }, known);
  return mentions.map(({ start, end, entity }) => `${text.slice(start, end)} = ${entities[entity]?.name}`);
}

describe('names by alias', () => {
  it.each<[string, string, string[]]>([
    [
      'uk',
      'Ми бачили Олену Полин в Одинці, казав друг Полина.',
      ['Олену Полин = Olena Polyn', 'Полина = Olena Polyn'],
    ],
    [
      'ru',
      'Совет встретил Вересова в Одессе, и Вересову помогли.',
      ['Вересова = Ivan Veresov', 'Одессе = Odesa', 'Вересову = Ivan Veresov'],
    ],
    ['ru', 'Вчера показали Спутник, и все ушли домой.', []],
    [
      'de',
      'Der Rat hat das Haus in Lindau und die Brücken Lindaus nicht verkauft.',
      ['Lindau = Lindau', 'Lindaus = Lindau'],
    ],
    ['ar', 'وصل سامي اليوم وقال للورد إن الجسر مغلق', ['للورد = Sami al-Ward']],
    ['zh', '记者说霍尔姆赢得决赛。', ['霍尔姆 = Anna Holm']],
    [
      'ru',
      'Совет встретил Анну Лунд в городе, и речь Лунд была короткой.',
      ['Анну Лунд = Anna Lund', 'Лунд = Anna Lund'],
    ],
  ])('of %s: %s', (language, text, expected) => {
    expect(found(text, language)).toEqual(expected);
  });

  it('take the place of names found by capitals, and count as one', () => {
    const text = 'Совет встретил Вересова в городе, и Вересову помогли.';
    const document = buildDocument(text, 'ru', tagNothing);
    const byCapitals = {
      entities: [
        { name: 'Совет', type: 'other' as const, mentions: 1 },
        { name: 'Вересова', type: 'person' as const, mentions: 1 },
      ],
      mentions: [
        { start: 0, end: 5, type: 'other' as const, entity: 0, sentence: 0 },
        { start: 15, end: 23, type: 'person' as const, entity: 1, sentence: 0 },
      ],
    };
    const { entities, mentions } = addKnownNames(document, byCapitals, KNOWN);
    expect(entities).toEqual([
      { name: 'Совет', type: 'other', mentions: 1 },
      { name: 'Ivan Veresov', type: 'person', mentions: 2 },
    ]);
    expect(mentions.map(({ entity }) => entity)).toEqual([0, 1, 1]);
  });

  it('are not looked up in English or French', () => {
    expect(probedLanguage('The council met in Lindau and did not vote.')).toBeNull();
    expect(knownNameKeys('Le conseil se réunit à Lindau et ne vote pas.')).toEqual([]);
  });

  it('lie inside the text, in order and apart, whatever the text', () => {
    const word = fc.constantFrom(
      'Полин',
      'Одинець',
      'и',
      'der',
      'Lindau',
      'ва',
      '霍尔姆',
      '说',
      'الورد',
      ' ',
      '. ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom('uk', 'ru', 'de', 'ar', 'zh'), (words, language) => {
        const text = words.join('');
        const document = buildDocument(text, language, tagNothing);
        let last = 0;
        for (const { start, end } of addKnownNames(document, { entities: [], mentions: [] }, KNOWN)
          .mentions) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
