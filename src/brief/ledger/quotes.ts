import type { LedgerArticle, QuoteEntry } from '../../core/ledger.ts';
import { containsRun } from '../sentence-words.ts';
import type { QuoteVersion } from './quote-version.ts';
import { withoutReprinted } from './reprinted.ts';
import type { StoryIndex } from './story-sentence.ts';

/**
 * Versions that hold this share of the shorter one's words in the same order are one quotation: papers leave words out and set
 * others in brackets. Below LEAST_CUT words in order, only an unbroken run counts.
 */
const SAME_ORDER = 0.85;
const LEAST_CUT = 6;

interface Version extends QuoteVersion {
  readonly source: LedgerArticle;
}
/** Positions in `b` of a longest common subsequence of two lists of words, ascending. */
function alignedPositions(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
  const positions: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) {
      positions.push(j++);
      i++;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  return positions;
}

const NEGATION = /^(?:not|no|never|nobody|nothing|none|cannot|without)$|n't$/;

function negations(words: readonly string[]): number {
  return words.filter((word) => NEGATION.test(word)).length;
}

/** Versions of one quotation, the longest first, with what the others are held against. */
interface Group {
  readonly versions: Version[];
  readonly longest: Version;
  readonly words: ReadonlySet<string>;
}

/** True when the shorter version is cut out of the longer one, in one piece or with words left out or put in brackets, none of them a denial. */
function isCutOf({ longest, words: held }: Group, version: Version): boolean {
  const least = SAME_ORDER * version.words.length;
  if (version.words.filter((word) => held.has(word)).length < least) return false;
  if (containsRun(longest.words, version.words)) return true;
  if (version.words.length < LEAST_CUT) return false;
  const positions = alignedPositions(version.words, longest.words);
  if (positions.length < least) return false;
  const window = longest.words.slice(positions[0], (positions.at(-1) ?? 0) + 1);
  return negations(window) === negations(version.words);
}

/** Groups by what a version of one of them shares with it: the speaker, or the first word when nobody is named. */
function createGroups(): {
  readonly all: Group[];
  readonly add: (version: Version) => void;
  readonly home: (version: Version) => Group | undefined;
} {
  const all: Group[] = [];
  const bySpeaker = new Map<string, Group[]>();
  const byWord = new Map<string, Group[]>();
  const put = (groups: Map<string, Group[]>, key: string, group: Group): void => {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [group]);
    else known.push(group);
  };
  return {
    all,
    add(version) {
      const group = { versions: [version], longest: version, words: new Set(version.words) };
      all.push(group);
      put(bySpeaker, version.key, group);
      for (const word of group.words) put(byWord, word, group);
    },
    home: (version) =>
      version.speaker === null
        ? byWord.get(version.words[0] ?? '')?.find(({ longest }) => containsRun(longest.words, version.words))
        : bySpeaker.get(version.key)?.find((group) => isCutOf(group, version)),
  };
}

/** The longest version first; the others are cut out of it. */
function groupVersions(versions: readonly Version[]): Version[][] {
  const groups = createGroups();
  const longestFirst = versions
    .map((version, order) => ({ version, order }))
    .sort(
      (a, b) =>
        Number(a.version.speaker === null) - Number(b.version.speaker === null) ||
        b.version.words.length - a.version.words.length ||
        a.order - b.order,
    );
  for (const { version } of longestFirst) {
    const home = groups.home(version);
    if (home !== undefined) home.versions.push(version);
    else if (version.speaker !== null) groups.add(version);
  }
  return groups.all.map((group) => group.versions);
}

function commonestFirst(names: readonly string[]): string[] {
  const times = (name: string): number => names.filter((one) => one === name).length;
  return [...new Set(names)].sort((a, b) => times(b) - times(a) || b.length - a.length || (a < b ? -1 : 1));
}

const sourceOf = ({ source }: Version): LedgerArticle => source;
const outletOf = ({ source }: Version): string => source.outlet.id;

/**
 * Quotations of a story by speaker. The same words cut differently by different outlets are one entry with the text
 * of the longest version, also those of articles that leave open who speaks; its first citation holds all of the text.
 * Most outlets first.
 */
export function groupQuotes(index: StoryIndex): QuoteEntry[] {
  const versions = index.articles.flatMap(({ source, reading }) =>
    reading.quotes.map((quote): Version => ({ ...quote, source })),
  );
  const entries: QuoteEntry[] = [];
  for (const group of groupVersions(versions)) {
    const [longest, ...rest] = group;
    const names = commonestFirst(group.flatMap(({ speaker }) => speaker ?? []));
    const speaker = names[0];
    if (longest === undefined || speaker === undefined) continue;
    entries.push({
      speaker,
      text: longest.text,
      citations: [longest.citation, ...rest.map((version) => version.citation)],
      outlets: [...new Set(withoutReprinted(group, sourceOf, () => '').map(outletOf))],
    });
  }
  return entries.sort((a, b) => b.outlets.length - a.outlets.length);
}
