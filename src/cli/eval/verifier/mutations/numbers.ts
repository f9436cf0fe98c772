import { isInside } from '../../../../core/span.ts';
import {
  isAbsent,
  isQuoted,
  likeCase,
  type Mutant,
  type Mutation,
  replaced,
  type Subject,
} from './mutation.ts';

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
}

/** Numbers that are no part of a date, a name or a quotation. */
function numbersIn(subject: Subject): WrittenNumber[] {
  const { text, annotation } = subject;
  const found = [...text.matchAll(/(?<![\p{L}\p{N}.,:])\d[\d,]*(?:\.\d+)?(?![\d:])|\p{L}+/gu)].flatMap(
    ({ 0: written, index }): WrittenNumber[] => {
      const value = /^\d/.test(written)
        ? Number(written.replaceAll(',', ''))
        : WORDS.indexOf(written.toLowerCase());
      const isCount = /^\d/.test(written) || value > 1;
      return isCount ? [{ start: index, end: index + written.length, text: written, value }] : [];
    },
  );
  return found.filter(
    (one) =>
      !isQuoted(subject, one.start) &&
      !annotation.dates.some((date) => isInside(one, date)) &&
      !annotation.mentions.some((name) => isInside(one, name)) &&
      !/^\s*(?:a\.m\.|p\.m\.|January|February|March|April|May|June|July|August|September|October|November|December)/.test(
        text.slice(one.end),
      ) &&
      !/(?:January|February|March|April|May|June|July|August|September|October|November|December|Article)\s$/.test(
        text.slice(0, one.start),
      ),
  );
}

/** A number as the one it replaces is written. */
function written(value: number, model: string): string {
  if (!/^\d/.test(model)) return likeCase(model, WORDS[value] ?? String(value));
  const decimals = /\.(\d+)$/.exec(model)?.[1]?.length ?? 0;
  const plain = value.toFixed(decimals);
  return model.includes(',') || value >= 10_000
    ? Number(plain).toLocaleString('en-US', { minimumFractionDigits: decimals })
    : plain;
}

function isNewNumber(subject: Subject, value: number, shown: string): boolean {
  const word = WORDS[value];
  const forms = [shown, shown.replaceAll(',', ''), String(value), value.toLocaleString('en-US')];
  return [...forms, ...(word === undefined ? [] : [word])].every((form) => isAbsent(subject, form));
}

function withValue(subject: Subject, one: WrittenNumber, values: readonly number[]): Mutant[] {
  const decimals = /\.(\d+)$/.exec(one.text)?.[1]?.length ?? 0;
  const value = values
    .map((each) => Number(each.toFixed(decimals)))
    .find((each) => each > 0 && each !== one.value && isNewNumber(subject, each, written(each, one.text)));
  return value === undefined ? [] : [{ text: replaced(subject.text, one, written(value, one.text)) }];
}

/** Another number of like size. */
export const figure: Mutation = (subject) =>
  numbersIn(subject).flatMap((one) => {
    const { value, text } = one;
    const step = /\.\d/.test(text) ? 0.3 : 1;
    const near = [value + step, value + 2 * step, value - step, value + 3 * step];
    const far = [value * 1.4, value * 0.6, value * 1.2].map((each) => (step === 1 ? Math.round(each) : each));
    return [...withValue(subject, one, near), ...(value > 20 ? withValue(subject, one, far) : [])];
  });

const SCALES: Readonly<Record<string, string>> = {
  million: 'billion',
  billion: 'million',
  m: 'bn',
  bn: 'm',
};

/** Ten times as much or a tenth, a million for a billion. */
export const scale: Mutation = (subject) =>
  numbersIn(subject).flatMap((one) => {
    if (!/^\d/.test(one.text) || one.text === '100') return [];
    const behind = /^\s?(million|billion|m|bn)\b/.exec(subject.text.slice(one.end));
    const other = behind === null ? undefined : SCALES[behind[1] ?? ''];
    const word =
      behind === null || other === undefined
        ? []
        : [
            {
              text: replaced(
                subject.text,
                { start: one.end, end: one.end + behind[0].length },
                behind[0].replace(behind[1] ?? '', other),
              ),
            },
          ];
    return [
      ...withValue(subject, one, [one.value * 10]),
      ...(one.value % 10 === 0 || /\.\d/.test(one.text) ? withValue(subject, one, [one.value / 10]) : []),
      ...word,
    ];
  });

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^ (?:per cent|percent)(?! of the food)/, ' percentage points'],
  [/^%/, ' basis points'],
  [/^ basis points/, ' per cent'],
  [/^ talens/, ' euros'],
  [/^((?:m|bn| million| billion)?) talens/, '$1 dollars'],
  [/^((?:m|bn| million| billion)?) marens/, '$1 euros'],
  [/^((?:m|bn| million| billion)?) euros/, '$1 pounds'],
  [/^ million kroner-marks/, ' million euros'],
  [/^ kilometres/, ' miles'],
  [/^ metres/, ' feet'],
  [/^ tonnes/, ' kilograms'],
  [/^ milligrams/, ' grams'],
  [/^ litres/, ' gallons'],
  [/^ cents/, ' dollars'],
  [/^ minutes/, ' hours'],
  [/^ hours/, ' days'],
  [/^ days/, ' weeks'],
  [/^ weeks/, ' months'],
  [/^ months/, ' years'],
  [/^ years/, ' months'],
];
const SIGNS: Readonly<Record<string, string>> = { $: '€', '€': '£', '£': '$' };

