import type { Quote } from '../../../../core/annotation.ts';
import { spansOverlap } from '../../../../core/span.ts';
import {
  asClause,
  chosen,
  isAbsent,
  type Mutant,
  type Mutation,
  replaced,
  type Subject,
} from './mutation.ts';

const NEGATABLE = new Set('is are was were has have had will would must did does do'.split(' '));

/** "Not" put in, or taken out. */
export const negation: Mutation = (subject) => {
  const { text, words, annotation } = subject;
  const isFree = (at: number): boolean =>
    !annotation.quotes.some(
      ({ kind, content }) => kind !== 'indirect' && at >= content.start && at < content.end,
    ) && !/[“"][^“”"]*$/.test(text.slice(0, at));
  const added = words
    .filter(({ lower, start }, i) => {
      const next = words[i + 1]?.lower ?? '';
      return NEGATABLE.has(lower) && isFree(start) && !/^(?:not|no|n't|n’t|never|none)$/.test(next);
    })
    .slice(0, 2)
    .map(({ end }) => ({ text: `${text.slice(0, end)} not${text.slice(end)}` }));
  const removed = words
    .filter(({ lower, start }) => /^(?:not|never|no)$/.test(lower) && isFree(start))
    .filter(
      ({ end, start }) =>
        !/^ (?:more|less|fewer) than/.test(text.slice(end)) &&
        !/(?:whether or|if) $/.test(text.slice(0, start)),
    )
    .map(({ start, end }) => ({ text: text.slice(0, start) + text.slice(end + 1) }));
  const never = words.filter(
    ({ tag, lower, start }, i) =>
      tag === 'VERB' &&
      /ed$|^(?:rose|fell|began|took|made|won|lost|said|told)$/.test(lower) &&
      !/^(?:AUX|PART|VERB|ADP|DET|ADJ)$/.test(words[i - 1]?.tag ?? 'DET') &&
      /^(?:NOUN|PROPN|PRON)$/.test(words[i - 1]?.tag ?? '') &&
      isFree(start),
  );
  const [first] = never;
  const inserted =
    first === undefined || added.length > 1
      ? []
      : [{ text: `${text.slice(0, first.start)}never ${text.slice(first.start)}` }];
  return [...added, ...removed, ...inserted];
};

const PAST: Readonly<Record<string, string>> = {
  be: 'were',
  go: 'went',
  take: 'took',
  bring: 'brought',
  stay: 'stayed',
  fall: 'fell',
  rule: 'ruled',
  lose: 'lost',
  sell: 'sold',
  meet: 'met',
  hold: 'held',
  begin: 'began',
  become: 'became',
  sit: 'sat',
  have: 'had',
  seek: 'sought',
  fly: 'flew',
  run: 'ran',
  leave: 'left',
  give: 'gave',
  pay: 'paid',
  put: 'put',
  cost: 'cost',
};

function pastOf(verb: string): string {
  return (
    PAST[verb] ??
    (verb.endsWith('e') ? `${verb}d` : verb.endsWith('y') ? `${verb.slice(0, -1)}ied` : `${verb}ed`)
  );
}

const AHEAD =
  /\b(?:will|would|(?:is|are|was|were) (?:due |expected |set |planned )?to)(?: (?:now|then|only|also|have to))? (\p{Ll}+)(?: (\p{Ll}+(?:ed|n|t|d|ept|old))\b)?/gu;

/** What lies ahead told as done. */
export const done: Mutation = (subject) =>
  [...subject.text.matchAll(AHEAD)]
    .flatMap(({ 0: whole, 1: verb = '', 2: participle, index }): Mutant[] => {
      if (
        /[“"][^“”"]*$/.test(subject.text.slice(0, index)) ||
        (/^(?:not|be|have|need)$/.test(verb) === false && verb.length < 2)
      )
        return [];
      if (verb === 'not' || verb === 'have' || verb === 'need') return [];
      const past =
        verb === 'be' && participle !== undefined
          ? `has already been ${participle}`
          : `already ${pastOf(verb)}`;
      const tail = verb !== 'be' && participle !== undefined ? ` ${participle}` : '';
      const span = { start: index, end: index + whole.length };
      return [{ text: replaced(subject.text, span, past + tail) }];
    })
    .slice(0, 2);

const SURER: readonly (readonly [RegExp, string])[] = [
  [/\b(?:could|might|may)\b(?! not)/, 'will'],
  [/\bare thought to\b/, 'are known to'],
  [/\bexpects?\b(?= \p{L})/u, 'has confirmed'],
  [/\bforecasts?\b(?= (?:that|total|peak|inflation))/u, 'has confirmed'],
  [/\bbelieves?\b/, 'has proved'],
  [/\bis likely to\b/, 'is certain to'],
  [/\bIn the view of [^,]+, /, ''],
];
const LESS_SURE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:was|were)\b(?= \p{Ll}+(?:ed|n)\b)/u, 'may have been'],
  [/\b(?:has|have|had)\b(?= \p{Ll}+(?:ed|n)\b)/u, 'may have'],
  [/\bwill\b(?! have)/, 'may'],
  [/\bis to\b/, 'could'],
];

