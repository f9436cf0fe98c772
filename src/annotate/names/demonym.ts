import type { TextDocument } from '../text-document.ts';
import { wordSet } from '../text-document.ts';
import { FIRST_NAMES } from './name-lexicon.ts';
import { NATIONALITIES, PLACES } from './place-lexicon.ts';
import type { NameRange } from './split-run.ts';

/** In the list of nationalities for the sake of longer names, but by themselves a part of the world or a party. */
const NOT_DEMONYMS = wordSet(
  'western eastern northern southern north south east west labour conservatives republicans democrats tory liberals socialists medicaid caribbean',
);
const PREFIXES = wordSet(
  'anglo franco sino russo indo greco turco luso afro euro austro serbo pro anti ex non mainly north south east west northern southern eastern western new saudi sri puerto costa trans pan',
);
const ENDING = /(?:ese|[^rst]ians?|eans?|[dlnt]ish|iotes?)$/;

/** True for an adjective or noun of origin, people or creed standing by itself: "Russian", "South Koreans", "Franco-German". */
export function isDemonym(document: TextDocument, { from, to, title }: NameRange): boolean {
  if (title !== null || to - from > 4) return false;
  let found = false;
  for (let at = from; at < to; at += 1) {
    const word = document.tokens[at]?.lower ?? '';
    if (word === '-' || PREFIXES.has(word)) continue;
    if (NATIONALITIES.has(word) && !NOT_DEMONYMS.has(word)) found = true;
    else if (to - from === 1) return endsLikeOne(document, from);
    else return false;
  }
  return found;
}

/** "Zanzibari"s cousins the list does not know: an ending of that kind right before what it qualifies. */
function endsLikeOne(document: TextDocument, at: number): boolean {
  const word = document.tokens[at]?.lower ?? '';
  const next = document.tokens[at + 1];
  if (!ENDING.test(word) || FIRST_NAMES.has(word) || PLACES.has(word)) return false;
  return next !== undefined && /^\p{Ll}/u.test(next.text) && /^(?:NOUN|ADJ)$/.test(next.tag);
}
