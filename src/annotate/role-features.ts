import type { DateReference, Figure, Quote } from '../core/annotation.ts';
import { spansOverlap } from '../core/span.ts';
import { contentTerms } from '../nlp/terms.ts';
import { tokenise } from '../nlp/tokens.ts';
import { sentenceTokens, type TextDocument } from './text-document.ts';

export interface RoleInput {
  readonly document: TextDocument;
  readonly title: string;
  readonly quotes: readonly Quote[];
  readonly dates: readonly DateReference[];
  readonly figures: readonly Figure[];
}

const CUES: readonly (readonly [string, RegExp])[] = [
  [
    'modal-future',
    /\b(?:will|won['’]t|shall|going to|set to|expected to|plans? to|due to|scheduled)\b|['’]ll\b/i,
  ],
  ['modal-would', /\b(?:would|could|might|may|should|likely|unlikely|possibly|potentially|if)\b/i],
  [
    'cause',
    /\b(?:because|amid|due to|as a result|following|in response to|after|prompted|triggered|sparked|since)\b/i,
  ],
  [
    'sequel',
    /\b(?:result(?:ed|ing) in|leading to|led to|forced|prompting|causing|consequently|in the wake)\b/i,
  ],
  ['contrast', /\b(?:but|however|although|though|despite|while|yet)\b/i],
  ['past-perfect', /\bhad (?:been |also |already |previously )?\w+ed\b/i],
  ['present-perfect', /\b(?:has|have) (?:been |also |already |long )?\w+(?:ed|en)\b/i],
  [
    'earlier',
    /\b(?:earlier|previously|last|ago|since|decades?|years?|history|formerly|once|founded|born|in the past)\b/i,
  ],
  [
    'opinion',
    /\b(?:believe|think|important|great|good|bad|wrong|right|best|worst|should|must|need|hope|feel|clear|terrible|dangerous|fair)\b/i,
  ],
  ['first-person', /\b(?:I|we|my|our|me|us|I['’]m|we['’]re)\b/],
  ['second-person', /\b(?:you|your)\b/i],
  ['question', /\?["”’]?\s*$/],
  ['exclaim', /!["”’]?\s*$/],
  [
    'boilerplate',
    /\b(?:follow us|read more|subscribe|sign up|newsletter|copyright|all rights reserved|click here|contact (?:the|us)|photo|getty|reporting by|editing by|advertisement|share this|file photo|watch:|related:|contributed to this)\b/i,
  ],
  [
    'person-story',
    /\b(?:remember|recalled|remembers|when (?:he|she|I) was|his (?:wife|mother|father|son)|her (?:husband|mother|father|son)|family|friend|neighbou?r|home)\b/i,
  ],
  ['quote-open', /^["“]/],
  ['ends-open', /[^.!?"”’)]$/],
  ['number', /\d/],
  ['percent', /%|per ?cent/i],
  ['he-she', /^(?:he|she|they|it)\b/i],
  ['according', /\baccording to\b/i],
  ['data', /\b(?:study|survey|poll|report|data|figures|statistics|research|analysts?)\b/i],
];

/** Named features of each sentence: place, wording, tense, dates, speech, nearness to headline and neighbours. */
export function roleFeatures(input: RoleInput): string[][] {
  const { document, title } = input;
  const sentences = document.sentences.map((range) => document.text.slice(range.start, range.end));
  const terms = sentences.map((text) => new Set(contentTerms(text)));
  const headline = new Set(contentTerms(title));
  const lead = new Set([...headline, ...(terms[0] ?? []), ...(terms[1] ?? [])]);
  const own = sentences.map((text, index) => [
    ...place(index, sentences.length),
    ...overlap('head', terms[index], headline),
    ...overlap('lead', terms[index], lead),
    ...words(text),
    ...CUES.flatMap(([name, pattern]) => (pattern.test(text) ? [`cue:${name}`] : [])),
    ...tags(document, index),
    ...references(input, index),
  ]);
  return own.map((features, index) => [...features, ...neighbours(own, index), ...crossed(features)]);
}

function place(index: number, count: number): string[] {
  const tenth = Math.floor((10 * index) / Math.max(1, count));
  const near = index < 6 ? [`first:${index}`] : [];
  return [
    'bias',
    `tenth:${tenth}`,
    `part:${Math.min(3, Math.floor(tenth / 3))}`,
    ...near,
    ...(index === count - 1 ? ['last'] : []),
    `length:${Math.min(6, Math.floor(Math.log2(count + 1)))}`,
  ];
}

function overlap(
  name: string,
  terms: ReadonlySet<string> | undefined,
  others: ReadonlySet<string>,
): string[] {
  if (terms === undefined || others.size === 0) return [];
  let shared = 0;
  for (const term of others) if (terms.has(term)) shared += 1;
  const share = shared / Math.max(3, Math.min(others.size, terms.size));
  return [`${name}:${Math.min(4, shared)}`, `${name}-share:${Math.min(4, Math.floor(share * 5))}`];
}

/** Words as they stand (function words carry tense and voice) and pairs of the first words. */
function words(text: string): string[] {
  const tokens = tokenise(text);
  const norms = tokens.map((token) =>
    /^\p{N}/u.test(token.norm) ? (/^(?:19|20)\d\d$/.test(token.norm) ? '<year>' : '<number>') : token.norm,
  );
  const features = new Set<string>();
  for (const norm of norms) features.add(`w:${norm}`);
  for (let index = 0; index + 1 < norms.length; index += 1)
    features.add(`b:${norms[index]} ${norms[index + 1]}`);
  features.add(`size:${Math.min(6, Math.floor(norms.length / 6))}`);
  if (norms[0] !== undefined) features.add(`start:${norms[0]}`);
  return [...features];
}

const MODAL = /^(?:will|would|could|should|may|might|can|must|'ll)$/;
const PAST = /ed$|^(?:was|were|had|did|went|came|took|made|won|lost|left|led|told|met|began)$/;
const PRESENT = /s$|^(?:are|am|have|do|'re|'ve)$/;

function tags(document: TextDocument, index: number): string[] {
  const tokens = sentenceTokens(document, index);
  const verbs = tokens
    .filter((token) => token.tag === 'VERB' || token.tag === 'AUX')
    .map((token) => token.lower);
  const names = tokens.filter((token) => token.tag === 'PROPN').length;
  return [`tense:${tenseOf(verbs)}`, `names:${Math.min(4, Math.floor(names / 2))}`];
}

function tenseOf(verbs: readonly string[]): string {
  if (verbs.some((verb) => MODAL.test(verb))) return 'modal';
  const past = verbs.filter((verb) => PAST.test(verb)).length;
  const present = verbs.filter((verb) => !PAST.test(verb) && PRESENT.test(verb)).length;
  if (past === present) return 'even';
  return past > present ? 'past' : 'present';
}

function references(input: RoleInput, index: number): string[] {
  const range = input.document.sentences[index];
  if (range === undefined) return [];
  const features: string[] = [];
  const kinds = new Set(
    input.quotes
      .filter((quote) => quote.sentence === index || spansOverlap(quote.content, range))
      .map((quote) => quote.kind),
  );
  for (const kind of kinds) features.push(`quote:${kind}`);
  if (kinds.size > 0) features.push('speech');
  const date = input.dates.find((one) => one.sentence === index);
  if (date !== undefined) features.push(`date:${date.precision}`);
  if (input.figures.some((figure) => figure.sentence === index)) features.push('figure');
  return features;
}

function neighbours(own: readonly (readonly string[])[], index: number): string[] {
  const keep = /^(?:cue:|quote:|speech|tense:|date:)/;
  const at = (offset: number, name: string) =>
    (own[index + offset] ?? ['edge'])
      .filter((feature) => keep.test(feature) || feature === 'edge')
      .map((feature) => `${name}|${feature}`);
  return [...at(-1, 'before'), ...at(1, 'after')];
}

/** Pairs of place with tense, headline overlap and speech: a past-tense opening is news, later on it is background. */
function crossed(features: readonly string[]): string[] {
  const part = features.find((feature) => feature.startsWith('part:')) ?? '';
  const first = features.find((feature) => feature.startsWith('first:'));
  const picked = features.filter((feature) =>
    /^(?:tense:|head-share:|speech|date:|cue:boilerplate|cue:modal)/.test(feature),
  );
  return picked.flatMap((feature) =>
    first === undefined ? [`${part}&${feature}`] : [`${part}&${feature}`, `lead&${feature}`],
  );
}
