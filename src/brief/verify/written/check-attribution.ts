import type { Quote } from '../../../core/annotation.ts';
import { isInside, type Span } from '../../../core/span.ts';
import type { WrittenReason } from '../../../core/written.ts';
import { contentOf, namesOfSpeaker, sharesWord } from './check-speech.ts';
import { type Evidence, type EvidenceLine, speakerWords } from './evidence.ts';
import type { LineWord } from './read-line.ts';
import { meansSame, phraseSense } from './word-senses.ts';
import { isOutletWord, isSameWord, matchesOf, type WrittenCheck, type WrittenLine } from './written-line.ts';

/** Words of a statement that its passages have only in somebody's mouth: with so many of them it is that somebody's. */
const SPOKEN_SHARE = 0.6;
const LEAST_WORDS = 2;

/** Verbs of holding something to be so: what follows is whoever's they are. */
const HOLDS = /^(?:expects?|forecasts?|predicts?|thinks?|believes?|hopes?|fears?|wants?|estimates?)$/;

/** What is looked into or told of only. */
const RUMOURED = /\b(?:reports?|claims?|allegations?|rumours?|suggestions?) that\b|\bwhether\b/;
const SAYS_RUMOURED =
  /\b(?:report\p{Ll}*|claims?|alleg\p{Ll}*|rumour\p{Ll}*|suggestion\p{Ll}*|whether|if|den(?:y|ies|ied)|ask\p{Ll}*)\b/iu;

/** What a passage has as a report or a question only is not told as said or so. */
function rumoured(spoken: readonly Spoken[], written: WrittenLine, matched: number): WrittenReason[] {
  const behind = spoken.filter(({ found }) =>
    found.every(({ line, word }) => RUMOURED.test(line.source.slice(line.passage.start, word.start))),
  );
  if (
    behind.length < LEAST_WORDS ||
    behind.length < SPOKEN_SHARE * matched ||
    SAYS_RUMOURED.test(written.source)
  )
    return [];
  return [{ code: 'attribution', message: 'The claims have this as a report or a question only.' }];
}

/** True for a word that stands behind such a verb. */
function isHeld(line: EvidenceLine, { start }: LineWord): boolean {
  return line.words.some(({ lower, tag, end }) => HOLDS.test(lower) && tag === 'VERB' && end <= start);
}

/** What passages have from somebody is not told as a fact: whoever says it is named. */
export const checkAttribution: WrittenCheck = (written, evidence) => {
  const cuts = [...written.source.matchAll(/;|, (?=while|whereas|but\b)/g)].map(({ index }) => index);
  const parts = [...cuts, written.source.length].map((end, i) => ({ start: cuts[i - 1] ?? 0, end }));
  return parts.flatMap((part) => checkPart(written, evidence, part)).slice(0, 1);
};

function checkPart(written: WrittenLine, evidence: Evidence, part: Span): WrittenReason[] {
  const words = written.words.filter(
    (word) => word.isContent && !isOutletWord(written, word) && word.tag !== 'PROPN' && isInside(word, part),
  );
  const matched = words
    .map((word) => ({ word, found: matchesOf(word, evidence) }))
    .filter(({ found }) => found.length > 0);
  const asked = rumoured(matched, written, matched.length);
  if (asked.length > 0) return asked;
  const spoken = matched.filter(({ found }) =>
    found.every(({ line, word }) => word.quote !== null || isHeld(line, word)),
  );
  const isOpinion = spoken.some(({ found }) => found.every(({ line, word }) => isHeld(line, word)));
  if (isOpinion && written.words.some(({ norm }) => isExpecting(norm))) return [];
  // A paper that is named answers for what it reports; that it does is another check's matter.
  if (written.outlets.length > 0 || isSaidByPronoun(written)) return [];
  if (spoken.length < LEAST_WORDS || spoken.length < SPOKEN_SHARE * matched.length) return [];
  const quotes = likeliest(
    spoken.flatMap(({ found }) =>
      found.flatMap(({ line, word }) => (word.quote === null ? [] : [{ line, quote: word.quote }])),
    ),
  );
  const own = contentOf(written.text);
  const credited = written.quotes.flatMap(({ speaker }) =>
    speaker === null ? [] : contentOf(written.source.slice(speaker.start, speaker.end)),
  );
  const isNamed = quotes.some(({ line, quote }) =>
    sharesWord(
      credited,
      line.words.filter((word) => word.quote !== quote).map(({ norm }) => norm),
    ),
  );
  const isCredited =
    isNamed ||
    quotes.some(({ line, quote }) => isDeed(written, own, line, quote, evidence)) ||
    (hasCue(written) && isHolderNamed(own, spoken)) ||
    (hasCue(written) &&
      quotes.some(({ line, quote }) => {
        const names = namesOfSpeaker(line, quote, evidence).filter(
          (name) =>
            !evidence.lines.some((one) =>
              one.words.some((word) => word.quote === quote && word.norm === name),
            ),
        );
        return names.length === 0 || sharesWord(own, names);
      }));
  return isCredited
    ? []
    : [{ code: 'attribution', message: `Say whose words these are: ${speakersOf(quotes)}.` }];
}

