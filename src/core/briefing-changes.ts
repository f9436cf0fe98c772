import type { Briefing, Statement } from './briefing.ts';
import type { Citation, FigureEntry, FigureReport, RoleEntry } from './ledger.ts';

/** One side of a correction: what a version said, and where it had it from. */
export interface Reading {
  readonly text: string;
  readonly citation: Citation;
}

/** A figure or a name that a newer version gives otherwise. */
export interface Correction {
  readonly kind: 'figure' | 'name';
  /** What it is a figure or the holder of: "people killed", "mayor, Harrow Bridge". */
  readonly what: string;
  readonly from: Reading;
  readonly to: Reading;
}

/** What a reader of the older version has missed. */
export interface BriefingChanges {
  /** The former headline, when it has changed. */
  readonly formerHeadline: string | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly corrections: readonly Correction[];
  /** Outlets whose coverage, or whose side in a difference, is new, changed or gone. */
  readonly positions: readonly string[];
  /** Figures that are new in the table, gone from it, or disputed otherwise than before, by what they count. */
  readonly figures: readonly string[];
  readonly articles: number;
}

/** The words of a text as a reader takes them in: without an editor's brackets, case, marks and line breaks. */
function wordsOf(text: string): string {
  return text
    .replace(/\s*\[[^\]]*\]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Statements of the story page and of its questions, each once, in the order of the page. */
function statementsOf({ sections }: Briefing): ReadonlyMap<string, Statement> {
  const { papersSay } = sections;
  const statements: readonly (Statement | null)[] = [
    ...sections.whatHappened,
    ...sections.behindTheHeadline.flatMap((group) => group.statements),
    ...papersSay.agreement,
    ...papersSay.differences.flatMap(({ sides }) => sides.map((side) => side.statement)),
    ...papersSay.matrix.facts.map((fact) => fact.statement),
    ...papersSay.outlets.flatMap((outlet) => [outlet.leadsOn, ...outlet.onlyHere]),
    ...sections.howWeGotHere.map((entry) => entry.statement),
    ...sections.commonQuestions.flatMap(({ answer }) => answer),
    ...sections.topics.map((card) => card.described),
  ];
  const byWords = new Map<string, Statement>();
  for (const statement of statements) {
    const words = statement === null ? '' : wordsOf(statement.text);
    if (statement !== null && !byWords.has(words)) byWords.set(words, statement);
  }
  return byWords;
}

/** What each outlet stands for on the page, without places and times: its headline, what it leaves out, its sides. */
function positionsOf({ sections }: Briefing): ReadonlyMap<string, string> {
  const { outlets, differences, matrix } = sections.papersSay;
  const said = new Map(matrix.facts.map((fact) => [fact.id, wordsOf(fact.statement.text)]));
  return new Map(
    outlets.map(({ outletId, headline, leavesOut, reprints }) => {
      const sides = differences.flatMap(({ what, sides: all }) =>
        all.filter((side) => side.outlets.includes(outletId)).map((side) => `${what}: ${side.label}`),
      );
      const omitted = leavesOut.map((id) => said.get(id) ?? id);
      return [outletId, JSON.stringify([headline, reprints, omitted.sort(), sides.sort()])];
    }),
  );
}

function changedKeys(older: ReadonlyMap<string, string>, newer: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...older.keys(), ...newer.keys()]);
  return [...keys].filter((key) => older.get(key) !== newer.get(key)).sort();
}

function figureKey({ what, unit }: FigureEntry): string {
  return `${what} ${unit}`;
}

function sameFigure(a: FigureReport, b: FigureReport): boolean {
  return a.value === b.value && a.high === b.high && a.modifier === b.modifier;
}

function readingOf({ text, articleId, start, end }: FigureReport): Reading {
  return { text: text.replace(/\s+/g, ' '), citation: { articleId, start, end } };
}

function figureCorrections(older: Briefing, newer: Briefing): Correction[] {
  const before = new Map(older.figures.map((entry) => [figureKey(entry), entry]));
  return newer.figures.flatMap((entry): Correction[] => {
    const former = before.get(figureKey(entry));
    if (former === undefined || sameFigure(former.latest, entry.latest)) return [];
    return [
      { kind: 'figure', what: entry.what, from: readingOf(former.latest), to: readingOf(entry.latest) },
    ];
  });
}

/** The one holder of each office of a named body; an office that two people are given is left out. */
function holders(roles: readonly RoleEntry[]): ReadonlyMap<string, RoleEntry> {
  const offices = new Map<string, RoleEntry | null>();
  for (const role of roles) {
    if (!role.stands || role.organisation === null) continue;
    const key = `${role.tense === 'acting' ? 'current' : role.tense} ${role.office}, ${role.organisation}`;
    const known = offices.get(key);
    const isSame = known === undefined || (known !== null && wordsOf(known.name) === wordsOf(role.name));
    offices.set(key, isSame ? role : null);
  }
  return new Map([...offices].filter((entry): entry is [string, RoleEntry] => entry[1] !== null));
}

function nameCorrections(older: Briefing, newer: Briefing): Correction[] {
  const before = holders(older.roles);
  return [...holders(newer.roles)].flatMap(([office, role]): Correction[] => {
    const former = before.get(office);
    // A fuller form of the same name ("Varga", "Miklos Varga") corrects nothing.
    if (former === undefined || isFormOf(former.name, role.name)) return [];
    return [
      {
        kind: 'name',
        what: `${role.office}, ${role.organisation}`,
        from: { text: former.name, citation: former.citation },
        to: { text: role.name, citation: role.citation },
      },
    ];
  });
}

/** True when one name has all the words of the other. */
function isFormOf(a: string, b: string): boolean {
  const [left, right] = [new Set(wordsOf(a).split(' ')), new Set(wordsOf(b).split(' '))];
  return left.isSubsetOf(right) || right.isSubsetOf(left);
}

/** Compares two versions of one story by what a reader takes in: not by places, times or the order of citations. */
export function briefingChanges(older: Briefing, newer: Briefing): BriefingChanges {
  const before = statementsOf(older);
  const after = statementsOf(newer);
  const disputes = (briefing: Briefing) =>
    new Map(briefing.figures.map((entry) => [figureKey(entry), entry.disagreement]));
  const named = new Map([...older.figures, ...newer.figures].map((entry) => [figureKey(entry), entry.what]));
  return {
    formerHeadline: wordsOf(older.headline) === wordsOf(newer.headline) ? null : older.headline,
    added: [...after].filter(([words]) => !before.has(words)).map(([, { text }]) => text),
    removed: [...before].filter(([words]) => !after.has(words)).map(([, { text }]) => text),
    corrections: [...figureCorrections(older, newer), ...nameCorrections(older, newer)],
    positions: changedKeys(positionsOf(older), positionsOf(newer)),
    figures: changedKeys(disputes(older), disputes(newer)).flatMap((key) => named.get(key) ?? []),
    articles: newer.counts.articles - older.counts.articles,
  };
}

/**
 * Whether a briefing is a new version: a statement, a figure, the headline, or what an outlet stands for has changed.
 * One article more, another order of citations, or a later time is not.
 */
export function isNewVersion({ formerHeadline, ...changes }: BriefingChanges): boolean {
  const { added, removed, corrections, positions, figures } = changes;
  return (
    formerHeadline !== null ||
    [added, removed, corrections, positions, figures].some((list) => list.length > 0)
  );
}
