import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, Entity, MentionType } from '../core/annotation.ts';
import { bareTopic, type NameMatch, type Topic, type TopicCandidate } from '../core/topic.ts';
import { candidateKeys } from './gather-candidates.ts';
import { type LinkInput, linkTopics as linkWith } from './link-topics.ts';
import { createLinkTools } from './topic-tools.ts';

const tools = createLinkTools();
const linkTopics = (input: LinkInput) => linkWith(input, tools);

function topic(id: string, title: string, type: MentionType, description: string | null = null): Topic {
  return {
    ...bareTopic({ id, slug: id.toLowerCase(), title, type, qid: id, origin: 'base' }),
    description,
  };
}

function annotationOf(entities: readonly Entity[], overrides: Partial<Annotation> = {}): Annotation {
  const mentions = entities.flatMap(({ type, mentions: count }, entity) =>
    Array.from({ length: count }, (_, i) => ({ start: i, end: i + 1, type, entity, sentence: i })),
  );
  return {
    articleId: 'a',
    language: 'en',
    sentences: [],
    entities,
    mentions,
    descriptions: [],
    figures: [],
    quotes: [],
    dates: [],
    loadedWords: [],
    tone: [],
    wireCredit: null,
    ...overrides,
  };
}

function input(
  entities: readonly Entity[],
  candidates: LinkInput['candidates'],
  text = '',
  title = 'Title',
): LinkInput {
  return {
    article: { id: 'a', title, text, publishedAt: 0 },
    annotation: annotationOf(entities),
    candidates,
  };
}

function candidate(found: Topic, prior: number, match: NameMatch = 'full'): TopicCandidate {
  return { topic: found, prior, weight: prior * 20, match };
}

const entity = (name: string, type: MentionType, mentions = 1): Entity => ({ name, type, mentions });

describe('candidateKeys', () => {
  it.each([
    ['President Ann M. Lee', 'person', ['president ann m lee', 'ann lee', 'lee']],
    ['Cairo-based', 'place', ['cairo based', 'cairo']],
    ['ex-Soviets', 'other', ['ex soviets', 'soviets', 'ex soviet']],
    ['Киев', 'place', ['киев', 'kiev']],
    ['Lee', 'person', ['lee']],
    ['Harbour Council of Quellmouth', 'organisation', ['harbour council of quellmouth', 'quellmouth', 'hcq']],
    ['the United States', 'place', ['united states', 'united state']],
    ['***', 'other', []],
  ] as const)('looks for %s (%s)', (name, type, keys) => {
    const found = candidateKeys(annotationOf([entity(name, type)]));
    expect(found.map((one) => one.keys.map(({ key }) => key))).toEqual([keys]);
  });
});

