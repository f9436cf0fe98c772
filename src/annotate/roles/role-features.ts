import type { Figure, Mention, MentionType, Quote } from '../../core/annotation.ts';
import { spansOverlap } from '../../core/span.ts';
import { type DocumentSentence, type TextDocument, wordSet } from '../text-document.ts';
import { type DocumentContext, documentContext, endsAsSentence } from './document-context.ts';
import { FeatureHashes } from './feature-hashes.ts';
import type { QuoteState } from './quote-state.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import type { SpeechCue } from './speech-cue.ts';

export interface RoleInput {
  readonly document: TextDocument;
  readonly title: string;
  readonly quotes: readonly Quote[];
  readonly mentions: readonly Mention[];
  readonly figures: readonly Figure[];
}

/** Hashes of the named features of each sentence: place, wording, tense, time, speech and speaker, nearness to headline and lead. */
export function roleFeatures(input: RoleInput, facts: readonly SentenceFacts[]): number[][] {
  const { document, title } = input;
  const context = documentContext(document, facts, title);
  const said = speechFeatures(input);
  const figures = new Set(input.figures.map((figure) => figure.sentence));
  return facts.map((one, index) => {
    const features = new FeatureHashes();
    for (const name of said[index] ?? []) features.add(name);
    addPlace(features, index, context);
    addWords(features, one);
    addCues(features, one.words);
    addVoice(features, one);
    addTimes(features, one, context);
    addOverlaps(features, one, index, context);
    addShape(features, document, index, one);
    if (one.cue !== null) addSpeaker(features, one.cue, input.mentions, index);
    if (figures.has(index)) features.add('figure');
    return features.toArray();
  });
}

function addPlace(features: FeatureHashes, index: number, { count, lead }: DocumentContext): void {
  const tenth = Math.floor((10 * index) / Math.max(1, count));
  const size = Math.min(6, Math.floor(Math.log2(count + 1)));
  features.add(`tenth:${tenth}`);
  features.add(`length:${size}`);
  features.add(`part-length:${Math.min(3, Math.floor(tenth / 3))}-${size}`);
  features.add(index < lead ? 'from-lead:before' : `from-lead:${capped(index - lead, [8, 12, 20])}`);
  if (index < 6) features.add(`first:${index}`);
  if (count - index <= 4) features.add(`last:${count - index}`);
}

/** A number as it is below the first limit, else the greatest limit it reaches. */
function capped(value: number, limits: readonly number[]): string {
  if (value < (limits[0] ?? 0)) return String(value);
  return `${limits.findLast((limit) => value >= limit)}+`;
}

function addWords(features: FeatureHashes, { words, tags }: SentenceFacts): void {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    features.addWord(word);
    if (at + 1 < words.length) features.addPair(word, words[at + 1] as string);
    if (tags[at] === 'VERB') features.addVerb(word);
  }
  features.add(`start:${words[0]}`);
  features.add(`start2:${words[0]} ${words[1]}`);
  features.add(`tags:${tags[0]} ${tags[1]} ${tags[2]}`);
  features.add(`size:${Math.min(8, Math.floor(words.length / 5))}`);
}

const CUES: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['cause', wordSet('because amid following after prompted triggered sparked since due caused over')],
  [
    'sequel',
    wordSet(
      'resulting resulted led leading forced prompting causing consequently wake result forcing sending',
    ),
  ],
  ['contrast', wordSet('but however although though despite while yet nevertheless instead')],
  [
    'earlier',
    wordSet(`earlier previously last ago since decade decades years history formerly once founded born previous
former past`),
  ],
  [
    'opinion',
    wordSet(`believe think important great good bad wrong right best worst should must need hope feel clear terrible
dangerous fair serious critical significant`),
  ],
  ['first-person', wordSet("i we my our me us i'm we're i've we've i'd")],
  ['second-person', wordSet("you your you're")],
  [
    'hedge',
    wordSet(`likely unlikely possibly potentially if may might could perhaps probably expected expect expects plan plans
planned hope hopes aim aims seek`),
  ],
  [
    'kin',
    wordSet(`mother father son daughter wife husband family friend neighbor neighbour brother sister parents home house
kids children`),
  ],
  [
    'data',
    wordSet('study survey poll report data figures statistics research percent analysts average index'),
  ],
  ['photo', wordSet('photo file seen pictured picture image getty photograph images courtesy')],
];

