import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import type { DateReference, DiscourseRole } from '../../core/annotation.ts';
import type { EarlierStory } from '../../core/ledger.ts';
import { briefStory } from '../brief-story.ts';
import { chainLinks } from './timeline.ts';

interface Dated {
  readonly role: DiscourseRole;
  readonly text: string;
  readonly date: string;
  readonly at: number;
  readonly precision: DateReference['precision'];
}

const LEAD = 'The council of Ottery closed the river bridge after cracks were found in a pillar.';

function timelineOf(dated: readonly Dated[], earlier: readonly EarlierStory[] = []) {
  const sentences = [{ role: 'main' as const, text: LEAD }, ...dated];
  const plain = ledgerArticle({
    id: 'a',
    outlet: 'A',
    title: 'Ottery bridge closed',
    at: '2025-03-10T00:00:00Z',
    sentences: sentences.map(({ role, text }) => ({ role, text })),
  });
  const dates = dated.map(({ text, date, at, precision }) => {
    const start = plain.article.text.indexOf(text) + text.indexOf(date);
    return { start, end: start + date.length, at, precision, sentence: 0 };
  });
  const article = { ...plain, annotation: { ...plain.annotation, dates } };
  return briefStory(briefInput([article], { earlier })).briefing.sections.howWeGotHere;
}

const built: Dated = {
  role: 'historical',
  text: 'The river bridge was built in 1931 by a railway company.',
  date: '1931',
  at: Date.UTC(1931, 0),
  precision: 'year',
};
const inspected: Dated = {
  role: 'previous-event',
  text: 'Inspectors found rust in the bearings of the bridge on 4 December 2024.',
  date: '4 December 2024',
  at: Date.UTC(2024, 11, 4),
  precision: 'day',
};

