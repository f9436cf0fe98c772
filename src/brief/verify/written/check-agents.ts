import type { Mention } from '../../../core/annotation.ts';
import type { WrittenReason } from '../../../core/written.ts';
import type { Evidence } from './evidence.ts';
import type { Line, LineWord } from './read-line.ts';
import { senseKeys } from './word-senses.ts';
import type { WrittenCheck, WrittenLine } from './written-line.ts';

const BE = /^(?:is|are|was|were|be|been|being)$/;

/** True when a verb stands in the passive: a form of "be" before it, or "by" right behind. */
function isPassive({ words }: Line, verb: LineWord): boolean {
  const at = words.findIndex(({ start }) => start === verb.start);
  const before = words.slice(Math.max(0, at - 3), at).some(({ lower }) => BE.test(lower));
  const by = words.slice(at + 1, at + 4).some(({ lower }) => lower === 'by');
  return (before && /(?:ed|en|n|t|d|ung|un|ut)$/.test(verb.lower)) || (by && /ed$|en$/.test(verb.lower));
}

interface Directed {
  readonly left: string;
  readonly right: string;
  readonly verb: LineWord;
  readonly isPassive: boolean;
}

function key(source: string, { start, end }: Mention): string {
  return (
    source
      .slice(start, end)
      .toLowerCase()
      .split(/\s+/)
      .at(-1)
      ?.replace(/['’]s?$/, '') ?? ''
  );
}

/** Names that may do something or have it done: none that only says of whom others are, nor the paper that reports it. */
function namesIn(line: Line & { readonly outlets?: WrittenLine['outlets'] }): Mention[] {
  return line.mentions.filter(
    (name) =>
      name.kind !== 'demonym' &&
      !(line.outlets ?? []).some((outlet) => name.start < outlet.end && name.end > outlet.start),
  );
}

/** Pairs of names with a verb between them. */
function directed(line: Line): Directed[] {
  const names = namesIn(line);
  return line.words
    .filter(({ tag, isContent }) => tag === 'VERB' && isContent)
    .flatMap((verb) => {
      const left = names.findLast(({ end }) => end <= verb.start);
      const right = names.find(({ start }) => start >= verb.end);
      if (left === undefined || right === undefined) return [];
      const [one, other] = [key(line.source, left), key(line.source, right)];
      return [{ left: one, right: other, verb, isPassive: isPassive(line, verb) }];
    });
}

/** Content words on either side of a verb of a passage among which whoever does it stands, or has it done. */
const BESIDE = 4;

/** True, false: the passage has the pair this way or the other way round; null: it does not have it about this verb. */
function isSameWay(own: Directed, line: Line, verb: LineWord): boolean | null {
  const content = line.words.filter(({ isContent }) => isContent);
  const before = content
    .filter(({ end }) => end <= verb.start)
    .slice(-BESIDE)
    .map(({ norm }) => norm);
  const behind = content
    .filter(({ start }) => start >= verb.end)
    .slice(0, BESIDE)
    .map(({ norm }) => norm);
  const isInOrder = before.includes(own.left) && behind.includes(own.right);
  const isTurned = before.includes(own.right) && behind.includes(own.left);
  // "X is held" where the passage has "X holds", whoever else there is.
  const isAlone = before.includes(own.left) && !line.words.some(({ norm }) => norm === own.right);
  if (isAlone && own.isPassive && !isPassive(line, verb)) return false;
  if (isInOrder === isTurned) return null;
  return isInOrder === (isPassive(line, verb) === own.isPassive);
}

/** Who does it and to whom it is done, exchanged against every passage that has both about that verb. */
function exchangedPair(written: WrittenLine, { lines }: Evidence): Directed | undefined {
  return directed(written).find((own) => {
    if (own.left === own.right) return false;
    const ways = lines.flatMap((line) =>
      line.words
        .filter((word) => isSameVerb(word, own.verb))
        .flatMap((verb) => isSameWay(own, line, verb) ?? []),
    );
    return ways.length > 0 && !ways.includes(true);
  });
}

function isSameVerb(a: LineWord, b: LineWord): boolean {
  return senseKeys(a.norm)[0] === senseKeys(b.norm)[0];
}

/** Content words on either side of a name that tell what is said of it. */
const AROUND = 4;

/** What stands around a name, the nearer the weightier, within its part of the sentence. */
function around(line: Line, { start, end }: Mention): Map<string, number> {
  const part = line.words.filter(
    (word) =>
      word.isContent &&
      word.tag !== 'PROPN' &&
      !line.source.slice(Math.min(end, word.start), Math.max(start, word.start)).includes(';'),
  );
  // Behind a comma begins what is said of this name alone.
  const opens = /,\s(?:and |while |whereas |but )?$/.test(line.source.slice(Math.max(0, start - 12), start));
  const before = opens
    ? []
    : part
        .filter((word) => word.end <= start)
        .slice(-AROUND)
        .reverse();
  const behind = part.filter((word) => word.start >= end).slice(0, AROUND);
  const weights = new Map<string, number>();
  for (const side of [before, behind])
    for (const [place, { norm }] of side.entries()) {
      const sense = senseKeys(norm)[0] ?? norm;
      weights.set(sense, Math.max(weights.get(sense) ?? 0, 1 / (1 + place)));
    }
  return weights;
}

function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += Math.min(weight, b.get(word) ?? 0);
  return sum;
}

/** By so much two names have to fit each other's places better than their own. Tuned on four fifths of `eval verifier`. */
const MARGIN = 0.75;
const NEAR_MARGIN = 1.5;

/** Names nearer to each other than so many characters share what stands around them: "Obanda's palace in Estermark". */
const APART = 35;

/** How well what stands around a name in a statement suits a name of the passages; -1 where they do not have it. */
function suits(placed: Map<string, number>, name: string, { lines }: Evidence): number {
  const found = lines.flatMap((line) =>
    line.mentions
      .filter((other) => key(line.source, other) === name)
      .map((other) => likeness(placed, around(line, other))),
  );
  return Math.max(...found, -1);
}

/** True when two names would stand better in each other's places. */
function isExchanged(written: WrittenLine, one: Mention, other: Mention, evidence: Evidence): boolean {
  const [a, b] = [key(written.source, one), key(written.source, other)];
  if (a === b || one.type !== other.type) return false;
  const margin = other.start - one.end < APART ? NEAR_MARGIN : MARGIN;
  const [ofA, ofB] = [around(written, one), around(written, other)];
  const own = [suits(ofA, a, evidence), suits(ofB, b, evidence)] as const;
  const turned = [suits(ofA, b, evidence), suits(ofB, a, evidence)] as const;
  if ([...own, ...turned].some((each) => each < 0)) return false;
  return turned[0] + turned[1] > own[0] + own[1] + margin;
}

/** Two names of a kind that stand in each other's places. */
function exchangedPlaces(written: WrittenLine, evidence: Evidence): readonly [string, string] | undefined {
  const names = namesIn(written);
  return names
    .flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const))
    .filter(([one, other]) => isExchanged(written, one, other, evidence))
    .map(([one, other]) => [key(written.source, one), key(written.source, other)] as const)[0];
}