/** For each word the lists that hold it. */
const CUES_OF = new Map<string, readonly string[]>();
for (const [name, words] of CUES)
  for (const word of words) CUES_OF.set(word, [...(CUES_OF.get(word) ?? []), `cue:${name}`]);

function addCues(features: FeatureHashes, words: readonly string[]): void {
  for (const word of words) for (const cue of CUES_OF.get(word) ?? []) features.add(cue);
}

/** Tense, quotation marks and the verb of saying, told from the sentence alone. */
function addVoice(features: FeatureHashes, { quote, cue, verbs }: SentenceFacts): void {
  features.add(`tense:${verbs.tense}`);
  for (const aspect of verbs.aspects) features.add(`aspect:${aspect}`);
  const amount = quotedAmount(quote);
  const strength = strengthOf(cue);
  features.add(`marks:${amount}`);
  features.add(`marks-say:${amount}-${strength}`);
  if (quote.quoted > 0) {
    features.add(`marks-size:${Math.min(4, Math.floor(Math.log2(1 + quote.quoted)))}`);
    features.add(`marks-edge:${quote.beginsInside}-${quote.endsInside}`);
  }
  if (cue === null) return;
  features.add(`say-place:${strength}-${cue.place}`);
  features.add(`say-who:${strength}-${cue.speaker}`);
  features.add(`say-all:${strength}-${cue.place}-${cue.speaker}-${amount}`);
  features.add(`say-verb:${cue.verb}`);
  features.add(`say-verb:${cue.verb}-${cue.speaker}`);
  if (cue.head === '') return;
  features.add(`say-head:${cue.head}`);
  features.add(`say-head:${cue.head}-${cue.verb}`);
}

function quotedAmount({ quoted, words }: QuoteState): string {
  if (quoted === 0) return 'none';
  const share = quoted / words;
  if (share < 0.2) return 'few';
  if (share < 0.5) return 'some';
  return share < 0.95 ? 'most' : 'all';
}

function strengthOf(cue: SpeechCue | null): string {
  if (cue === null) return 'no';
  return cue.strong ? 'strong' : 'weak';
}

function addSpeaker(
  features: FeatureHashes,
  cue: SpeechCue,
  mentions: readonly Mention[],
  index: number,
): void {
  const name =
    cue.speaker === 'name' ? mentions.find((one) => one.start <= cue.at && one.end > cue.at) : null;
  const kind = name === null ? cue.head : (name?.type ?? 'name');
  features.add(`named:${kind}`);
  features.add(`named:${cue.strong}-${cue.place}-${kind}`);
  if (index === 0) features.add('named:lead');
}

const PRONOUNS = wordSet('he she it they we i who');

/** For each sentence the kinds of quotations in it and of their speakers. */
function speechFeatures({ document, quotes, mentions }: RoleInput): Set<string>[] {
  const types = new Map(mentions.map(({ entity, type }) => [entity, type]));
  const found = document.sentences.map(() => new Set<string>());
  for (const quote of quotes) {
    const who = speakerKind(quote, document.text, types);
    for (let at = Math.max(0, quote.sentence); at < found.length; at += 1) {
      const range = document.sentences[at] as DocumentSentence;
      if (at !== quote.sentence && !spansOverlap(quote.content, range)) break;
      const own = found[at];
      own?.add(`quote:${quote.kind}`);
      own?.add(`quote-who:${who}`);
      own?.add(`quote-who:${quote.kind}-${who}`);
    }
  }
  return found;
}

