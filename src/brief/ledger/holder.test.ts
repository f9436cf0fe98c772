import { describe, expect, it } from 'vitest';
import type { Annotation, Quote } from '../../core/annotation.ts';
import { holderOf } from './holder.ts';
import { plainName } from './speaker-words.ts';

/** Holder of one sentence whose people are given; `speaker` is whom the annotation has for its only quotation. */
function holder(text: string, people: readonly string[], speaker?: string, kind: Quote['kind'] = 'indirect') {
  const sentence = { start: 0, end: text.length, block: 0, role: 'evaluation', speech: true } as const;
  const entities = people.map((name) => ({ name, type: 'person' as const, mentions: 2 }));
  const mentions = people.flatMap((name, entity) => {
    const shown = text.includes(name) ? name : (name.split(' ').at(-1) ?? '');
    const start = text.indexOf(shown);
    return start < 0
      ? []
      : [{ start, end: start + shown.length, type: 'person' as const, entity, sentence: 0 }];
  });
  const at = speaker === undefined ? -1 : text.indexOf(speaker);
  const open = text.indexOf('“');
  const content =
    open < 0 ? { start: text.length - 2, end: text.length } : { start: open + 1, end: text.indexOf('”') };
  const quotes: Quote[] =
    speaker === undefined
      ? []
      : [
          {
            kind,
            content,
            cue: null,
            speaker: { start: at, end: at + speaker.length },
            speakerEntity: people.findIndex((name) => name.endsWith(speaker)),
            sentence: 0,
          },
        ];
  const annotation = { sentences: [sentence], entities, mentions, quotes } as unknown as Annotation;
  return holderOf(annotation, text, sentence, quotes, mentions)?.name ?? null;
}

const HOLM = 'Dora Holm';
const VARGA = 'Ilya Varga';

describe('holderOf', () => {
  it.each([
    ['who speaks first', 'Dora Holm said Ilya Varga had lost the vote.', undefined, HOLM],
    ['nobody who is only spoken of', 'Critics said Dora Holm risked the whole harbour.', undefined, null],
    [
      'nobody with whom somebody speaks',
      'In talks with Ilya Varga he said the deal was near.',
      'Varga',
      null,
    ],
    ['nobody who is criticised', 'Dora Holm has long been criticised for her plans.', 'Holm', null],
    [
      'nobody of a clause of time',
      'The council meets days after Dora Holm announced a plan.',
      undefined,
      null,
    ],
    ['nobody by what is his', 'Aides of the mayor, said Dora Holm’s plan was dead.', undefined, null],
    [
      'the one with a long description',
      'Dora Holm, a councillor of the valley who has proposed a plan of her own this month, said it was late.',
      undefined,
      HOLM,
    ],
  ])('takes %s', (_, text, speaker, expected) => {
    expect(holder(text, [HOLM, VARGA], speaker)).toBe(expected);
  });

  it('takes the one who does something before the colon', () => {
    const text = 'In a statement, Dora Holm reprimanded Varga: “There is no going back from this.”';
    expect(holder(text, [HOLM, VARGA], 'Varga', 'direct')).toBe(HOLM);
  });

  it('takes nobody whom the quoted words name', () => {
    expect(holder('“Dora Holm has said it over and over again.”', [HOLM], undefined)).toBe(HOLM);
    const named = '“Dora Holm has said it over and over again,” said Varga.';
    expect(holder(named, [HOLM, VARGA], 'Varga', 'direct')).toBe(VARGA);
  });
});

describe('plainName', () => {
  it.each([
    ['Dora Holm', 'Dora Holm'],
    ['Dora Holm Dora Ann HolmHarbour', 'Dora Holm'],
    ['Dora HolmSENATE', null],
  ])('%s', (name, expected) => {
    expect(plainName(name)).toBe(expected);
  });
});
