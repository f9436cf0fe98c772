import { type TaggedToken, type TextDocument, wordSet } from '../text-document.ts';
import {
  AMBIGUOUS_MONTHS,
  CALENDAR,
  FIRST_NAMES,
  HYPHEN_SUFFIX,
  OF_HEADS,
  PARTICLES,
  POSSESSIVE_NAMES,
} from './name-lexicon.ts';
import { PLACES } from './place-lexicon.ts';
import { shipTitles } from './ship-names.ts';
import { type NameRange, splitRun } from './split-run.ts';
import { hasCapital, isNameWord, type WordUse } from './word-use.ts';

const LEADING_PARTICLES = wordSet('de von van bin ibn al el da di del du');
const FOR_HEADS =
  /^(?:center|centre|institute|campaign|council|agency|alliance|association|committee|organi[sz]ation|movement|foundation|society|fund|coalition|ministry|office|initiative|partnership|network|party|court|americans|citizens|bank|programme|program|department|commission|commissioner)$/;
const ON_HEADS = /^(?:council|committee|commission|conference|panel|institute)$/;
const AND_HEADS =
  /^(?:ministry|department|committee|institute|bureau|office|association|secretary|centers?|administration)$/;
const OWNER =
  /^(?:people|women|men|children|king|queen|workers|teachers|veterans|farmers|writers|lord|st\.?|martha|saint|mothers|world|new year)$/;
const NUMBERED = /^(?:boeing|airbus|apollo|formula|area|channel|falcon)$/;

/** Runs of capitalised words with what binds them ("Ministry of Defence", "Ursula von der Leyen"), titles cut off. */
export function findNames(document: TextDocument, use: WordUse): NameRange[] {
  const names: NameRange[] = [];
  const ships = shipTitles(document);
  const mayIsName =
    document.text.includes(' May') &&
    /\p{Lu}\p{L}+ May\b/u.test(document.text) &&
    hasFirstNameBefore(document.tokens, 'may');
  for (const sentence of document.sentences) {
    let index = sentence.tokenStart;
    while (index < sentence.tokenEnd) {
      const from = runStart(document, use, index, mayIsName);
      if (from === -1) {
        index += 1;
        continue;
      }
      const to = runEnd(document, use, from, sentence.tokenEnd);
      names.push(...splitRun(document.tokens, afterOffice(document.tokens, from, to), to, ships));
      index = Math.max(to, index + 1);
    }
  }
  return names;
}

/** "Secretary of State Ana Lund": the office ends before the person's name. */
function afterOffice(tokens: readonly TaggedToken[], from: number, to: number): number {
  const office = `${tokens[from - 2]?.lower} ${tokens[from - 1]?.lower} ${tokens[from]?.lower}`;
  const namesOffice = /(?:secretary|minister) of (?:state|war|defen[cs]e|labor|commerce)$/.test(office);
  return namesOffice && to - from > 1 ? from + 1 : from;
}

function hasFirstNameBefore(tokens: readonly TaggedToken[], surname: string): boolean {
  return tokens.some(
    (token, index) => token.lower === surname && FIRST_NAMES.has(tokens[index - 1]?.lower ?? ''),
  );
}

function isMonthAsName(document: TextDocument, index: number, mayIsName: boolean): boolean {
  const token = document.tokens[index];
  if (token === undefined || !hasCapital(token) || !AMBIGUOUS_MONTHS.has(token.lower)) return false;
  const before = document.tokens[index - 1]?.lower ?? '';
  const next = document.tokens[index + 1];
  if (/^(?:in|since|until|last|next|this|of|by|early|late|mid|from|\d+(?:st|nd|rd|th)?|-)$/.test(before))
    return false;
  if (next === undefined || /^\d/.test(next.text)) return false;
  if (token.lower === 'may') return mayIsName && document.tokens[index]?.sentence === next.sentence;
  return /^(?:april|june|august)$/.test(token.lower) && hasCapital(next) && !CALENDAR.has(next.lower);
}

/** The token a run starts at, given that nothing before `index` belongs to it; -1 when none starts here. */
function runStart(document: TextDocument, use: WordUse, index: number, mayIsName: boolean): number {
  const token = document.tokens[index];
  if (token === undefined) return -1;
  if (hasCapital(token))
    return isNameWord(document, use, index) || isMonthAsName(document, index, mayIsName) ? index : -1;
  const next = document.tokens[index + 1];
  if (next === undefined) return -1;
  if (token.lower.length > 3 || !LEADING_PARTICLES.has(token.lower)) return -1;
  const nameAt = next.text === '-' && next.start === token.end ? index + 2 : index + 1;
  if (token.lower === 'van' && nameAt === index + 1 && document.tokens[index - 1]?.tag === 'DET') return -1;
  if (/^(?:der|den|la|las|los)$/.test(next.lower) && isNameWord(document, use, index + 2)) return index;
  return isNameWord(document, use, nameAt) ? index : -1;
}

