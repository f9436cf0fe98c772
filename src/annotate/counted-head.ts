import { outcome } from './counted-outcome.ts';
import type { TaggedToken } from './text-document.ts';

interface HeadNoun {
  readonly noun: string | null;
  readonly next: number;
}

/** The noun that the words behind a number have for their head, lower case, and the index of the token behind it. */
export function headNoun(tokens: readonly TaggedToken[]): HeadNoun {
  let run = nounRun(tokens, skipAttributes(tokens, 0));
  // "A tenth of the nation's power", "40 percent of the region's 1,250 doctors": what is owned is the head.
  if (/^['’]s?$/.test(tokens[run.next]?.text ?? ''))
    run = nounRun(tokens, skipAttributes(tokens, run.next + 1));
  const noun = run.noun ?? pluralAt(tokens, run.next) ?? groupName(tokens[run.next - 1]);
  const first = tokens[0]?.lower ?? '';
  return { noun: noun ?? (run.next === 0 ? outcome(first) : null), next: run.next };
}

/** The nouns that stand together from a token on, the last of them as the head. */
function nounRun(tokens: readonly TaggedToken[], from: number): HeadNoun {
  let noun: string | null = null;
  let index = from;
  while (isNounPart(tokens, index)) {
    noun = tokens[index]?.lower ?? null;
    index += 1;
    const name = joinedName(tokens, index);
    if (name !== null) return name;
    if (tokens[index]?.text === '-') index += isParticiple(tokens[index + 1]) ? 2 : 1;
    else if (noun !== null && endsPhrase(noun)) break;
  }
  return { noun, next: index };
}

function skipAttributes(tokens: readonly TaggedToken[], from: number): number {
  let index = from;
  while (index < from + 5 && index < tokens.length && isSkipped(tokens[index], tokens[index + 1])) index += 1;
  return index;
}

/** A plural is the head, unless it is one that stands before other nouns. */
function endsPhrase(noun: string): boolean {
  return /^(?:people|children|men)$/.test(noun) || (/[^s]s$/.test(noun) && !PLURAL_ATTRIBUTE.test(noun));
}

/** "13 coroner-led teams": up to the participle it is an attribute. */
function isParticiple(token: TaggedToken | undefined): boolean {
  return /^(?:VERB|ADJ)$/.test(token?.tag ?? '');
}

/** "24 high-profile Russians": a name right behind a joined word is the head. */
function joinedName(tokens: readonly TaggedToken[], index: number): HeadNoun | null {
  const at = tokens[index]?.text === '-' ? index + (isParticiple(tokens[index + 1]) ? 2 : 1) : index;
  const isJoined = at > index || tokens[index - 2]?.text === '-';
  const name = tokens[at];
  return isJoined && name?.tag === 'PROPN' ? { noun: name.lower, next: at + 1 } : null;
}

/** "12 rebounds", "calls went unanswered": a plural that the tagger took for a verb. */
function pluralAt(tokens: readonly TaggedToken[], index: number): string | null {
  const token = tokens[index];
  if (token?.tag !== 'VERB' || !/[^s]s$/.test(token.lower) || token.lower === 'was') return null;
  return /^(?:NOUN|PRON|DET|PROPN|NUM)$/.test(tokens[index + 1]?.tag ?? '') ? null : token.lower;
}

/** Plurals that stand before another noun; behind any other the next word is a verb ("voters favor rights"). */
const PLURAL_ATTRIBUTE =
  /^(?:arms|sports|news|sales|weapons|jobs|veterans|rights|savings|systems|operations|communications|drugs|goods|customs|appeals|services|elections|intelligence|materials|relations|economics|politics|athletics|parks|metals|minutes|women|plastics|fisheries|textbooks|securities|emissions|works|christmas|gas|bus|campus|business|crisis|process|access|express|class|press)$/;

/** Behind a number these are no nouns, whatever the tagger says: "nearly 2 million cast", "10 each". */
const NO_HEAD = /^(?:cast|each|apart|strong|today|yesterday|tomorrow|tonight|%|s)$/;

/** "72,000 overdose deaths": a noun before a plural that the tagger took for a verb. */
function isMistaken(token: TaggedToken, next: TaggedToken): boolean {
  return (
    /[^s]s$/.test(next.lower) &&
    !/^(?:left|came|went|took|made|said|had|gave|won|lost|got|fled|died|saw|ran|face|faces|need|needs|have|has|met)$/.test(
      token.lower,
    )
  );
}

const COLLECTIVE =
  /^(?:public|elderly|poor|young|unemployed|homeless|uninsured|jobless|chinese|japanese|british|french|irish|dutch|spanish|swiss)$/;

/** "60 Russians", "the four liberals": a people or camp, which the tagger takes for a name or an adjective. */
function groupName(token: TaggedToken | undefined): string | null {
  if (token === undefined || !/^(?:PROPN|ADJ)$/.test(token.tag)) return null;
  const isGroup = (/[^s'’]s$/.test(token.lower) && token.text.length > 4) || COLLECTIVE.test(token.lower);
  return isGroup ? token.lower : null;
}

function isNounPart(tokens: readonly TaggedToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.tag !== 'NOUN' || !/^\p{L}/u.test(token.text)) return false;
  return !NO_HEAD.test(token.lower) && !token.lower.startsWith('http');
}

function isSkipped(token: TaggedToken | undefined, next: TaggedToken | undefined): boolean {
  if (token === undefined || outcome(token.lower) !== null) return false;
  if (token.tag === 'ADJ' || token.tag === 'PROPN' || token.tag === 'NUM') return true;
  // "31 offshore accounts".
  if (token.tag === 'ADV' && /^(?:NOUN|ADJ)$/.test(next?.tag ?? '')) return true;
  if (token.lower === 'out') return next?.lower === 'of';
  if (/^(?:of|the|its|his|her|their|our|other|others|more|all|these|those|some|extra|-)$/.test(token.lower))
    return true;
  if (token.tag !== 'VERB' || next?.tag !== 'NOUN')
    return /^(?:known|held)$/.test(token.lower) && next?.tag === 'ADJ';
  return /(?:ed|ing|known|held|built|made|led|run|owned)$/.test(token.lower) || isMistaken(token, next);
}