describe('timeline', () => {
  it('gives dates as far as they are known, oldest first', () => {
    expect(timelineOf([inspected, built]).map((entry) => [entry.date, entry.precision])).toEqual([
      ['1931', 'year'],
      ['2024-12-04', 'day'],
    ]);
  });

  it.each<[string, Dated]>([
    ['the day before the story', { ...inspected, at: Date.UTC(2025, 2, 9) }],
    ['a day to come', { ...inspected, at: Date.UTC(2025, 4, 1) }],
    [
      'a forecast',
      {
        ...inspected,
        role: 'expectation',
        text: 'Inspectors said the bearings would last beyond 4 December 2024.',
      },
    ],
    [
      'a scene told for colour',
      { ...built, role: 'anecdotal', text: 'The railway owner crossed the bridge on foot in 1931.' },
    ],
    [
      'a sentence whose subject stands in the one before',
      { ...built, text: 'As the owner of a railway in 1931, he crossed the river bridge on foot.' },
    ],
    [
      'a weekday alone, which may be any',
      {
        ...inspected,
        text: 'Inspectors had found rust in the bearings of the bridge on Tuesday.',
        date: 'Tuesday',
        at: Date.UTC(2025, 2, 4),
      },
    ],
    [
      'a year that is part of a name',
      { ...built, text: 'The 1931 bridge prize went to a railway company from Eastreach.' },
    ],
    ['last month', { ...inspected, at: Date.UTC(2025, 1, 1), precision: 'month' }],
    [
      'the date of an aside',
      {
        ...inspected,
        text: 'Aksel Holm, who took office in 2019, walked over the bridge on foot, a report of the county says.',
        date: '2019',
        at: Date.UTC(2019, 0),
        precision: 'year',
      },
    ],
    [
      'the end of something beside the event',
      {
        ...built,
        text: 'The owner of the bridge until 1931 was a railway company from Eastreach.',
      },
    ],
    ['a rule', { ...built, text: 'The law of 1931 requires that the river bridge has two guards.' }],
    [
      'a count over years',
      { ...built, text: 'Between 1931 and 1960 the bridge was closed for repair nine times.' },
    ],
    [
      'what would be',
      { ...built, text: 'The river bridge of 1931 would have been pulled down by any other council.' },
    ],
    [
      'what is told in the present',
      { ...built, text: 'The river bridge is one of nine that were built in 1931 by the railway.' },
    ],
    [
      'last April, which may be that of either year',
      {
        ...inspected,
        text: 'Inspectors found rust in the bearings of the bridge last April.',
        date: 'last April',
        at: Date.UTC(2024, 3),
        precision: 'month',
      },
    ],
    [
      'a month without its year that may be the one to come',
      {
        ...inspected,
        text: 'Inspectors found rust in the bearings of the bridge in August.',
        date: 'August',
        at: Date.UTC(2024, 7),
        precision: 'month',
      },
    ],
    [
      'a report of now that names an earlier day',
      {
        ...inspected,
        role: 'current-context',
        text: 'The order of 4 December 2024 on the bearings of the bridge was struck down by a court.',
      },
    ],
  ])('leaves out %s', (_, entry) => {
    expect(timelineOf([entry])).toEqual([]);
  });

  it.each<[string, DateReference['precision'], number, string, string]>([
    ['winter of 2024', 'season', Date.UTC(2023, 11, 1), '2024', 'year'],
    ['third quarter of 2023', 'quarter', Date.UTC(2023, 6, 1), '2023', 'year'],
    ['week of 1 May 2023', 'week', Date.UTC(2023, 4, 1), '2023-05', 'month'],
  ])('gives the %s as a %s by its month or year', (date, precision, at, shown, as) => {
    const text = `Inspectors found rust in the bearings of the bridge in the ${date}, a report says.`;
    const entries = timelineOf([{ ...inspected, text, date, at, precision }]);
    expect(entries.map((entry) => [entry.date, entry.precision])).toEqual([[shown, as]]);
  });

  it.each<[string, Dated]>([
    [
      'what the setting tells in the past with its month',
      {
        role: 'current-context',
        text: 'In December inspectors found rust in the bearings of the bridge.',
        date: 'December',
        at: Date.UTC(2024, 11),
        precision: 'month',
      },
    ],
    [
      'what happened last year',
      {
        role: 'current-context',
        text: 'The council closed two other bridges of Ottery last year after cracks were found.',
        date: 'last year',
        at: Date.UTC(2024, 0),
        precision: 'year',
      },
    ],
  ])('has %s', (_, entry) => {
    expect(timelineOf([entry]).map(({ date }) => date.slice(0, 4))).toEqual(['2024']);
  });

  it('leaves out decades, which its list of dates does not know', () => {
    const text = 'Inspectors found rust in the bearings of the bridge in the 1990s, a report says.';
    const decade = { ...inspected, text, date: '1990s', at: Date.UTC(1990, 0), precision: 'decade' as const };
    expect(timelineOf([decade])).toEqual([]);
  });

  it('has one entry for a day and its month when they tell the same', () => {
    const again: Dated = {
      ...inspected,
      text: 'In December 2024 rust had been found by inspectors in its bearings, a report says of the bridge.',
      date: 'December 2024',
      at: Date.UTC(2024, 11, 1),
      precision: 'month',
    };
    expect(timelineOf([inspected, again])).toHaveLength(1);
  });

  it('links the earlier story of the same day and words', () => {
    const earlier = {
      id: 's',
      slug: 'rust-in-bridge',
      headline: 'Rust found in bearings of bridge',
      lastAt: Date.UTC(2024, 11, 5),
      generation: 1,
    };
    const other = { ...earlier, id: 't', slug: 'ferry', headline: 'Ferry prices rise again' };
    expect(timelineOf([inspected], [other, earlier])[0]?.storySlug).toBe('rust-in-bridge');
    expect(timelineOf([inspected], [other])[0]?.storySlug).toBeNull();
  });

  it('names the stories it grew from that no entry links, nearest first', () => {
    const story = {
      id: 's',
      slug: 'rust',
      headline: 'Rust found in bearings of bridge',
      lastAt: Date.UTC(2024, 11, 5),
      generation: 2,
    };
    const nearer = { ...story, id: 't', slug: 'cracks', headline: 'Council looks for cracks', generation: 1 };
    const entries = [{ storySlug: 'other' }] as never;
    expect(chainLinks(entries, [story, nearer]).map(({ slug, date }) => [slug, date])).toEqual([
      ['cracks', '2024-12-05'],
      ['rust', '2024-12-05'],
    ]);
    expect(chainLinks([{ storySlug: 'rust' }] as never, [story, nearer]).map(({ slug }) => slug)).toEqual([
      'cracks',
    ]);
  });
});