/** The same number of something else that it is measured in. */
export const unit: Mutation = (subject) =>
  numbersIn(subject).flatMap((one) => {
    const behind = subject.text.slice(one.end);
    const sign = SIGNS[subject.text.charAt(one.start - 1)];
    const signed =
      sign === undefined
        ? []
        : [{ text: replaced(subject.text, { start: one.start - 1, end: one.start }, sign) }];
    const found = UNITS.find(([pattern]) => pattern.test(behind));
    if (found === undefined) return signed;
    const changed = behind.replace(...found);
    const name = changed.slice(0, 24).split(/[,.;]/)[0] ?? '';
    return isAbsent(subject, `${one.text}${name}`.trim())
      ? [...signed, { text: subject.text.slice(0, one.end) + changed }]
      : signed;
  });

/** A sum of the statement's own figures that is not their sum. */
export const total: Mutation = (subject) => {
  const counts = subject.annotation.figures.filter(({ unit: of, high }) => of === 'count' && high === null);
  const [first, second] = counts;
  if (first === undefined || second === undefined || !subject.text.endsWith('.')) return [];
  const sums = [0.8, 1.3].map((share) => Math.round((first.value + second.value) * share) + 1);
  const sum = sums.find(
    (each) => each !== first.value + second.value && isNewNumber(subject, each, String(each)),
  );
  if (sum === undefined) return [];
  const shown = sum.toLocaleString('en-US');
  const body = subject.text.slice(0, -1);
  return [{ text: `${body}, ${shown} in all.` }, { text: `${body}; together that makes ${shown}.` }];
};

const MODIFIERS: readonly (readonly [RegExp, string])[] = [
  [/\bat least (?=\d|\p{L}+ )/iu, 'at most '],
  [/\b(?:more than|over) (?=[€$£]?\d)/i, 'fewer than '],
  [/\b(?:fewer|less) than (?=[€$£]?\d)/i, 'more than '],
  [/\bno more than (?=[€$£]?\d)/i, 'at least '],
  [/\bno fewer than (?=\d)/i, 'no more than '],
  [/\b(?:up to|as much as) (?=[€$£]?\d)/i, 'at least '],
  [/\b(?:almost|nearly) (?=[€$£]?\d)/i, 'well over '],
  [/\babout (?=[€$£]?\d)/i, 'more than '],
];

/** "At least" made "at most", "about" made "more than". */
export const modifier: Mutation = (subject) => {
  const changed = MODIFIERS.flatMap(([pattern, by]) => {
    const found = pattern.exec(subject.text);
    if (found === null || isQuoted(subject, found.index)) return [];
    const span = { start: found.index, end: found.index + found[0].length };
    const next = /^\S+/.exec(subject.text.slice(span.end))?.[0] ?? '';
    return isAbsent(subject, by + next.replace(/[,.;]$/, ''))
      ? [{ text: replaced(subject.text, span, likeCase(found[0], by)) }]
      : [];
  });
  const bare = subject.annotation.figures.filter(
    (one) =>
      one.modifier === 'exactly' &&
      one.unit === 'count' &&
      /^[1-9][\d,]+$/.test(subject.text.slice(one.start, one.end)) &&
      !/\b(?:of|the|about|nearly|the other|first|further|another)\s$/.test(subject.text.slice(0, one.start)),
  );
  const added = bare.slice(0, 1).flatMap((one) => {
    const shown = `fewer than ${subject.text.slice(one.start, one.end)}`;
    return isQuoted(subject, one.start)
      ? []
      : [{ text: replaced(subject.text, one, likeCase(one.start === 0 ? 'A' : 'a', shown)) }];
  });
  return [...changed, ...added];
};

const CASUALTIES: Readonly<Record<string, string>> = {
  killed: 'injured',
  dead: 'injured',
  died: 'were injured',
  missing: 'in hospital',
  injured: 'killed',
  hurt: 'killed',
  rescued: 'killed',
  arrested: 'killed',
  detained: 'injured',
};

/** The same number of another thing. */
export const counted: Mutation = (subject) =>
  subject.annotation.figures.flatMap((one) => {
    if (one.counted === null || one.unit !== 'count') return [];
    const word = subject.words.find(
      ({ start, lower }) =>
        start >= one.start && start < one.end + 60 && lower === one.counted?.split(' ').at(-1),
    );
    if (word === undefined || isQuoted(subject, word.start)) return [];
    const others = [CASUALTIES[word.lower], ...subject.stock.counted].filter(
      (other): other is string =>
        other !== undefined && isAbsent(subject, other) && other.endsWith('s') === word.lower.endsWith('s'),
    );
    const other = CASUALTIES[word.lower] === others[0] ? others[0] : others[subject.seed % others.length];
    return other === undefined ? [] : [{ text: replaced(subject.text, word, other) }];
  });
