import { readdirSync, readFileSync } from 'node:fs';
import { findWireCredit } from '../../annotate/wire-credit.ts';
import { CopyIndex } from '../../cluster/copy-index.ts';
import { type Copy, findCopies } from '../../cluster/find-copies.ts';
import { fingerprintArticle } from '../../cluster/fingerprint-article.ts';
import type { OutletFacts } from '../../cluster/same-owner.ts';
import type { CopyKind, Fingerprint } from '../../core/story.ts';
import { randomNumbers } from './random.ts';

/** An article of the demonstration press: text written for this project, some of it already reprinted there. */
interface Original {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
  readonly wireOf?: string;
}

const ARTICLES = new URL('../../../demo/articles/', import.meta.url);
const AGENCY = 'northwire.example';
const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;

/** Event of an article: `ferry-fire` of `ferry-fire-northwire-2`. */
const eventOf = ({ id, outlet }: Original) => id.split(`-${outlet.split('.')[0]}-`)[0] ?? id;

function readOriginals(): Original[] {
  const files = readdirSync(ARTICLES).filter((name) => name.endsWith('.json'));
  const all = files.flatMap(
    (name) => JSON.parse(readFileSync(new URL(name, ARTICLES), 'utf8')) as Original[],
  );
  return all.filter(({ wireOf }) => wireOf === undefined).sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Change = (original: Original, others: readonly Original[], random: () => number) => readonly string[];

/** Replaces one word in `every`, at random, by a word of another article. */
function reword(every: number): Change {
  return ({ paragraphs }, others, random) => {
    const words = others.flatMap((other) => other.paragraphs.join(' ').match(/\p{Ll}{4,}/gu) ?? []);
    const swap = (word: string) =>
      random() < 1 / every ? (words[Math.floor(random() * words.length)] ?? word) : word;
    return paragraphs.map((paragraph) => paragraph.split(' ').map(swap).join(' '));
  };
}

const shorten = (share: number): Change => {
  return ({ paragraphs }) => paragraphs.slice(0, Math.max(2, Math.ceil(share * paragraphs.length)));
};

/** Puts paragraphs of an article on something else around it, `share` of its own length. */
const extend = (share: number): Change => {
  return ({ paragraphs }, others, random) => {
    // An agency's paragraph would bring its dateline, and with it a credit that is not the copy's.
    const papers = others.filter(({ outlet }) => outlet !== AGENCY);
    const own = papers[Math.floor(random() * papers.length)]?.paragraphs ?? [];
    const added = own.slice(0, Math.max(1, Math.round(share * paragraphs.length)));
    return [...added.slice(0, 1), ...paragraphs, ...added.slice(1)];
  };
};

/** Changes after which a text is still the same text. */
const COPIES: Readonly<Record<string, Change>> = {
  exact: ({ paragraphs }) => paragraphs,
  cut_to_60: shorten(0.6),
  cut_to_40: shorten(0.4),
  gaps: ({ paragraphs }) => paragraphs.filter((_, i) => i % 3 !== 1),
  own_third: extend(0.5),
  own_half: extend(1),
  reworded_12: reword(12),
  reworded_8: reword(8),
  reworded_cut: (original, others, random) =>
    shorten(0.6)({ ...original, paragraphs: reword(12)(original, others, random) }, others, random),
};

function print(original: Original, changes: Partial<Original>, hoursLater: number): Fingerprint {
  const { id, outlet, title, publishedAt, paragraphs } = { ...original, ...changes };
  const text = paragraphs.join('\n');
  return fingerprintArticle({
    articleId: id,
    outletId: outlet,
    title,
    text,
    publishedAt: Date.parse(publishedAt) + hoursLater * HOUR_MS,
    language: 'en',
    byline: null,
    wireCredit: findWireCredit(text, null),
    entities: [],
  });
}

/** Outlets a copy is given to, by turns, with what the copy should be called then. */
const PRINTERS: readonly { readonly outlet: string | null; readonly kind: CopyKind }[] = [
  { outlet: 'elsewhere.example', kind: 'near-duplicate' },
  { outlet: 'sister.example', kind: 'sister' },
  { outlet: null, kind: 'update' },
];

function catalogue(originals: readonly Original[]): OutletFacts[] {
  const owned = [...new Set(originals.map(({ outlet }) => outlet))].map(
    (id): OutletFacts => ({
      id,
      kind: id === AGENCY ? 'agency' : 'newspaper',
      owner: 'Ellery Titles',
    }),
  );
  return [...owned, { id: 'sister.example', kind: 'newspaper', owner: 'Ellery Titles' }];
}

/** Copies in a batch that meets nothing stored. */
function copiesAmong(pending: readonly Fingerprint[], outlets: readonly OutletFacts[]): Map<string, Copy> {
  const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  return findCopies(pending, new CopyIndex(), always, WEEK_MS, outlets);
}

interface Trial {
  readonly found: boolean;
  readonly rightOrigin: boolean;
  readonly rightKind: boolean;
}

/** Changes a text, hands the copy to one of the printers, and looks at what is found. */
function tryCopy(
  original: Original,
  turn: number,
  change: Change,
  { originals, random }: { readonly originals: readonly Original[]; readonly random: () => number },
): Trial {
  const others = originals.filter((other) => eventOf(other) !== eventOf(original));
  const { outlet, kind } = PRINTERS[turn % PRINTERS.length] ?? { outlet: null, kind: 'update' };
  const changes = { id: 'copy', outlet: outlet ?? original.outlet };
  const copy = print(original, { ...changes, paragraphs: change(original, others, random) }, 3);
  const found = copiesAmong([print(original, {}, 0), copy], catalogue(originals)).get('copy');
  const expected = original.outlet === AGENCY && kind !== 'update' ? 'wire-copy' : kind;
  return {
    found: found !== undefined,
    rightOrigin: found?.originId === original.id,
    rightKind: found?.kind === expected,
  };
}

/** Share of the copies of each sort that are found, with the right origin and under the right name. */
function measureCopies(originals: readonly Original[]): Record<string, number> {
  const random = randomNumbers(20261124);
  const figures: Record<string, number> = {};
  const found: Trial[] = [];
  for (const [name, change] of Object.entries(COPIES)) {
    const trials = originals.map((original, turn) => tryCopy(original, turn, change, { originals, random }));
    const hits = trials.filter((trial) => trial.found);
    found.push(...hits);
    figures[`${name}.recall`] = hits.length / trials.length;
  }
  const share = (isRight: (trial: Trial) => boolean) => found.filter(isRight).length / found.length;
  return { ...figures, origin: share((one) => one.rightOrigin), kind: share((one) => one.rightKind) };
}

/** Share of texts of their own that are left alone: all reports of all events, and reports with a long quotation. */
function measureOwnTexts(originals: readonly Original[]): Record<string, number> {
  const plain = originals.map((original) => print(original, {}, 0));
  const sorted = plain.sort((a, b) => a.publishedAt - b.publishedAt || (a.articleId < b.articleId ? -1 : 1));
  const falseCopies = copiesAmong(sorted, catalogue(originals)).size;
  let quoting = 0;
  let wrong = 0;
  for (const report of originals) {
    const quoted = originals.find((other) => other.id !== report.id && eventOf(other) === eventOf(report));
    if (quoted === undefined) continue;
    const quotation = quoted.paragraphs.slice(0, Math.ceil(quoted.paragraphs.length / 4));
    const paragraphs = [...report.paragraphs.slice(0, 2), ...quotation, ...report.paragraphs.slice(2)];
    const pair = [print(quoted, {}, 0), print(report, { id: 'quoting', paragraphs }, 48)];
    quoting++;
    if (copiesAmong(pair, []).size > 0) wrong++;
  }
  return {
    'own_reports.left_alone': 1 - falseCopies / originals.length,
    'own_quoting.left_alone': 1 - wrong / Math.max(1, quoting),
  };
}

/** Copies made by seeded changes of the demonstration press, and its own reports as what is none. */
export async function evalCopies(): Promise<Record<string, number>> {
  const originals = readOriginals();
  return { ...measureCopies(originals), ...measureOwnTexts(originals) };
}
