import { quotedWords, stemsOfWords } from '../sentence-words.ts';
import type { ClaimGroup } from './claims.ts';
import { denialIn } from './denial-cues.ts';
import { isInCopy, outletOf, type StoryIndex, type StorySentence } from './story-sentence.ts';
import type { WorkingContradiction } from './working-contradiction.ts';

/** Words of every denial, which do not say what is denied. */
const OF_DENIAL =
  /^(?:claim|alleg|accus|report|charg|suggest|wrongdo|deni|deny|reject|refut|dismiss|disput|ever|repeatedli|strongli|categor)/;
const CLAUSE = /[,;.:—–]|\b(?:but|and|saying|after|when|while|as)\b/;
/** Fewer words than this do not say what is denied. */
const LEAST_DENIED = 3;
/** Share of the words of what is denied that the asserting sentence has. */
const ASSERTED = 0.7;
const MAX_DENIALS = 2;

/** What a sentence denies, as stems; null when it denies nothing that can be told. */
function deniedStems(text: string): ReadonlySet<string> | null {
  const denial = denialIn(text);
  if (denial === null) return null;
  const clause = text.slice(denial).split(CLAUSE)[0] ?? '';
  const stems = [...stemsOfWords(quotedWords(clause))].filter((one) => !OF_DENIAL.test(one));
  return stems.length < LEAST_DENIED ? null : new Set(stems);
}

/** True when a sentence says something as something that is so, and does not only judge or look ahead. */
function saysSo(sentence: StorySentence): boolean {
  if (sentence.role === 'evaluation' || sentence.role === 'expectation') return false;
  return !sentence.negated && !sentence.traits.has('denies') && !/\?["”]?$/.test(sentence.text.trim());
}

function surnameOf({ holderKey }: StorySentence): string {
  return holderKey.slice(holderKey.lastIndexOf(' ') + 1);
}

/** A claim by which somebody denies something. */
interface Denial {
  readonly group: ClaimGroup;
  readonly first: StorySentence;
  readonly denied: ReadonlySet<string>;
}

function denialOf(index: StoryIndex, group: ClaimGroup): Denial | null {
  const first = group.wordings.find((one) => isDenying(index, one));
  const denied = first?.traits.has('denies') ? deniedStems(first.text) : null;
  return first === undefined || denied === null ? null : { group, first, denied };
}

function isDenying(index: StoryIndex, sentence: StorySentence): boolean {
  return sentence.isHolderNamed && !isInCopy(index, sentence);
}

/** Finds the best wordings of claims that say what is denied, by an index over the words that any denial is about. */
function createAssertions(
  claims: readonly ClaimGroup[],
  all: readonly Denial[],
): (denied: ReadonlySet<string>) => StorySentence[] {
  const byStem = new Map<string, StorySentence[]>();
  for (const { denied } of all) for (const stem of denied) byStem.set(stem, []);
  if (byStem.size > 0)
    for (const { wordings } of claims) {
      const [sentence] = wordings;
      if (sentence !== undefined) for (const stem of sentence.stems) byStem.get(stem)?.push(sentence);
    }
  return (denied) => {
    const shared = new Map<StorySentence, number>();
    for (const stem of denied)
      for (const sentence of byStem.get(stem) ?? []) shared.set(sentence, (shared.get(sentence) ?? 0) + 1);
    return [...shared]
      .filter(([sentence, count]) => count >= ASSERTED * denied.size && saysSo(sentence))
      .map(([sentence]) => sentence);
  };
}

/** "what Varga denies", "what officials of the ministry deny". */
function whatIsDenied(holder: string): string {
  const isMany = /(?:^|\s)\p{Ll}+s$/u.test(holder);
  return `what ${holder.replace(/^The (?=\p{Ll})/u, 'the ')} ${isMany ? 'deny' : 'denies'}`;
}

/** What somebody is reported to deny and other outlets report as said or so; the best supported first. */
export function denials(index: StoryIndex, claims: readonly ClaimGroup[]): WorkingContradiction[] {
  const all = claims.flatMap((group) => denialOf(index, group) ?? []);
  const assertions = createAssertions(claims, all);
  const found: WorkingContradiction[] = [];
  for (const { group, first, denied } of all) {
    const denying = group.wordings.filter((one) => isDenying(index, one));
    const outlets = new Set(denying.map((one) => outletOf(index, one)));
    const asserting = assertions(denied)
      .filter(
        (one) =>
          !isInCopy(index, one) && !outlets.has(outletOf(index, one)) && surnameOf(one) !== surnameOf(first),
      )
      .sort((a, b) => b.centrality - a.centrality || a.id - b.id)
      .slice(0, 2);
    if (asserting.length === 0) continue;
    const toSource = (sentence: StorySentence) => ({ sentence, focus: null });
    found.push({
      kind: 'denial',
      what: whatIsDenied(first.holder ?? ''),
      sides: [
        { label: 'said', sources: asserting.map(toSource) },
        { label: 'denied', sources: denying.map(toSource) },
      ],
    });
    if (found.length >= MAX_DENIALS) break;
  }
  return found;
}
