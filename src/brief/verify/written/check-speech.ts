import type { Quote } from '../../../core/annotation.ts';
import { isInside } from '../../../core/span.ts';
import type { WrittenReason } from '../../../core/written.ts';
import { STOP_WORDS } from '../../../nlp/stop-words.ts';
import { tokenise } from '../../../nlp/tokens.ts';
import { containsRun, quotedWords } from '../../sentence-words.ts';
import { isQuotedThere, quotedStretches } from '../check-wording.ts';
import { type Evidence, type EvidenceLine, speakerWords } from './evidence.ts';
import type { LineWord } from './read-line.ts';
import { meansSame } from './word-senses.ts';
import { isOutletWord, matchesOf, type WrittenCheck, type WrittenLine } from './written-line.ts';

/** Words in quotation marks are those of a cited article, in marks there, too. */
export const checkQuotes: WrittenCheck = (written, { lines }) =>
  quotedStretches(written.text)
    .filter((stretch) => {
      const words = quotedWords(stretch);
      return !lines.some(
        ({ article, text }) =>
          words.some((word) => quotedWords(text).includes(word)) &&
          containsRun(quotedWords(article.article.text), words) &&
          isQuotedThere(article, stretch.replace(/[,.]$/, '')),
      );
    })
    .map(
      (stretch): WrittenReason => ({
        code: 'quote',
        message: `Nobody is quoted with “${stretch}” in the claims, word for word.`,
      }),
    );

function contentOf(text: string): string[] {
  return tokenise(text)
    .map(({ norm }) => norm)
    .filter((word) => !STOP_WORDS.has(word) && word.length > 1);
}

function sharesWord(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.some((other) => meansSame(word, other)));
}

/** Whoever a speaker of a passage may be called: name, description, holder, roles. */
function namesOfSpeaker(line: EvidenceLine, quote: Quote, { claims }: Evidence): string[] {
  const own = contentOf(speakerWords(line, quote));
  const roles = claims.flatMap((claim) =>
    claim.roles.filter(({ name }) => own.includes(contentOf(name).at(-1) ?? '')).map(({ text }) => text),
  );
  return [...own, ...contentOf(roles.join(' '))];
}

/** Share of the content words of a stretch that a quotation of a passage has. */
function overlap(words: readonly LineWord[], line: EvidenceLine, quote: Quote): number {
  const theirs = line.words.filter((word) => word.isContent && isInside(word, quote.content));
  const shared = words.filter((word) => theirs.some((other) => meansSame(other.norm, word.norm)));
  return words.length === 0 ? 0 : shared.length / words.length;
}

/** A quotation of a passage is the one a statement reports with so much of its words in it. */
const SAME_SPEECH = 0.5;

/** Who is said to say it is who says it. */
export const checkSpeakers: WrittenCheck = (written, evidence) =>
  written.quotes.flatMap((quote): WrittenReason[] => {
    if (quote.speaker === null) return [];
    const shown = written.source.slice(quote.speaker.start, quote.speaker.end);
    const isOutlet = written.outlets.some(
      ({ start, end }) => quote.speaker !== null && start < quote.speaker.end && end > quote.speaker.start,
    );
    const speaker = contentOf(shown);
    const words = written.words.filter((word) => word.isContent && isInside(word, quote.content));
    if (isOutlet || speaker.length === 0 || words.length < 2 || /^(?:he|she|they|it|who)$/i.test(shown))
      return [];
    const near = evidence.lines.flatMap((line) =>
      line.quotes
        .filter((one) => overlap(words, line, one) >= SAME_SPEECH)
        .map((one) => namesOfSpeaker(line, one, evidence)),
    );
    const isRight = near.some((names) => names.length === 0 || sharesWord(speaker, names));
    if (isRight) return [];
    if (near.length === 0) return unattributedBefore(speaker, evidence, shown);
    return [{ code: 'attribution', message: `It is not ${shown} who says this in the claims.` }];
  });

/** Somebody whom the passages do not know to speak has been made to. */
function unattributedBefore(speaker: readonly string[], evidence: Evidence, shown: string): WrittenReason[] {
  const isThere = evidence.lines.some((line) =>
    sharesWord(
      speaker,
      contentOf(
        `${line.text} ${line.people.join(' ')} ${line.claim.holder ?? ''} ${line.claim.roles.map(({ text }) => text).join(' ')}`,
      ),
    ),
  );
  return isThere ? [] : [{ code: 'attribution', message: `The claims do not have this from ${shown}.` }];
}

/** Words of a statement that its passages have only in somebody's mouth: with so many of them it is that somebody's. */
const SPOKEN_SHARE = 0.6;
const LEAST_WORDS = 3;

/** What passages have from somebody is not told as a fact: whoever says it is named. */
export const checkAttribution: WrittenCheck = (written, evidence) => {
  const words = written.words.filter(
    (word) => word.isContent && !isOutletWord(written, word) && word.tag !== 'PROPN',
  );
  const matched = words
    .map((word) => ({ word, found: matchesOf(word, evidence) }))
    .filter(({ found }) => found.length > 0);
  const spoken = matched.filter(({ found }) => found.every(({ word }) => word.quote !== null));
  if (spoken.length < LEAST_WORDS || spoken.length < SPOKEN_SHARE * matched.length) return [];
  const quotes = spoken.flatMap(({ found }) =>
    found.flatMap(({ line, word }) => (word.quote === null ? [] : [{ line, quote: word.quote }])),
  );
  const own = contentOf(written.text);
  const isCredited = quotes.some(({ line, quote }) => {
    const names = namesOfSpeaker(line, quote, evidence).filter(
      (name) =>
        !evidence.lines.some((one) => one.words.some((word) => word.quote === quote && word.norm === name)),
    );
    return names.length === 0 ? hasCue(written) : sharesWord(own, names);
  });
  return isCredited
    ? []
    : [{ code: 'attribution', message: `Say whose words these are: ${speakersOf(quotes)}.` }];
};

function hasCue({ words, quotes }: WrittenLine): boolean {
  return quotes.length > 0 || words.some(({ norm }) => meansSame(norm, 'say') || norm === 'according');
}

function speakersOf(quotes: readonly { readonly line: EvidenceLine; readonly quote: Quote }[]): string {
  const names = quotes
    .map(({ line, quote }) => speakerWords(line, quote).trim())
    .filter((name) => name !== '');
  return [...new Set(names)].slice(0, 2).join(' or ') || 'the passage has them from somebody';
}
