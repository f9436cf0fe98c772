import { readFileSync } from 'node:fs';
import type { CountryNames } from '../../cluster/sections/country-names.ts';
import type { SectionText } from '../../cluster/sections/section-features.ts';
import type { Subject } from '../../cluster/sections/section-model.ts';
import { sectionOfPath } from '../../cluster/sections/section-path.ts';
import type { Section } from '../../core/section.ts';
import { readRows } from './read-data.ts';

/** A text with what its outlet, or those who catalogued it, filed it under. */
export interface SectionExample extends SectionText {
  /** Outlet: examples of one are never in training and test at once. */
  readonly group: string;
  readonly outletCountry: string | null;
  readonly subject: Subject | null;
  readonly place: 'national' | 'world' | null;
  readonly source: 'press' | 'events' | 'agencies' | 'reuters-1996' | 'sentences';
}

interface PressRow {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly topic: string;
}

/** AllSides' tags that mean one subject whatever the article; the others are about politics or about several. */
const SUBJECT_OF_TAG: Readonly<Record<string, Subject>> = {
  sports: 'sport',
  arts_and_entertainment: 'culture',
  technology: 'science',
  environment: 'science',
  economy_and_jobs: 'business',
  banking_and_finance: 'business',
  business: 'business',
  elections: 'public',
  white_house: 'public',
  immigration: 'public',
  supreme_court: 'public',
  us_senate: 'public',
  us_house: 'public',
  us_congress: 'public',
  politics: 'public',
  north_korea: 'public',
  middle_east: 'public',
  fbi: 'public',
  gun_control_and_gun_rights: 'public',
  violence_in_america: 'public',
  terrorism: 'public',
};

const SUBJECT_OF_CATEGORY: Readonly<Record<string, Subject>> = {
  'armed conflicts and attacks': 'public',
  'attacks and armed conflicts': 'public',
  'law and crime': 'public',
  'disasters and accidents': 'public',
  'politics and elections': 'public',
  'international relations': 'public',
  'business and economy': 'business',
  sports: 'sport',
  'arts and culture': 'culture',
  'science and technology': 'science',
  'health and environment': 'science',
};

/** Registered-domain-like name of a host: "www.bbc.co.uk" and "news.bbc.co.uk" are one outlet. */
function outletOfHost(url: string): string {
  if (!URL.canParse(url)) return '';
  const parts = new URL(url).hostname.split('.');
  const short = (parts.at(-2)?.length ?? 0) <= 3 && parts.length > 2 && (parts.at(-1)?.length ?? 0) === 2;
  return parts.slice(short ? -3 : -2).join('.');
}

/** Country of an outlet by our catalogue, or by its national domain. */
function countryReader(): (outlet: string) => string | null {
  const file = new URL('../../../data/outlets.json', import.meta.url);
  const outlets = JSON.parse(readFileSync(file, 'utf8')) as { domain: string; country?: string }[];
  const known = new Map(outlets.map(({ domain, country }) => [domain, country ?? null]));
  const tops: Readonly<Record<string, string>> = { uk: 'GB', com: '', org: '', net: '' };
  return (outlet) => {
    const top = outlet.split('.').at(-1) ?? '';
    const national = tops[top] ?? (top.length === 2 ? top.toUpperCase() : '');
    return known.get(outlet) ?? (national === '' ? null : national);
  };
}

/** Where outlets that are in none of our lists are at home: those of the press sets write in the United States. */
const PRESS_COUNTRY = 'US';

function subjectOf(section: Section): Subject {
  return section === 'world' || section === 'national' ? 'public' : section;
}

function placeOf(section: Section): 'national' | 'world' | null {
  return section === 'world' || section === 'national' ? section : null;
}

function readPress(countries: CountryNames, countryOf: (outlet: string) => string | null): SectionExample[] {
  const stories = readRows<{ articles: PressRow[] }>('stories/allsides-dev.jsonl.gz').flatMap(
    (row) => row.articles,
  );
  const rows = new Map(
    [...readRows<PressRow>('press/stream-2018.jsonl.gz'), ...stories].map((row) => [row.url, row]),
  );
  return [...rows.values()].flatMap(({ url, title, text, topic }): SectionExample[] => {
    const group = outletOfHost(url);
    const outletCountry = countryOf(group) ?? PRESS_COUNTRY;
    const section = sectionOfPath(url, outletCountry, countries);
    const subject = section === null ? (SUBJECT_OF_TAG[topic] ?? null) : subjectOf(section);
    const place = section === null ? null : placeOf(section);
    return [{ group, outletCountry, title, text, subject, place, source: 'press' }];
  });
}

