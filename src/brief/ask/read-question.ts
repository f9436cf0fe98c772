import { STOP_WORDS } from '../../nlp/stop-words.ts';
import { tokenise } from '../../nlp/tokens.ts';
import { wordKeys } from './word-families.ts';

/** What has to be in a sentence for it to answer. */
export type AnswerKind =
  /** A number of something. */
  | 'count'
  /** Any figure: money, a share, a measure. */
  | 'amount'
  | 'when'
  | 'where'
  | 'who'
  /** A body, firm, team or country. */
  | 'body'
  | 'why'
  /** What somebody or something is. */
  | 'description'
  /** What somebody said. */
  | 'said'
  /** Whatever has all the words. */
  | 'statement';

export interface QuestionTerm {
  /** Lower case. */
  readonly word: string;
  readonly keys: readonly string[];
  /** Written with a capital: it names somebody or something. */
  readonly isName: boolean;
}

/** A question taken apart. */
export interface ReadQuestion {
  readonly kind: AnswerKind;
  /** Words that an answer has to be about, without those that only ask. */
  readonly terms: readonly QuestionTerm[];
  /** What is to be counted ("people", "bronzes"); null when nothing is. */
  readonly counted: string | null;
  /** True when it asks for what is to come. */
  readonly isAhead: boolean;
}

/** Words of questions that no answer has to repeat. */
const ASKING: ReadonlySet<string> = new Set(
  `people person persons anyone anybody someone happen happened happening exactly name names called reported reportedly currently
  latest total number amount many much kind sort type say says said think there get got take place next still yet ever actually
  reason cause caused causes explain tell please did does will would`.split(/\s+/),
);
const TIME_WORDS = new Set('day days date time year month week hour'.split(' '));
const PLACE_WORDS = new Set('place city town country location region'.split(' '));
const BODY_WORDS = new Set(
  'company firm organisation organization party team club bank agency union group newspaper body authority'.split(
    ' ',
  ),
);
const AUXILIARY = new Set(
  `is are was were be been has have had do does did will would can could may might must should of in on at from to by after
  during that who which`.split(/\s+/),
);
/** Longest noun group between "how many" and its verb: "how many Talvian port workers". */
const MAX_COUNTED_WORDS = 4;

type Pattern = readonly [RegExp, AnswerKind];
const PATTERNS: readonly Pattern[] = [
  [/^(?:by |in |at |on |to |since |until |from |for )?how many\b/, 'count'],
  [/^what (?:is|was|are|were) the (?:number|death toll|toll)\b/, 'count'],
  [
    /^(?:by |for |at )?how (?:much|large|big|high|low|long|old|far|fast|deep|heavy|tall|strong|expensive)\b/,
    'amount',
  ],
  [
    /^what (?:percentage|share|proportion|price|amount|age|sum|rate)\b|^at what (?:price|rate|age)\b/,
    'amount',
  ],
  [
    /^(?:since |until |from |by )?(?:when|what time|(?:what|which) (?:day|date|year|month|week))\b|^(?:on|in|at) (?:what|which) (?:day|date|year|month|week|time)\b/,
    'when',
  ],
  [
    /^(?:from )?where\b|^(?:in |to |from |at )?(?:what|which) (?:place|city|town|country|location|region)\b/,
    'where',
  ],
  [/^what did .+ (?:say|tell|announce|warn)\b/, 'said'],
  [
    /^why\b|^what (?:caused|led to|triggered|prompted|(?:is|was|are|were) the (?:cause|reason|causes|reasons))\b|^for what reason\b|^how come\b/,
    'why',
  ],
  [/^(?:for |to |with |by )?(?:who|whom|whose)\b/, 'who'],
  [
    /^(?:by |for |in |to |at )?(?:what|which) (?:company|firm|organi[sz]ation|party|team|club|bank|agency|union|group|newspaper|body|authority)\b/,
    'body',
  ],
];
/** "Who is X?", "What is the X?", with nothing said of it but its name. */
const DESCRIPTION =
  /^(?:who|what)(?: is| are| was| were|['’]s) (?:the |a |an )?((?:[\p{L}\p{N}.'’&-]+ ?){1,5})\??$/iu;

function kindOf(text: string): AnswerKind {
  const lower = text.toLowerCase();
  const described = DESCRIPTION.exec(text)?.[1]?.trim();
  if (described !== undefined && isBareName(described)) return 'description';
  return PATTERNS.find(([pattern]) => pattern.test(lower))?.[1] ?? 'statement';
}

/** A name, or one or two plain nouns: "Greta Lindqvaern", "phenol", "Article 5"; not "coach of Port Aldane". */
function isBareName(text: string): boolean {
  const words = text.split(' ');
  if (words.some((word) => AUXILIARY.has(word.toLowerCase()))) return false;
  return words.length <= 2 || words.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

function countedNoun(words: readonly string[]): string | null {
  const at = words.findIndex((word, i) => word === 'many' && words[i - 1] === 'how');
  if (at < 0) return words.includes('toll') ? 'toll' : null;
  const group = words.slice(at + 1, at + 1 + MAX_COUNTED_WORDS);
  const end = group.findIndex((word) => AUXILIARY.has(word));
  return (end > 0 ? group[end - 1] : group[0]) ?? null;
}

function typeWords(kind: AnswerKind): ReadonlySet<string> {
  if (kind === 'when') return TIME_WORDS;
  if (kind === 'where') return PLACE_WORDS;
  return kind === 'body' ? BODY_WORDS : new Set();
}

/** Takes a question apart. Null when it has no word that an answer could be about. */
export function readQuestion(text: string): ReadQuestion | null {
  const question = text.replace(/\s+/g, ' ').trim();
  const kind = kindOf(question);
  const tokens = tokenise(question);
  const idle = typeWords(kind);
  const terms = tokens.flatMap(({ norm, start, end }, i): QuestionTerm[] => {
    const word = norm.replace(/['’]s$/, '');
    const isName = i > 0 && /^\p{Lu}/u.test(question.slice(start, end));
    if (STOP_WORDS.has(word) || (!isName && (ASKING.has(word) || idle.has(word)))) return [];
    if (word.length < 2 && !/\d/.test(word)) return [];
    return [{ word, keys: wordKeys(word), isName }];
  });
  if (terms.length === 0) return null;
  const lower = question.toLowerCase();
  return {
    kind,
    terms,
    counted: kind === 'count' ? countedNoun(tokens.map(({ norm }) => norm)) : null,
    isAhead: /\b(?:will|going to|next|expected to|due)\b/.test(lower),
  };
}
