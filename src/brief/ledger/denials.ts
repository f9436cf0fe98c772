import { quotedWords, stemsOfWords } from '../sentence-words.ts';
import type { ClaimGroup } from './claims.ts';
import { isInCopy, outletOf, type StoryIndex, type StorySentence } from './story-sentence.ts';
import type { WorkingContradiction } from './working-contradiction.ts';

const WHAT_IS_SAID =
  '(?:the |these |those |any |all )?(?:claims?|allegations?|accusations?|reports?|suggestions?|idea|notion|charges?)';
/** "Denied any wrongdoing", "rejected the allegation that …": who says that what others say is not so. */
const DENIES = new RegExp(
  `\\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed)|(?:reject|dismiss|disput)(?:s|es|ed) ${WHAT_IS_SAID})\\b`,
  'i',
);
/** "Denied bail", "could not deny", "was denied entry": refused, or not denied at all. */
const NO_DENIAL =
  /\b(?:not|n['’]t|never|neither|cannot|to|or|nor)\s+(?:confirm(?:ed)? (?:n?or )?)?den(?:y|ied|ying)\b|\b(?:was|were|been|being|be|are|is) denied\b|\bden(?:ied|ies|y|ying) (?:\w+ ){0,3}(?:bail|entry|access|visas?|requests?|petitions?|appeals?|motions?|permission|asylum|benefits|coverage|service|rights?|permits?|applications?)\b/i;
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
  const match = NO_DENIAL.test(text) ? null : DENIES.exec(text);
  if (match === null) return null;
  const clause = text.slice(match.index + match[0].length).split(CLAUSE)[0] ?? '';
  const stems = [...stemsOfWords(quotedWords(clause))].filter((one) => !OF_DENIAL.test(one));
  return stems.length < LEAST_DENIED ? null : new Set(stems);
}

/** True when a sentence says something as something that is so, and does not only judge or look ahead. */
function saysSo(sentence: StorySentence): boolean {
  if (sentence.role === 'evaluation' || sentence.role === 'expectation') return false;
  return !sentence.negated && !DENIES.test(sentence.text) && !/\?["”]?$/.test(sentence.text.trim());
}

function surnameOf({ holderKey }: StorySentence): string {
  return holderKey.slice(holderKey.lastIndexOf(' ') + 1);
}

/** Finds the best wordings of claims that say what is denied, by an index over their stems that is made when first asked. */
function createAssertions(
  claims: readonly ClaimGroup[],
): (denied: ReadonlySet<string>) => readonly StorySentence[] {
  let byStem: Map<string, StorySentence[]> | null = null;
  const indexed = (): Map<string, StorySentence[]> => {
    const made = new Map<string, StorySentence[]>();
    for (const { wordings } of claims)
      for (const stem of wordings[0]?.stems ?? []) {
        const known = made.get(stem);
        if (known === undefined) made.set(stem, wordings.slice(0, 1));
        else known.push(...wordings.slice(0, 1));
      }
    return made;
  };
  return (denied) => {
    byStem ??= indexed();
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
  const assertions = createAssertions(claims);
  const found: WorkingContradiction[] = [];
  for (const group of claims) {
    const denying = group.wordings.filter((one) => !isInCopy(index, one) && one.isHolderNamed);
    const [first] = denying;
    const denied = first === undefined ? null : deniedStems(first.text);
    if (first === undefined || denied === null) continue;
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
