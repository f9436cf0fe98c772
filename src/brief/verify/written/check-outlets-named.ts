import type { WrittenReason } from '../../../core/written.ts';
import type { Evidence, EvidenceLine } from './evidence.ts';
import { numbersIn } from './number-words.ts';
import { meansSame } from './word-senses.ts';
import { isOutletWord, type NamedOutlet, type WrittenCheck, type WrittenLine } from './written-line.ts';

/** Between two outlets a comparison turns at one of these. */
const TURN = /;|,? (?:while|whereas|but|and)\b|,(?! (?:citing|quoting|in|on|of|by)\b)/gi;

interface Segment {
  readonly outlet: NamedOutlet;
  readonly start: number;
  readonly end: number;
}

/** The stretch of a statement that each outlet answers for. */
function segmentsOf({ text, outlets }: WrittenLine): Segment[] {
  const cuts = outlets.slice(1).map((outlet, i) => {
    const from = outlets[i]?.end ?? 0;
    const turns = [...text.slice(from, outlet.start).matchAll(TURN)];
    const last = turns.at(-1);
    return last === undefined ? outlet.start : from + last.index;
  });
  return outlets.map((outlet, i) => {
    const start = Math.max(cuts[i - 1] ?? 0, text.lastIndexOf(';', outlet.start));
    const end = text.indexOf(';', outlet.end);
    return { outlet, start, end: Math.min(cuts[i] ?? text.length, end < 0 ? text.length : end) };
  });
}

function linesOf(name: string, { lines }: Evidence): EvidenceLine[] {
  return lines.filter(({ passage }) => passage.outletName === name);
}

/** How many of the words and numbers of a segment the lines have. */
function carried(written: WrittenLine, { start, end }: Segment, lines: readonly EvidenceLine[]): number {
  return written.words.filter(
    (word) =>
      word.isContent &&
      word.start >= start &&
      word.end <= end &&
      !isOutletWord(written, word) &&
      lines.some((line) => line.words.some((other) => other.isContent && meansSame(other.norm, word.norm))),
  ).length;
}

function hasNumber(lines: readonly EvidenceLine[], value: number): boolean {
  return lines.some(
    ({ text, figures }) =>
      numbersIn(text).some((one) => one.value === value) || figures.some((figure) => figure.value === value),
  );
}

/** Passages name papers, too: "documents seen by Northwire". */
function isInPassage(name: string, { lines }: Evidence): boolean {
  return lines.some(({ text }) => text.includes(name.replace(/^The /, '')));
}

/** "Northwire and State Voice differ": both answer for what follows. */
function isJoined({ text, outlets }: WrittenLine, { start, end }: NamedOutlet): boolean {
  return outlets.some(
    (other) =>
      /^,? (?:and|or) (?:The )?$/.test(text.slice(end, other.start)) ||
      /^,? (?:and|or) (?:The )?$/.test(text.slice(other.end, start)),
  );
}

function checkSegment(written: WrittenLine, segment: Segment, evidence: Evidence): WrittenReason[] {
  const { name } = segment.outlet;
  const own = linesOf(name, evidence);
  if (own.length === 0)
    return isInPassage(name, evidence)
      ? []
      : [{ code: 'outlet', message: `None of the claims is from ${name}.` }];
  if (isJoined(written, segment.outlet)) return [];
  const wrong = (): WrittenReason[] => [
    { code: 'outlet', message: `${name} does not report this: the claims have it from another outlet.` },
  ];
  const others = evidence.lines.filter(({ passage }) => passage.outletName !== name);
  const foreign = numbersIn(written.text.slice(segment.start, segment.end)).some(
    ({ value }) => !hasNumber(own, value) && hasNumber(others, value),
  );
  if (foreign) return wrong();
  // "She told Radio Tide", in the words of another paper.
  if (others.some((line) => isInPassage(name, { ...evidence, lines: [line] }))) return [];
  const best = Math.max(
    0,
    ...[...new Set(others.map(({ passage }) => passage.outletName))].map((other) =>
      carried(written, segment, linesOf(other, evidence)),
    ),
  );
  return best > carried(written, segment, own) + 1 ? wrong() : [];
}

const ALL =
  /\b(?:all|every|each|most|many|both|several|no) (?:of )?(?:the )?(?:papers?|outlets?|newspapers?|media|reports?|titles?|accounts?)\b|\b(?:the )?(?:papers|outlets|newspapers|media|reports) (?:all |unanimously |largely )?agree\b|\bwidely reported\b/i;
const ONLY = /\b(?:only|alone|no other|nobody else)\b/i;

/** How many outlets a phrase for several of them speaks of. */
function leastOutlets(phrase: string, all: number): number {
  if (/^both/i.test(phrase)) return 2;
  if (/^(?:several|many)/i.test(phrase)) return 3;
  return /^most/i.test(phrase) ? all / 2 : Number.POSITIVE_INFINITY;
}

/** "All papers", "only this one": as many as the claims bear out. */
function checkHowMany(written: WrittenLine, { claims, lines, storyOutlets }: Evidence): WrittenReason[] {
  const carrying = claims.map(({ outlets }) => new Set(outlets.map(({ id }) => id)));
  const every = carrying.every((ids) => storyOutlets.every(({ id }) => ids.has(id)));
  const [match] = ALL.exec(written.text) ?? [];
  if (match !== undefined && !lines.some(({ text }) => text.includes(match))) {
    const least = leastOutlets(match, storyOutlets.length);
    const isBorneOut =
      every || (carrying.length > 0 && carrying.every(({ size }) => size >= least && size > 1));
    if (!isBorneOut)
      return [
        { code: 'outlet', message: `The claims do not show "${match}": name the outlets that report it.` },
      ];
  }
  const alone = written.outlets.filter(
    ({ start, end }) =>
      ONLY.test(written.text.slice(Math.max(0, start - 12), start)) ||
      /^ alone\b/.test(written.text.slice(end)),
  );
  return alone
    .filter(({ name }) => claims.some(({ outlets }) => outlets.some((outlet) => outlet.name !== name)))
    .map(({ name }) => ({ code: 'outlet', message: `Others than ${name} report this, too.` }));
}

/** What is laid at an outlet's door stands in a passage of that outlet. */
export const checkOutletsNamed: WrittenCheck = (written, evidence) => [
  ...segmentsOf(written).flatMap((segment) => checkSegment(written, segment, evidence)),
  ...checkHowMany(written, evidence),
];
