import { stableId } from '../../core/hash.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { stem } from '../../nlp/stem.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import { contentStems } from '../sentence-words.ts';

/** A word counts as part of the story's subject from this share of the most present word. */
const CENTRAL = 0.2;

/** Share of the headlines that name an event which a question may be asked about. */
const TITLE_SHARE = 0.25;

const EVENT_NOUNS =
  `shooting attack fire crash explosion bombing blast flood storm hurricane earthquake collapse outbreak strike protest riot
  election vote referendum summit talks deal ceasefire truce agreement ruling verdict trial resignation shutdown ban
  invasion coup siege spill leak outage recall merger takeover raid arrest hack breach scandal crisis decision veto
  lawsuit indictment impeachment investigation probe debate primary`.split(/\s+/);
const ACCIDENTS = new Set(
  'shooting attack fire crash explosion bombing blast collapse outbreak spill leak outage breach flood'.split(
    ' ',
  ),
);

/** What follows a noun that only says of what kind that is: "election interference", "shooting suspect". */
const KIND_OF =
  /\b(?:\p{L}+)(?=\s(?:interference|meddling|hack(?:s|ing)?|prob(?:e|es)|rules?|laws?|checks?|controls?|campaigns?|season|results?|suspects?|survivors?|victims?|investigat\w+|prosecutors?|records?|plans?|bills?|interviews?|tests?|sites?|programs?|weapons?)\b)/giu;

/** A headline without the nouns that only tell other ones apart, and without those of other years: "2016 election". */
function asEvents(title: string, asOf: number): string {
  const year = new Date(asOf).getUTCFullYear();
  return title
    .replace(KIND_OF, ' ')
    .replace(/\b((?:19|20)\d\d)\s\p{L}+/gu, (words, of: string) => (Number(of) === year ? words : ' '));
}

/** True when two articles, or the only one, have the word in small letters in their text: it is none of a name ("Fire and Ice"). */
function isWrittenSmall(index: StoryIndex, noun: string): boolean {
  const small = new RegExp(`\\b(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at)|\\p{Ll}{3,}) ${noun}s?\\b`, 'u');
  const key = stem(noun);
  const articles = new Set<number>();
  for (const sentence of index.sentences)
    if (sentence.stems.has(key) && !articles.has(sentence.article) && small.test(sentence.text))
      articles.add(sentence.article);
  return articles.size >= Math.min(2, index.articles.length);
}

/** What happened, in one word that headlines or openings of the story use most: "fire", "vote"; null when none does. */
export function eventNoun(index: StoryIndex): string | null {
  const titles = index.articles.map((article) => asEvents(article.source.article.title, index.asOf));
  let best: string | null = null;
  let bestCount = 0;
  for (const noun of EVENT_NOUNS) {
    const key = stem(noun);
    // The word itself: "fired" is no fire.
    const named = new RegExp(`\\b${noun}s?\\b`, 'i');
    const inTitles = titles.filter((title) => named.test(title)).length;
    const count = inTitles + (index.central.get(key) ?? 0);
    if (
      inTitles >= titles.length * TITLE_SHARE &&
      count > bestCount &&
      (index.central.get(key) ?? 0) >= CENTRAL &&
      isWrittenSmall(index, noun)
    ) {
      best = noun;
      bestCount = count;
    }
  }
  return best;
}

const MOMENTS = new Set(
  `shooting attack fire crash explosion bombing blast earthquake collapse election vote referendum summit talks ceasefire
  verdict ruling resignation raid arrest debate trial hearing`.split(/\s+/),
);

/** True for events that happen on a day, rather than over weeks. */
export function isMoment(noun: string): boolean {
  return MOMENTS.has(noun);
}

/** Days of the calendar: nothing leads to them. */
const SCHEDULED = new Set('election vote primary debate referendum'.split(' '));

/** True for events that something brings about, rather than the calendar. */
export function isBroughtAbout(noun: string): boolean {
  return !SCHEDULED.has(noun);
}

/** True for events that have a cause to be found, rather than reasons. */
export function isAccident(noun: string): boolean {
  return ACCIDENTS.has(noun);
}

const HAPPENED =
  'broke out|erupted|killed|hit|struck|destroyed|swept|tore|rocked|started|began|happened|occurred|injured|left|sank|took place|was|that';

/** True when an article says that it happened ("the fire broke out"), and does not only use the word ("flood rules"). */
export function isReported(index: StoryIndex, noun: string): boolean {
  const happened = new RegExp(`\\b${noun} (?:${HAPPENED})\\b`, 'i');
  const key = stem(noun);
  return index.sentences.some((sentence) => sentence.stems.has(key) && happened.test(sentence.text));
}

/** True when half of the headlines are on one such event: not on events of the kind ("school shootings"). */
export function isHeadlined(index: StoryIndex, noun: string): boolean {
  const one = new RegExp(`\\b${noun}\\b`, 'i');
  const own = index.articles.filter(({ isCopy }) => !isCopy);
  return own.filter(({ source }) => one.test(source.article.title)).length * 2 >= own.length;
}

/** True when at least one word is central to the story: a question about it concerns the story. */
export function isCentral(index: StoryIndex, words: string): boolean {
  return [...contentStems(words)].some((one) => (index.central.get(one) ?? 0) >= CENTRAL);
}

/** A word of the story's subject: a third as present as its most present one. */
const SUBJECT = 0.3;

/** True when two of the words, at least, are what the story is about: a reason given there is the story's. */
export function isOnSubject(index: StoryIndex, words: string): boolean {
  if (words === '') return false;
  return [...contentStems(words)].filter((one) => (index.central.get(one) ?? 0) >= SUBJECT).length >= 2;
}

/** Address of a question: its words and a short id that keeps equal questions of different stories apart. */
export function questionSlug(storyId: string, question: string): string {
  const words = normaliseName(question).replaceAll(' ', '-').slice(0, 70).replace(/-+$/, '');
  return `${words}-${stableId(`question ${storyId} ${question}`).slice(0, 6)}`;
}