/** May made will, a fact made a possibility, an expectation made knowledge. */
export const modality: Mutation = (subject) =>
  [...SURER, ...LESS_SURE].flatMap(([pattern, by]) => {
    const found = pattern.exec(subject.text);
    if (found === null || /[“"][^“”"]*$/.test(subject.text.slice(0, found.index))) return [];
    if (
      by !== '' &&
      !isAbsent(subject, by.split(' ')[0] ?? by) &&
      by !== 'has confirmed' &&
      by !== 'has proved'
    )
      return [];
    return [{ text: replaced(subject.text, { start: found.index, end: found.index + found[0].length }, by) }];
  });

/** True when the passages have these words only in somebody's mouth. */
function isOnlySpoken({ unspoken }: Subject, content: string): boolean {
  const told = new Set(unspoken.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  const own = content.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return own.length >= 4 && own.filter((word) => told.has(word)).length <= 0.34 * own.length;
}

const LEANS = /^(?:that )?(?:it|he|she|they|whether|if|the former|the latter)\b/i;
const SAYING = /^(?:said|says|say|told|according|warned|announced|argues|noted)/i;

/** The words of a reported sentence that stand alone; null when they do not. */
function reported({ text, words }: Subject, { kind, content, cue, speaker }: Quote): string | null {
  if (kind !== 'indirect' || cue === null || speaker === null) return null;
  // Whoever speaks is no part of what is said, and a pronoun stands for somebody.
  if (spansOverlap(content, speaker) || spansOverlap(content, cue)) return null;
  if (LEANS.test(text.slice(content.start)) || !SAYING.test(text.slice(cue.start, cue.end))) return null;
  const hasVerb = words.some(
    ({ start, end, tag }) => start >= content.start && end <= content.end && /^(?:VERB|AUX)$/.test(tag),
  );
  const said = text
    .slice(content.start, content.end)
    .replace(/[,.\s]+$/, '')
    .replace(/^that /, '');
  const named = text.slice(speaker.start, speaker.end).split(' ').at(-1) ?? '';
  const isWhole = hasVerb && !said.includes(named) && !/^(?:to|as|in|of)\b|[“”"]/.test(said);
  return isWhole ? said : null;
}

/** What somebody says told as a fact. */
export const attribution: Mutation = (subject) =>
  subject.annotation.quotes.flatMap((quote): Mutant[] => {
    const said = reported(subject, quote);
    if (said === null || !isOnlySpoken(subject, said)) return [];
    return [{ text: `${said.charAt(0).toUpperCase()}${said.slice(1)}.` }];
  });

const SPEAKERS = [
  'the fire brigade',
  'the opposition leader',
  'a hospital director',
  'the customs service',
  'the weather service',
  'the tourist board',
  'an independent auditor',
  'the navy command',
];

/** Somebody else's words. */
export const speaker: Mutation = (subject) => {
  const { text, annotation } = subject;
  const names = subject.stock.names.filter(
    ({ type, name }) => type === 'person' && isAbsent(subject, name.split(' ').at(-1) ?? name),
  );
  return annotation.quotes
    .filter(({ speaker: who }) => who !== null)
    .slice(0, 2)
    .flatMap(({ speaker: who, speakerEntity }, turn): Mutant[] => {
      if (who === null || subject.outlets.some((one) => one.includes(text.slice(who.start, who.end))))
        return [];
      const by = speakerEntity >= 0 ? chosen(names, subject, turn)?.name : chosen(SPEAKERS, subject, turn);
      if (by === undefined || !isAbsent(subject, by.split(' ').at(-1) ?? by)) return [];
      return [{ text: replaced(text, who, who.start === 0 ? by.charAt(0).toUpperCase() + by.slice(1) : by) }];
    });
};

/** What some report said of all of them, and what several report said of one alone. */
export const everybody: Mutation = (subject) => {
  const { outlets, storyOutlets } = subject;
  const [first] = outlets;
  if (
    first === undefined ||
    /\b(?:papers|outlets)\b/.test(subject.text) ||
    outlets.some((one) => subject.text.includes(one))
  )
    return [];
  const all =
    outlets.length < storyOutlets - 1
      ? [
          { text: `All papers report that ${asClause(subject)}` },
          { text: `The papers agree that ${asClause(subject)}` },
        ]
      : [];
  return outlets.length > 1 ? [...all, { text: `Only ${first} reports that ${asClause(subject)}` }] : all;
};

/** Claims that there are not, and claims that say something else. */
export const claimNumber: Mutation = ({ text, claims }) => [
  { text, claims: [9_000 + (claims[0] ?? 0)] },
  { text, claims: [...claims, 9_999] },
  { text, claims: [] },
];

export const otherClaim: Mutation = (subject) => {
  const own = subject.stock.claims.filter(({ number }) => subject.claims.includes(number));
  const words = new Set(own.flatMap((claim) => [...claim.words]));
  const foreign = subject.stock.claims.filter(
    (claim) => [...claim.words].filter((word) => words.has(word)).length <= 0.15 * claim.words.size,
  );
  const other = chosen(foreign, subject);
  return other === undefined ? [] : [{ text: subject.text, claims: [other.number] }];
};