describe('linkTopics', () => {
  const brandtCity = topic('Q1', 'Brandt', 'place', 'city in France with a large harbour and ferries');
  const brandtTown = topic('Q2', 'Brandt', 'place', 'town in Texas known for cotton and cattle');
  const brandtPerson = topic('Q3', 'Ida Brandt', 'person', 'French painter');

  it('takes the candidate whose description fits the article', () => {
    const candidates = [candidate(brandtCity, 0.5), candidate(brandtTown, 0.5)];
    const link = (text: string) =>
      linkTopics(input([entity('Brandt', 'place')], [{ entity: 0, topics: candidates }], text))[0]?.topic.id;
    expect(link('Ferries left the harbour of Brandt in France.')).toBe('Q1');
    expect(link('Cotton farmers near Brandt, Texas, sold their cattle.')).toBe('Q2');
  });

  it('takes the more frequent meaning when nothing else speaks', () => {
    const candidates = [candidate(brandtTown, 0.2), candidate(brandtCity, 0.8)];
    expect(
      linkTopics(input([entity('Brandt', 'place')], [{ entity: 0, topics: candidates }]))[0]?.topic.id,
    ).toBe('Q1');
  });

  it('refuses a topic of another type, however frequent', () => {
    const links = linkTopics(
      input([entity('Brandt', 'place')], [{ entity: 0, topics: [candidate(brandtPerson, 1, 'last')] }]),
    );
    expect(links).toEqual([]);
  });

  it('refuses a namesake with another first name', () => {
    const links = linkTopics(
      input(
        [entity('Tom Brandt', 'person', 2)],
        [{ entity: 0, topics: [candidate(brandtPerson, 1, 'last')] }],
      ),
    );
    expect(links.map((link) => link.topic.origin)).toEqual(['articles']);
  });

  it('does not take a weak candidate', () => {
    const weak = topic('Q9', 'Harbour Lights', 'other');
    expect(
      linkTopics(
        input(
          [entity('Harbour', 'organisation')],
          [{ entity: 0, topics: [candidate(weak, 0.1, 'variant')] }],
        ),
      ),
    ).toEqual([]);
  });

  it('makes topics of names that matter and that no base knows', () => {
    const links = linkTopics(
      input(
        [
          entity('Marit Olsen', 'person', 2),
          entity('Tom Wells', 'person'),
          entity('Olsen', 'person', 3),
          entity('Harbour Union', 'organisation'),
          entity('Blue Book', 'work', 4),
        ],
        [],
        '',
        'Harbour Union calls strike',
      ),
    );
    expect(
      links.map(({ entity: index, topic: { title, origin, type } }) => [index, title, origin, type]),
    ).toEqual([
      [0, 'Marit Olsen', 'articles', 'person'],
      [3, 'Harbour Union', 'articles', 'organisation'],
    ]);
    expect(links[0]?.topic.id).toMatch(/^local-[a-z2-7]{16}$/);
  });

  it('makes a topic of a described person', () => {
    const annotation = annotationOf([entity('Tom Wells', 'person')], {
      descriptions: [
        {
          start: 0,
          end: 5,
          entity: 0,
          text: 'the pilot',
          office: 'pilot',
          organisation: -1,
          asOf: null,
          tense: 'current',
          sentence: 0,
        },
      ],
    });
    const article = { id: 'a', title: 'T', text: '', publishedAt: 0 };
    expect(linkTopics({ article, annotation, candidates: [] }).map((link) => link.topic.title)).toEqual([
      'Tom Wells',
    ]);
  });

  it('gives the same local id in every article', () => {
    const idIn = (title: string) =>
      linkTopics(input([entity('Marit Olsen', 'person', 2)], [], '', title))[0]?.topic.id;
    expect(idIn('One')).toBe(idIn('Another'));
  });

  it.each([
    ['Ida M. Brandt', 'Ida Brandt', true],
    ['Mayor Ida Brandt', 'Ida Brandt', true],
    ['Mayor Brandt', 'Senator Brandt', false],
    ['Ida Brandt', 'Ida Maria Brandt', false],
  ] as const)('%s and %s are one topic: %s', (one, other, areOne) => {
    const [first, second] = [one, other].map((name) => linkTopics(input([entity(name, 'person', 3)], []))[0]);
    expect(first).toBeDefined();
    expect(second).toBeDefined();
    expect(first?.topic.id === second?.topic.id).toBe(areOne);
  });

  it('shares salience out, with more for title and lead', () => {
    const links = linkTopics(
      input(
        [
          entity('Marit Olsen', 'person', 2),
          entity('Harbour Union', 'organisation', 2),
          entity('Tom Wells', 'person', 6),
        ],
        [],
        '',
        'Olsen resigns',
      ),
    );
    const shares = links.map((link) => link.salience);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
    expect(shares[0]).toBeGreaterThan(shares[1]!);
  });

  it('does not depend on the order of the candidates', () => {
    const types: MentionType[] = ['person', 'place', 'organisation', 'other'];
    const arbitraryTopic = fc
      .record({
        id: fc.integer({ min: 1, max: 12 }),
        title: fc.constantFrom('Brandt', 'Ida Brandt', 'Brandt Union'),
        type: fc.constantFrom(...types),
        description: fc.option(fc.constantFrom('harbour city', 'French painter')),
      })
      .map(({ id, title, type, description }) => topic(`Q${id}`, title, type, description));
    const arbitrary = fc
      .tuple(arbitraryTopic, fc.constantFrom(0, 0.25, 0.5, 1))
      .map(([found, prior]): TopicCandidate => candidate(found, prior));
    const unique = fc.uniqueArray(arbitrary, { maxLength: 8, selector: (item) => item.topic.id });
    const cases = unique.chain((topics) =>
      fc.tuple(fc.constant(topics), fc.shuffledSubarray(topics, { minLength: topics.length })),
    );
    fc.assert(
      fc.property(cases, fc.constantFrom(...types), ([topics, shuffled], type) => {
        const link = (list: readonly TopicCandidate[]) =>
          linkTopics(
            input([entity('Brandt', type, 2)], [{ entity: 0, topics: list }], 'The harbour city of Brandt.'),
          );
        expect(link(shuffled)).toEqual(link(topics));
      }),
    );
  });
});