interface EventRow {
  readonly category: string | null;
  readonly text: string;
  readonly sources: readonly (readonly [name: string, url: string])[];
}

/** Events of 2025 in the words of Wikipedia's editors, by category; whose news they are is read from the source's path. */
function readEvents(countries: CountryNames, countryOf: (outlet: string) => string | null): SectionExample[] {
  const seen = new Set<string>();
  return readRows<EventRow>('timelines/current-events-2025.jsonl.gz').flatMap((row): SectionExample[] => {
    const url = row.sources[0]?.[1] ?? '';
    if (seen.has(row.text)) return [];
    seen.add(row.text);
    const group = outletOfHost(url);
    const outletCountry = countryOf(group);
    const section = sectionOfPath(url, outletCountry, countries);
    const subject = SUBJECT_OF_CATEGORY[(row.category ?? '').toLowerCase()] ?? null;
    const place =
      subject !== 'public' || section === null || outletCountry === null ? null : placeOf(section);
    return [{ group, outletCountry, title: '', text: row.text, subject, place, source: 'events' }];
  });
}

/** NewsDiscourse's articles of agencies and papers: its folds by domain, the letter or the folder. */
function readAgencies(): SectionExample[] {
  const rows = ['train', 'validation'].flatMap((part) =>
    readRows<{ id: string; domain: string; headline: string; sentences: { text: string }[] }>(
      `discourse/${part}.jsonl.gz`,
    ),
  );
  return rows.flatMap((row): SectionExample[] => {
    const outlet = /Reuters|Xinhua|nyt/i.exec(row.id)?.[0].toLowerCase() ?? 'kbp';
    const letter =
      row.domain === 'validation' ? (/^([BCDP])(?:Reuters|Xinhua)/.exec(row.id)?.[1] ?? '') : row.domain[0];
    const subject = letter === 'B' ? 'business' : /^[CDP]$/.test(letter ?? '') ? 'public' : null;
    const text = row.sentences.map((sentence) => sentence.text).join('\n');
    const group = { reuters: 'reuters.com', nyt: 'nytimes.com' }[outlet] ?? outlet;
    return [
      { group, outletCountry: null, title: row.headline, text, subject, place: null, source: 'agencies' },
    ];
  });
}

const SPORT_SLUG =
  /^(?:SOCCER|CRICKET|TENNIS|RUGBY (?:UNION|LEAGUE)|BASEBALL|GOLF|BOXING|SQUASH|ATHLETICS|CYCLING|NFL|NBA|NHL|BASKETBALL|MOTOR RACING|BADMINTON|SWIMMING|HORSE RACING|GYMNASTICS|SKIING)\b[^-]*-\s*/;

/** Reuters' wire of 1996: sport is what has a sport's name for its slug, which is cut off. */
function readWire(): SectionExample[] {
  return readRows<{ text: string }>('linking/aida-conll-dev.jsonl.gz').flatMap(
    ({ text }): SectionExample[] => {
      if (!SPORT_SLUG.test(text)) return [];
      const body = text.replace(SPORT_SLUG, '');
      return [
        {
          group: 'reuters.com',
          outletCountry: null,
          title: '',
          text: body,
          subject: 'sport',
          place: null,
          source: 'reuters-1996',
        },
      ];
    },
  );
}

/** Single sentences of articles of 2019 and 2020 whose addresses name a section. */
function readSentences(
  countries: CountryNames,
  countryOf: (outlet: string) => string | null,
): SectionExample[] {
  return readRows<{ text: string; news_link: string | null }>('framing/babe-dev.jsonl.gz').flatMap(
    (row): SectionExample[] => {
      const url = row.news_link ?? '';
      const group = outletOfHost(url);
      const section = sectionOfPath(url, countryOf(group) ?? PRESS_COUNTRY, countries);
      if (section === null) return [];
      return [
        {
          group,
          outletCountry: null,
          title: '',
          text: row.text,
          subject: subjectOf(section),
          place: null,
          source: 'sentences',
        },
      ];
    },
  );
}

/** All texts whose subject or place is told by something other than their words. The address itself is never a feature. */
export function readSectionExamples(countries: CountryNames): SectionExample[] {
  const countryOf = countryReader();
  return [
    ...readPress(countries, countryOf),
    ...readEvents(countries, countryOf),
    ...readAgencies(),
    ...readWire(),
    ...readSentences(countries, countryOf),
  ];
}