/** A pronoun, the type of a name, or the last word of a description ("noun-statement"). */
function speakerKind(
  { speaker, speakerEntity }: Quote,
  text: string,
  types: ReadonlyMap<number, MentionType>,
): string {
  if (speaker === null) return 'unknown';
  const words = text.slice(speaker.start, speaker.end).toLowerCase();
  const last = words.slice(words.lastIndexOf(' ') + 1);
  if (PRONOUNS.has(last)) return last;
  return types.get(speakerEntity) ?? `noun-${last}`;
}

const AGO = wordSet('ago earlier previously');
const PERIODS = wordSet(
  `year years month months week weeks decade decades day days hours hour century summer fall winter spring`,
);

function addTimes(
  features: FeatureHashes,
  { words, years, weekdays, namesMonth }: SentenceFacts,
  { lastYear, day }: DocumentContext,
): void {
  if (years.length > 0) {
    features.add(`year:${capped(lastYear - Math.max(...years), [3, 6, 15])}`);
    features.add(`year-far:${capped(lastYear - Math.min(...years), [3, 6, 15])}`);
  }
  for (const weekday of weekdays) features.add(weekday === day ? 'day:same' : 'day:other');
  if (namesMonth) features.add('month');
  let timed = years.length > 0 || weekdays.length > 0 || namesMonth;
  for (const [at, word] of words.entries()) {
    if (AGO.has(word)) features.add(`time:${word}`);
    if (PERIODS.has(word)) features.add(`time:${words[at - 1] ?? ''} ${word}`);
    timed ||= AGO.has(word) || PERIODS.has(word);
  }
  if (!timed) features.add('time:none');
}

function addOverlaps(
  features: FeatureHashes,
  { stems, names }: SentenceFacts,
  index: number,
  context: DocumentContext,
): void {
  const head = shared(context.headline, stems);
  const headShare = head / Math.max(3, Math.min(context.headline.size, stems.size));
  features.add(`head:${Math.min(4, head)}`);
  features.add(`head-share:${Math.min(4, Math.floor(headShare * 5))}`);
  const { leadFacts } = context;
  const lead = leadFacts === undefined ? 0 : shared(stems, leadFacts.stems);
  features.add(`lead:${index === context.lead ? 'is' : Math.min(5, lead)}`);
  let central = 0;
  for (const stem of stems) central += (context.frequencies.get(stem) ?? 1) - 1;
  const mean = central / Math.max(4, stems.size) / Math.log2(2 + context.count);
  features.add(`central:${Math.min(6, Math.floor(mean * 5))}`);
  let fresh = 0;
  for (const name of names) if (context.firstNamed.get(name) === index) fresh += 1;
  features.add(`names:${Math.min(4, names.size >> 1)}`);
  features.add(`fresh:${Math.min(4, fresh)}`);
  features.add(`lead-names:${Math.min(2, leadFacts === undefined ? 0 : shared(names, leadFacts.names))}`);
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const one of some) if (others.has(one)) count += 1;
  return count;
}

const DATELINE = /^(?:[A-Z][^.!?]{2,60}\([^)]{2,40}\) (?:-|–|—)|[A-Z]{3}[A-Z ,.a-z]{0,40} (?:-|–|—|--) )/;

function addShape(
  features: FeatureHashes,
  document: TextDocument,
  index: number,
  { words, tags, verbs }: SentenceFacts,
): void {
  const range = document.sentences[index] as DocumentSentence;
  const whole = document.text.slice(range.start, range.end);
  const last = whole.replace(/["”’)\]]+$/, '').at(-1);
  if (last === '?') features.add('question');
  if (last === '!') features.add('exclaim');
  if (!endsAsSentence(document, index)) features.add('ends-open');
  if (!/\p{Ll}/u.test(whole)) features.add('capitals');
  if (whole.startsWith('(')) features.add('bracket');
  if (DATELINE.test(whole.slice(0, 110))) features.add('dateline');
  if (/[|/@]/.test(whole)) features.add('mark');
  if (words.includes('<number>')) features.add('number');
  if (verbs.tense === 'none') features.add('verbless');
  if (!tags.includes('VERB')) features.add('no-main-verb');
  features.add(`short:${Math.min(4, Math.floor(words.length / 4))}`);
}
