import { isAttitudeVerb, isReportingVerb } from '../reporting-verbs.ts';
import { type TaggedToken, wordSet } from '../text-document.ts';

/** The words of a sentence that say that somebody speaks. */
export interface SpeechCue {
  readonly verb: string;
  /** A verb of saying, against one of thinking or judging. */
  readonly strong: boolean;
  /** Before what is said, after it, or between. */
  readonly place: 'start' | 'middle' | 'end';
  readonly speaker: 'pronoun' | 'name' | 'noun' | 'other';
  /** The word that stands for the speaker, lower case; empty for a name. */
  readonly head: string;
  /** Where that word stands in the text; -1 without one. */
  readonly at: number;
}

type Speaker = Pick<SpeechCue, 'speaker' | 'head' | 'at'>;

const PRONOUNS = wordSet('he she they i we it who');
const NOBODY: Speaker = { speaker: 'other', head: '', at: -1 };
/** Tokens from the verb within which its subject is looked for. */
const BEFORE = 4;
const AFTER = 6;

/** The last verb of saying outside quotation marks, or one of thinking where there is none. */
export function findSpeechCue(tokens: readonly TaggedToken[], inside: readonly boolean[]): SpeechCue | null {
  let best: SpeechCue | null = null;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || inside[at] === true) continue;
    const according = token.lower === 'according' && tokens[at + 1]?.lower === 'to';
    const strong = according || (token.tag === 'VERB' && isReportingVerb(token.lower));
    if (!strong && (best !== null || token.tag !== 'VERB' || !isAttitudeVerb(token.lower))) continue;
    const speaker = according ? speakerAfter(tokens, at + 2) : speakerOf(tokens, at);
    best = { verb: token.lower, strong, place: placeOf(at, tokens.length), ...speaker };
    if (strong) return best;
  }
  return best;
}

function placeOf(at: number, count: number): SpeechCue['place'] {
  if (at < 12 && at < count / 2) return 'start';
  return at > count - 14 ? 'end' : 'middle';
}

/** The nearest name, noun or pronoun before the verb, else what follows it ("said a spokesman"). */
function speakerOf(tokens: readonly TaggedToken[], verb: number): Speaker {
  for (let at = verb - 1; at >= 0 && at >= verb - BEFORE; at -= 1) {
    const token = tokens[at];
    if (token === undefined || /^[,"”“]$/.test(token.lower)) break;
    const found = asSpeaker(token);
    if (found !== null) return found;
  }
  return speakerAfter(tokens, verb + 1);
}

/** The last of the first run of names and nouns: "the interior ministry spokesman". */
function speakerAfter(tokens: readonly TaggedToken[], from: number): Speaker {
  let last: Speaker | null = null;
  for (let at = from; at < tokens.length && at < from + AFTER; at += 1) {
    const found = asSpeaker(tokens[at] as TaggedToken);
    if (last !== null && found === null) break;
    last = found ?? last;
  }
  return last ?? NOBODY;
}

function asSpeaker({ lower, tag, start }: TaggedToken): Speaker | null {
  if (PRONOUNS.has(lower)) return { speaker: 'pronoun', head: lower, at: start };
  if (tag === 'PROPN') return { speaker: 'name', head: '', at: start };
  if (tag === 'NOUN') return { speaker: 'noun', head: lower, at: start };
  return null;
}
