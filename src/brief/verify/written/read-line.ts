import type { Figure, Mention, Quote } from '../../../core/annotation.ts';
import { isInside, type Span } from '../../../core/span.ts';
import type { ReadWord, TextReading } from '../../../core/written.ts';
import { STOP_WORDS } from '../../../nlp/stop-words.ts';

/** How sure a text is of what a verb says; `open` where its form does not tell: "beat them to win". */
export type Mood = 'fact' | 'ahead' | 'possible' | 'duty' | 'if' | 'open';

/** A word of a line with what holds of it there. */
export interface LineWord extends ReadWord {
  /** Lower case, without possessive ending. */
  readonly norm: string;
  readonly isContent: boolean;
  readonly isNegated: boolean;
  readonly mood: Mood;
  /** In quotation marks, or reported as somebody's words. */
  readonly quote: Quote | null;
}

/** One sentence or passage, ready to be compared with another. */
export interface Line {
  readonly text: string;
  readonly words: readonly LineWord[];
  readonly figures: readonly Figure[];
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  readonly reading: TextReading;
  /** The text that all offsets are into. */
  readonly source: string;
}

const NEGATES = /^(?:not|n't|never|no|none|nobody|nothing|neither|nor|without|cannot|nowhere|absence)$/;
/** "No more than", "not only": nothing is denied. */
const NO_DENIAL = /^(?:more|less|fewer|later|longer|only|least)$/;
/** What a negation does not reach over. */
const BOUNDARY = /^(?:[,;:–—()]|but|that|which|who|because|when|while|whereas|if|although|though|until|and)$/;
/** A negation reaches so many words; measured on nothing, the longest of the demonstration press is 5. */
const REACH = 6;

function negatedPlaces(words: readonly ReadWord[]): boolean[] {
  const places = words.map(() => false);
  for (const [at, { lower }] of words.entries()) {
    // What somebody "has yet to" do is not done.
    const isYetTo = lower === 'yet' && words[at + 1]?.lower === 'to';
    if (!(NEGATES.test(lower) || isYetTo) || NO_DENIAL.test(words[at + 1]?.lower ?? '')) continue;
    let reach = 0;
    for (let i = at + 1; i < words.length && reach < REACH; i += 1) {
      const word = words[i]?.lower ?? '';
      if (BOUNDARY.test(word) || /^[.“”"]$/.test(word)) break;
      places[i] = true;
      reach += 1;
    }
  }
  return places;
}

const POSSIBLE = /^(?:may|might|could|possibly|perhaps|maybe)$/;
/** What can be may be so or not. */
const ABLE = /^(?:can|cannot)$/;
const AHEAD = /^(?:will|would|shall|'ll|wo|going)$/;
const DUTY = /^(?:must|should|ought)$/;
const IF = /^(?:if|unless|should|whether)$/;
/** What makes an infinitive something ahead. */
const PLANS =
  /^(?:is|are|was|were|be|due|expect\p{Ll}*|plan\p{Ll}*|promis\p{Ll}*|pledg\p{Ll}*|propos\p{Ll}*|ready|order\p{Ll}*|demand\p{Ll}*|ask\p{Ll}*|wants?|wanted|vow\p{Ll}*|offer\p{Ll}*|intend\p{Ll}*|declin\p{Ll}*|refus\p{Ll}*|agree\p{Ll}*|set|going|seek\p{Ll}*|appl\p{Ll}*|hop\p{Ll}*|permission|bid|prepared|preparing|willing|could|would|will|may)$/u;
const HELPING =
  /^(?:be|been|being|is|are|was|were|am|'s|'re|has|have|had|having|do|does|did|not|n't|also|then|still|soon|never|already|now|only|n’t|each|both|all|again|almost|[\p{L}]+ly)$/u;
/** How far before a verb its helping words may stand. */
const HELP_REACH = 6;

/** What a helping word makes of the verb behind it; null when it is silent about that. */
function moodOf(words: readonly ReadWord[], at: number): Mood | null {
  const lower = words[at]?.lower ?? '';
  if (POSSIBLE.test(lower)) return 'possible';
  if (ABLE.test(lower)) return 'open';
  if (AHEAD.test(lower)) return 'ahead';
  if (DUTY.test(lower)) return opensClause(words, at) ? 'if' : 'duty';
  return lower === 'to' ? infinitiveMood(words, at) : null;
}

function opensClause(words: readonly ReadWord[], at: number): boolean {
  return at === 0 || /^[,;]$/.test(words[at - 1]?.lower ?? '');
}

/** What the helping words before a verb make of it. */
function moodAt(words: readonly ReadWord[], at: number): Mood {
  for (let i = at - 1; i >= Math.max(0, at - HELP_REACH); i -= 1) {
    const mood = moodOf(words, i);
    if (mood !== null) return mood;
    if (!HELPING.test(words[i]?.lower ?? '')) break;
  }
  return isConditional(words, at) ? 'if' : 'fact';
}

function infinitiveMood(words: readonly ReadWord[], to: number): Mood {
  const before = words.slice(Math.max(0, to - 4), to);
  return before.some(({ lower }) => PLANS.test(lower)) ? 'ahead' : 'open';
}

function isConditional(words: readonly ReadWord[], at: number): boolean {
  for (let i = at - 1; i >= 0; i -= 1) {
    const lower = words[i]?.lower ?? '';
    if (/^[,;:.]$/.test(lower)) return false;
    if (IF.test(lower) && (lower !== 'should' || opensClause(words, i))) return true;
  }
  return false;
}

/** Words without a part of speech that says something: "near" and "ago" are none of the stop list. */
const CONTENT_TAGS = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN', 'NUM']);

function isContentWord({ tag, lower, text }: ReadWord): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || STOP_WORDS.has(lower) || lower.length < 2) return false;
  return tag === '' || CONTENT_TAGS.has(tag);
}

/** The words and annotations of one span of a text that was read. */
export function readLine(source: string, reading: TextReading, span: Span, quotes: readonly Quote[]): Line {
  const words = reading.words.filter((word) => isInside(word, span));
  const negated = negatedPlaces(words);
  const inside = quotes.filter(({ content }) => content.start < span.end && content.end > span.start);
  return {
    text: source.slice(span.start, span.end),
    words: words.map((word, at): LineWord => {
      return {
        ...word,
        norm: word.lower.replace(/['’]s?$|\.$/, ''),
        isContent: isContentWord(word),
        isNegated: negated[at] ?? false,
        mood: moodAt(words, at),
        quote: inside.find(({ content }) => isInside(word, content)) ?? null,
      };
    }),
    figures: reading.figures.filter((figure) => isInside(figure, span)),
    mentions: reading.mentions.filter((mention) => isInside(mention, span)),
    quotes: inside,
    reading,
    source,
  };
}
