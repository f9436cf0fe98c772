import { type TaggedToken, wordSet } from '../text-document.ts';

export interface VerbForms {
  readonly tense: 'none' | 'future' | 'bare' | 'past' | 'present' | 'mixed';
  readonly aspects: ReadonlySet<string>;
}

const MODALS = wordSet('would could should may might can must ca');
const FUTURE = wordSet("will 'll wo shall");
const HAVE = wordSet("has have 've having");
const BE = wordSet("is are was were be been being 's 're am 'm");
const PAST_BE = wordSet('was were');
const PRESENT = wordSet("is are am has have do does 's 're 've 'm say want need think know believe");
const PAST =
  wordSet(`was were had did went came took made won lost left led told met began said saw got gave found held fell
rose grew ran spoke wrote became sent kept brought thought knew stood put set cut shot built felt spent`);
/** Characters between an auxiliary and the verb it belongs to. */
const NEAR = 12;

/** Tense and aspect of the outlet's own words; of the quoted ones where all is quoted. English only. */
export function verbForms(tokens: readonly TaggedToken[], inside: readonly boolean[]): VerbForms {
  const own = tokens.filter((token, at) => inside[at] !== true && isVerb(token));
  const verbs = own.length > 0 ? own : tokens.filter(isVerb);
  const aspects = new Set<string>();
  for (const [at, { lower, end }] of verbs.entries()) {
    const next = verbs[at + 1];
    if (FUTURE.has(lower)) aspects.add('future');
    else if (MODALS.has(lower)) aspects.add('modal');
    if (next !== undefined && next.start - end < NEAR) addAspects(aspects, lower, next.lower);
  }
  const past = verbs.filter(isPast).length;
  const present = verbs.filter((verb) => !isPast(verb) && isPresent(verb)).length;
  return { tense: tenseOf(verbs.length, aspects.has('future'), past, present), aspects };
}

function isPast({ lower }: TaggedToken): boolean {
  return PAST.has(lower) || lower.endsWith('ed');
}

function isPresent({ lower }: TaggedToken): boolean {
  return PRESENT.has(lower) || (lower.endsWith('s') && lower.length > 3);
}

function addAspects(aspects: Set<string>, auxiliary: string, verb: string): void {
  if (auxiliary === 'had') aspects.add('past-perfect');
  if (HAVE.has(auxiliary)) aspects.add('perfect');
  if (!BE.has(auxiliary)) return;
  if (verb.endsWith('ing')) aspects.add('progressive');
  else aspects.add(PAST_BE.has(auxiliary) ? 'passive-past' : 'passive');
}

function tenseOf(verbs: number, future: boolean, past: number, present: number): VerbForms['tense'] {
  if (verbs === 0) return 'none';
  if (future) return 'future';
  if (past === 0) return present === 0 ? 'bare' : 'present';
  return present === 0 ? 'past' : 'mixed';
}

function isVerb({ tag }: TaggedToken): boolean {
  return tag === 'VERB' || tag === 'AUX';
}
