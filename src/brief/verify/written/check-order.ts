import type { WrittenReason } from '../../../core/written.ts';
import type { Evidence } from './evidence.ts';
import type { LineWord } from './read-line.ts';
import { facing, sidesOf } from './word-senses.ts';
import { inQuote, isOutletWord, isSameWord, type WrittenCheck, type WrittenLine } from './written-line.ts';

/** Small words that turn a verb into another one: "called off", "put off", "turned down". */
const PARTICLE = /^(?:off|down|up|out|back|over)$/;

/** A verb that the passages have with a particle only is another verb without it. */
export const checkParticles: WrittenCheck = (written, { lines }) => {
  const particleOf = (words: readonly LineWord[], verb: LineWord): string =>
    words.find(({ start, lower }) => start >= verb.end && start < verb.end + 2 && PARTICLE.test(lower))
      ?.lower ?? '';
  const wrong = written.words.find((verb) => {
    if (verb.tag !== 'VERB' || inQuote(written, verb)) return false;
    const after = written.words.filter(({ start }) => start >= verb.end && start < verb.end + PARTICLE_REACH);
    const theirs = lines.flatMap((line) =>
      line.words
        .filter(({ norm, tag }) => tag === 'VERB' && isSameWord(norm, verb.norm))
        .map((other) => particleOf(line.words, other)),
    );
    return (
      theirs.length > 0 && theirs.every((one) => one !== '' && !after.some(({ lower }) => lower === one))
    );
  });
  return wrong === undefined
    ? []
    : [{ code: 'direction', message: `"${wrong.text}" means something else in the claims.` }];
};

/** Characters behind a verb within which its particle may stand: "put the work off". */
const PARTICLE_REACH = 40;

/** "Fell before it was suspended" for "suspended after it fell": the parts have changed places, too. */
function isTurnedRound(written: WrittenLine, word: LineWord, lines: Evidence['lines']): boolean {
  const left = written.words.filter((other) => other.isContent && other.end <= word.start).slice(-PARTS);
  const right = written.words.filter((other) => other.isContent && other.start >= word.end).slice(0, PARTS);
  return lines.some((line) => {
    const turn = line.words.find(
      ({ norm }) => norm !== word.norm && /^(?:before|after|following)$/.test(norm),
    );
    if (turn === undefined) return false;
    const share = (own: readonly LineWord[], isThere: (at: number) => boolean): number => {
      const places = own.flatMap((one) => line.words.filter((other) => isSameWord(other.norm, one.norm)));
      return places.length === 0 ? 0 : places.filter(({ start }) => isThere(start)).length / places.length;
    };
    return share(left, (at) => at > turn.start) >= 0.5 && share(right, (at) => at < turn.start) >= 0.5;
  });
}

/** Content words on either side of "before" that tell which part stands there. */
const PARTS = 6;

const ORDER: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^before$/,
    /^(?:before|after|until|by|prior|ahead|earlier|front|previous\p{Ll}*|already|only|reviving)$/u,
  ],
  [
    /^after$/,
    /^(?:after|since|following|when|once|then|later|with|had|as|followed|from|because|while|until)$/,
  ],
  [/^later$/, /^(?:later|after|then|since|until|before|subsequent\p{Ll}*|now|next|following)$/u],
];

/** "To 75 per cent from 55": the second was before. */
const FROM_NUMBER = /\bfrom [€$£]?\d/;

/** An order in time is told only where a passage tells one. */
function strayOrder(written: WrittenLine, { lines }: Evidence): WrittenReason[] {
  const stray = written.words.find((word) =>
    ORDER.some(
      ([own, theirs]) =>
        own.test(word.lower) &&
        !inQuote(written, word) &&
        !(word.lower === 'before' && lines.some(({ text }) => FROM_NUMBER.test(text))) &&
        !lines.some((line) => line.words.some(({ lower }) => theirs.test(lower))),
    ),
  );
  return stray === undefined
    ? []
    : [{ code: 'comparison', message: `"${stray.text}": the claims do not tell this order.` }];
}

/** True where a denied word faces one of the passages, which do not deny it themselves. */
function mustDeny({ norm }: LineWord, known: ReadonlySet<string>): boolean {
  const faced = new Set([...known].flatMap((word) => [...sidesOf(word)]));
  return [...sidesOf(norm)].some((side) => faced.has(facing(side)));
}

/** Words on one side of an opposite whose other side alone the passages have. */
export const checkOpposites: WrittenCheck = (written, evidence) => {
  const { lines } = evidence;
  const sides = new Set<string>();
  const own = new Set<string>();
  for (const line of lines)
    for (const { norm } of line.words) {
      own.add(norm);
      for (const side of sidesOf(norm)) sides.add(side);
    }
  const turned = written.words.find((word) => {
    // What is denied of one side is said of the other: "will not succeed".
    if (word.isNegated && word.tag === 'VERB' && mustDeny(word, own)) return false;
    if (own.has(word.norm) || inQuote(written, word) || isOutletWord(written, word)) return false;
    const mine = [...sidesOf(word.norm)];
    if (/^(?:before|after)$/.test(word.norm) && isTurnedRound(written, word, lines)) return false;
    return (
      mine.length > 0 && mine.some((side) => sides.has(facing(side))) && !mine.some((side) => sides.has(side))
    );
  });
  if (turned === undefined) return strayOrder(written, evidence);
  const isCompared = /(?:er|est|re|ss|st|ore)$/.test(turned.norm);
  return [
    {
      code: isCompared ? 'comparison' : 'direction',
      message: `"${turned.text}": the claims say the opposite.`,
    },
  ];
};
