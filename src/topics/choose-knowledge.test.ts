import { describe, expect, it } from 'vitest';
import type { MentionType } from '../core/annotation.ts';
import { bareTopic } from '../core/topic.ts';
import type { TopicIdentity } from '../core/topic-identity.ts';
import { isSameTopic, plausibleCandidates, type WantedTopic } from './choose-knowledge.ts';

const NOTHING: TopicIdentity = { keys: [], place: null };
const at = (latitude: number, longitude: number): TopicIdentity => ({
  keys: [],
  place: { country: 'XV', latitude, longitude, population: null },
});

function topic(title: string, type: MentionType, description: string | null = null) {
  return { ...bareTopic({ id: title, slug: 'x', title, type, origin: 'base' }), description };
}

function wanted(
  title: string,
  type: MentionType,
  texts: readonly string[] = [],
  identity = NOTHING,
): WantedTopic {
  return { topic: topic(title, type), identity, texts };
}

function found(type: MentionType, description: string, identity = NOTHING) {
  return { topic: topic('Hollis Vane', type, description), aliases: [], identity };
}

describe('plausibleCandidates', () => {
  const candidate = (qid: string, label: string, matched = label) => ({
    qid,
    label,
    matched,
    description: null,
  });

  it('keeps those of the very name, in their order, at most three', () => {
    const all = [
      candidate('Q1', 'Hollis Vane'),
      candidate('Q2', 'Hollis Vane Bridge'),
      candidate('Q3', 'H. G. Vane', 'hollis vane'),
      candidate('Q4', 'Hollis Vané'),
      candidate('Q5', 'Hollis Vane'),
    ];
    expect(plausibleCandidates(wanted('Hollis Vane', 'person'), all)).toEqual(['Q1', 'Q3', 'Q4']);
  });

  it('trusts no lone name of a person', () => {
    expect(plausibleCandidates(wanted('Vane', 'person'), [candidate('Q1', 'Vane')])).toEqual([]);
    expect(plausibleCandidates(wanted('Vane', 'organisation'), [candidate('Q1', 'Vane')])).toEqual(['Q1']);
  });
});

describe('isSameTopic', () => {
  const text = 'Hollis Vane, the harbour master, closed the port of Quellmouth.';

  it.each([
    ['described in the words of the articles', found('person', 'harbour master of Quellmouth'), true],
    ['described in other words', found('person', 'Varland cricketer and umpire'), false],
    ['sharing one word by chance', found('person', 'painter of the harbour at dusk'), false],
    ['of another type', found('place', 'harbour of Quellmouth'), false],
    ['not described', found('person', ''), false],
  ])('of one that only articles know: %s', (_, item, same) => {
    expect(isSameTopic(wanted('Hollis Vane', 'person', [text]), item)).toBe(same);
  });

  it.each([
    ['near by', at(60.05, 10.05), true],
    ['far away', at(61, 10), false],
    ['nowhere', NOTHING, false],
  ])('of a place: one %s', (_, identity, same) => {
    const here = wanted('Quellmouth', 'place', [], at(60, 10));
    expect(isSameTopic(here, found('place', 'town', identity))).toBe(same);
  });

  it('is by a number of a register, whatever else', () => {
    const keys = { keys: ['iso4217:XVC'], place: null };
    expect(isSameTopic(wanted('Varl', 'other', [], keys), found('work', 'song', keys))).toBe(true);
    expect(isSameTopic(wanted('Varl', 'other', ['song']), found('other', 'song'))).toBe(false);
  });
});