function runEnd(document: TextDocument, use: WordUse, from: number, limit: number): number {
  let to = from + 1;
  while (to < limit) {
    const step = stepOver(document, use, from, to);
    if (step === 0) break;
    to += step;
  }
  return Math.min(to, limit);
}

/** How many tokens at `to` go on with the run `from`..`to`; 0 ends it. */
function stepOver(document: TextDocument, use: WordUse, from: number, to: number): number {
  const token = document.tokens[to];
  if (token === undefined) return 0;
  if (token.text === '-' || token.text === '‑') return stepOverHyphen(document, use, from, to);
  if (isNameWord(document, use, to)) return 1;
  if (/^[IVX]{2,4}$/.test(token.text)) return 1;
  if (/^\p{L}/u.test(token.text)) return stepOverWord(document, use, from, to);
  return stepOverMark(document, use, from, to);
}

/** Ampersand, comma before "Inc", possessive ending, number of a numbered name. */
function stepOverMark(document: TextDocument, use: WordUse, from: number, to: number): number {
  const { tokens } = document;
  const mark = tokens[to]?.lower ?? '';
  if (mark === '&') return isNameWord(document, use, to + 1) ? 2 : 0;
  if (mark === ',') return /^(?:inc|jr|sr|ltd|llc)\.?$/.test(tokens[to + 1]?.lower ?? '') ? 2 : 0;
  if (mark === "'s") return stepOverPossessive(document, use, from, to);
  return /^\d{1,4}$/.test(mark) && NUMBERED.test(tokens[to - 1]?.lower ?? '') ? 1 : 0;
}

function stepOverPossessive(document: TextDocument, use: WordUse, from: number, to: number): number {
  const last = document.tokens[to - 1]?.lower ?? '';
  if (POSSESSIVE_NAMES.has(last) && from === to - 1) return 1;
  return OWNER.test(last) && isNameWord(document, use, to + 1) ? 2 : 0;
}

function stepOverHyphen(document: TextDocument, use: WordUse, from: number, to: number): number {
  const { tokens } = document;
  const hyphen = tokens[to];
  const last = tokens[to - 1];
  const next = tokens[to + 1];
  if (hyphen === undefined || last === undefined || next === undefined) return 0;
  if (hyphen.start !== last.end || next.start !== hyphen.end) return 0;
  if (isNameWord(document, use, to + 1)) return 2;
  if (/^\d+$/.test(next.text)) return /^\p{Lu}+$|^Covid$/u.test(last.text) ? 2 : 0;
  if (HYPHEN_SUFFIX.test(next.text)) return 0;
  const after = tokens[to + 2];
  if (after?.text === '-' && after.start === next.end && isNameWord(document, use, to + 3)) return 4;
  return to - from >= 2 && next.text.length <= 5 && /^\p{Ll}+$/u.test(next.text) ? 2 : 0;
}

function stepOverWord(document: TextDocument, use: WordUse, from: number, to: number): number {
  const { tokens } = document;
  const word = tokens[to]?.lower ?? '';
  const words = tokens.slice(from, to).map((token) => token.lower);
  const last = words.at(-1) ?? '';
  if (word === 'may') return hasCapital(tokens[to]) && FIRST_NAMES.has(last) ? 1 : 0;
  if (!bindsNext(word, words, tokens[to + 1]?.lower ?? '')) return stepOverParticles(document, use, to);
  const next = tokens[to + 1]?.lower === 'the' && (word === 'of' || word === 'for') ? to + 2 : to + 1;
  return isNameWord(document, use, next) ? next + 1 - to : 0;
}

/** True when this preposition or "and" joins the words of a name before it with a next one. */
function bindsNext(word: string, words: readonly string[], next: string): boolean {
  if (word === 'of') return OF_HEADS.has(words.at(-1) ?? '');
  if (word === 'for') return words.some((head) => FOR_HEADS.test(head));
  if (word === 'on') return ON_HEADS.test(words.at(-1) ?? '');
  return word === 'and' && joinsWithAnd(words, next);
}

function stepOverParticles(document: TextDocument, use: WordUse, to: number): number {
  const { tokens } = document;
  const next = tokens[to + 1];
  if (!PARTICLES.has(tokens[to]?.lower ?? '') || next === undefined) return 0;
  if (next.text === '-' && next.start === tokens[to]?.end) return isNameWord(document, use, to + 2) ? 3 : 0;
  if (isNameWord(document, use, to + 1)) return 2;
  return PARTICLES.has(next.lower) && isNameWord(document, use, to + 2) ? 3 : 0;
}

function joinsWithAnd(words: readonly string[], next: string): boolean {
  if (PLACES.has([...words, 'and', next].join(' '))) return true;
  return words.some((word) => AND_HEADS.test(word)) && words.some((word) => /^(?:of|for|on)$/.test(word));
}