/** "She called off the strike" is what she does, not only what she says: that she does it is told of her in other words. */
function isDeed(
  written: WrittenLine,
  own: readonly string[],
  line: EvidenceLine,
  quote: Quote,
  evidence: Evidence,
): boolean {
  const { cue } = quote;
  if (cue === null || !sharesWord(own, namesOfSpeaker(line, quote, evidence))) return false;
  const at = line.words.findIndex(({ start }) => start === cue.start);
  const verb = line.words[at];
  if (verb === undefined || SAYS.test(verb.lower)) return false;
  const phrase = phraseSense(line.words, at);
  return written.words.some(
    ({ norm, isContent }) =>
      isContent && (isSameWord(norm, verb.norm) || (phrase !== null && meansSame(norm, phrase))),
  );
}

/** Verbs of saying alone. */
const SAYS = /^(?:said|says?|saying|told|tells?|added|adds?|noted?|notes|asked|asks?|wrote|writes?)$/;

interface Quoting {
  readonly line: EvidenceLine;
  readonly quote: Quote;
}

/** Of all quotations that have some of the words, those that have most of them. */
function likeliest(found: readonly Quoting[]): Quoting[] {
  const groups = [...Map.groupBy(found, ({ quote }) => quote).values()];
  const most = Math.max(0, ...groups.map(({ length }) => length));
  return groups.filter(({ length }) => length === most).flatMap(([first]) => first ?? []);
}

interface Spoken {
  readonly found: readonly { readonly line: EvidenceLine; readonly word: LineWord }[];
}

/** Whoever expects or wants it in a passage stands before that verb, and is named in the statement. */
function isHolderNamed(own: readonly string[], spoken: readonly Spoken[]): boolean {
  return spoken.some(({ found }) =>
    found.some(({ line }) => {
      const verb = line.words.find(({ lower, tag }) => HOLDS.test(lower) && tag === 'VERB');
      if (verb === undefined) return false;
      const before = line.words.filter(({ end, isContent }) => isContent && end <= verb.start).slice(-4);
      return sharesWord(
        own,
        before.map(({ norm }) => norm),
      );
    }),
  );
}

const CUE =
  /^(?:said|say|says|saying|tells?|told|according|calls?|called|puts?|counts?|counted|view|claims?|estimates?|expects?|expected|den(?:y|ies|ied)|warn(?:s|ed)?|argu(?:es?|ed)|promis(?:es?|ed)|asks?|asked|wants?|wanted|confirm(?:s|ed)?|names?|points?|blam(?:es?|ed)|reports?|cites?|announc(?:es?|ed)|speaks?|spoke|answers?|records|documents|show|shows|complain(?:s|ed)?|note[sd]?|not(?:es|ing)|writes?|wrote|demand(?:s|ed)?|reckons?|believes?|thinks?|describ(?:es?|ed)|vow(?:s|ed)|pledg(?:es?|ed)|declin(?:es?|ed)|disput(?:es?|ed)|calculat(?:es?|ed)|forecasts?|word|promise|counter(?:s|ed)|asked|thought|figures?|hands?|holds?|held|found|finds?|ruled?)$/;

/** True when a statement lets anybody speak at all. */
function hasCue({ words, quotes }: WrittenLine): boolean {
  return quotes.length > 0 || words.some(({ lower }) => CUE.test(lower));
}

function isExpecting(norm: string): boolean {
  return (
    HOLDS.test(norm) ||
    /^(?:expected|according|view|forecast|likely|believed|thought|estimated|opinion)$/.test(norm)
  );
}

function isSaidByPronoun({ source, quotes }: WrittenLine): boolean {
  return quotes.some(
    ({ speaker }) =>
      speaker !== null && /^(?:he|she|they|it|who)$/i.test(source.slice(speaker.start, speaker.end)),
  );
}

function speakersOf(quotes: readonly { readonly line: EvidenceLine; readonly quote: Quote }[]): string {
  const names = quotes
    .map(({ line, quote }) => speakerWords(line, quote).trim())
    .filter((name) => name !== '');
  return [...new Set(names)].slice(0, 2).join(' or ') || 'the passage has them from somebody';
}