/** Who does it is who does it in a passage, where a passage has that verb with somebody before it. */
function wrongDoer(written: WrittenLine, evidence: Evidence): Directed | undefined {
  const doers = (line: Line): { readonly name: string; readonly verb: LineWord; readonly line: Line }[] =>
    line.words
      .filter((verb) => verb.tag === 'VERB' && verb.isContent && !isPassive(line, verb))
      .flatMap((verb) => {
        const left = namesIn(line).findLast(({ end }) => end <= verb.start && end > verb.start - DOER_NEAR);
        const isApart = left === undefined || /[,;(]|['’]s/.test(line.source.slice(left.end, verb.start));
        return isApart ? [] : [{ name: key(line.source, left), verb, line }];
      });
  const theirs = evidence.lines.flatMap(doers);
  const wrong = doers(written).find(({ name, verb }) => {
    const same = theirs.filter((other) => isSameVerb(other.verb, verb));
    const withVerb = evidence.lines.filter(({ words }) => words.some((word) => isSameVerb(word, verb)));
    const all = withVerb.flatMap(({ words }) => words.filter((word) => isSameVerb(word, verb)));
    // Whom a pronoun or an office of the passage stands for.
    const isMeant = withVerb.some(
      ({ people, words }) =>
        people.some((who) => who.toLowerCase().split(' ').at(-1) === name) &&
        !words.some(({ norm }) => norm === name),
    );
    return (
      same.length > 0 && same.length >= all.length && !isMeant && !same.some((other) => other.name === name)
    );
  });
  return wrong === undefined
    ? undefined
    : { left: wrong.name, right: '', verb: wrong.verb, isPassive: false };
}

/** Characters before a verb in which whoever does it stands. */
const DOER_NEAR = 12;

/** What the articles take a name for; empty where they do not have it. */
function typesOf(name: string, { lines }: Evidence): Set<string> {
  const entities = lines.flatMap(({ article }) => article.annotation.entities);
  return new Set(
    entities.filter((one) => one.name.toLowerCase().split(' ').at(-1) === name).map(({ type }) => type),
  );
}

const OF_PERSON = /^(?:, who\b|, (?:an?|the) former\b|, (?:her|him)self\b)/u;
const OFFICE_BEFORE =
  /\b(?:executive|president|minister|director|chairman|chairwoman|mayor|governor|economist|spokes(?:man|woman|person)|leader|secretary general|judge|professor|lecturer|manager|coach|referee|analyst|envoy|chancellor),? $/i;

/** What only people do or are, said of a name that the articles have for a body or a place. */
function noPerson(written: WrittenLine, evidence: Evidence): string | undefined {
  const wrong = namesIn(written).find((name) => {
    // "The court of Obanda, who": the one before is meant.
    if (
      /\b(?:of|at|in|for|from|by|with|to|under)(?: the)?(?: \p{Ll}+)? $/u.test(
        written.source.slice(0, name.start),
      )
    )
      return false;
    const isPersonHere =
      OF_PERSON.test(written.source.slice(name.end, name.end + 40)) ||
      OFFICE_BEFORE.test(written.source.slice(Math.max(0, name.start - 24), name.start));
    const types = typesOf(key(written.source, name), evidence);
    return isPersonHere && types.size > 0 && !types.has('person');
  });
  return wrong === undefined ? undefined : written.source.slice(wrong.start, wrong.end);
}

/** Who does what to whom is as in the passages. */
export const checkAgents: WrittenCheck = (written, evidence): WrittenReason[] => {
  const thing = noPerson(written, evidence);
  if (thing !== undefined)
    return [{ code: 'agent', message: `${thing} is no person in the claims: somebody else is meant here.` }];
  const pair = exchangedPair(written, evidence);
  if (pair !== undefined)
    return [
      {
        code: 'agent',
        message: `In the claims it is the other way round between ${pair.left} and ${pair.right} ("${pair.verb.text}").`,
      },
    ];
  const places = exchangedPlaces(written, evidence);
  if (places !== undefined)
    return [
      {
        code: 'agent',
        message: `${places[0]} and ${places[1]} stand in each other's places, by the claims.`,
      },
    ];
  const doer = wrongDoer(written, evidence);
  return doer === undefined
    ? []
    : [
        {
          code: 'agent',
          message: `In the claims it is not ${doer.left} of whom "${doer.verb.text}" is said.`,
        },
      ];
};
