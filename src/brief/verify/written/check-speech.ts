import type { Quote } from '../../../core/annotation.ts';
import { isInside, type Span } from '../../../core/span.ts';
import type { WrittenReason } from '../../../core/written.ts';
import { STOP_WORDS } from '../../../nlp/stop-words.ts';
import { tokenise } from '../../../nlp/tokens.ts';
import { containsRun, quotedWords } from '../../sentence-words.ts';
import { isQuotedThere, quotedStretches } from '../check-wording.ts';
import { type Evidence, type EvidenceLine, speakerWords } from './evidence.ts';
import { numbersIn, numberValue } from './number-words.ts';
import type { LineWord } from './read-line.ts';
import { meansSame, senseKeys } from './word-senses.ts';
import type { WrittenCheck, WrittenLine } from './written-line.ts';

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

/** Content words of a text, without titles. */
export function contentOf(text: string): string[] {
  return tokenise(text)
    .map(({ norm }) => norm)
    .filter((word) => !STOP_WORDS.has(word) && word.length > 1 && !/^(?:mr|ms|mrs|dr|prof)\.?$/.test(word));
}

/** Names and offices are the same when their stems are. */
export function sharesWord(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.some((other) => word === other || senseKeys(word)[0] === senseKeys(other)[0]));
}

/** Whoever a speaker of a passage may be called: name, description, holder, roles. */
export function namesOfSpeaker(line: EvidenceLine, quote: Quote, { claims }: Evidence): string[] {
  const own = contentOf(speakerWords(line, quote));
  const roles = claims.flatMap((claim) =>
    claim.roles.filter(({ name }) => own.includes(contentOf(name).at(-1) ?? '')).map(({ text }) => text),
  );
  // Whose office it is, is no name for its holder: "the prime minister of Talvia".
  const offices = roles.map((role) => role.replace(/(?<=\s)\p{Lu}[\p{L}.-]*/gu, ' '));
  return [...own, ...contentOf(offices.join(' '))];
}

/** Share of the content words of a stretch that a quotation of a passage has. */
function overlap(words: readonly LineWord[], line: EvidenceLine, quote: Quote): number {
  const theirs = line.words.filter((word) => word.isContent && isInside(word, quote.content));
  const shared = words.filter((word) => theirs.some((other) => meansSame(other.norm, word.norm)));
  return words.length === 0 ? 0 : shared.length / words.length;
}

/** A quotation of a passage is the one a statement reports with so much of its words in it. */
const SAME_SPEECH = 0.5;

/** The part of a sentence that a place lies in: one of several told side by side. */
function partAround(text: string, { start, end }: Span): Span {
  const cuts = [...text.matchAll(/;|, (?=while|whereas|but\b)/g)].map(({ index }) => index);
  return {
    start: cuts.findLast((cut) => cut < start) ?? 0,
    end: cuts.find((cut) => cut >= end) ?? text.length,
  };
}

/** Characters between a speaker and the verb of speaking: with more of them it is somebody else's, most likely. */
const CUE_REACH = 60;

function isFarFromCue({ speaker, cue }: Quote): boolean {
  if (speaker === null || cue === null) return false;
  return Math.max(cue.start - speaker.end, speaker.start - cue.end) > CUE_REACH;
}

/** Who is said to say it is who says it. */
export const checkSpeakers: WrittenCheck = (written, evidence) =>
  written.quotes.flatMap((quote): WrittenReason[] => {
    if (quote.speaker === null) return [];
    const shown = written.source.slice(quote.speaker.start, quote.speaker.end);
    const isOutlet = written.outlets.some(
      ({ start, end }) => quote.speaker !== null && start < quote.speaker.end && end > quote.speaker.start,
    );
    const speaker = contentOf(shown);
    const part = partAround(written.source, quote.speaker);
    const words = written.words.filter(
      (word) => word.isContent && isInside(word, quote.content) && isInside(word, part),
    );
    if (
      isOutlet ||
      isFarFromCue(quote) ||
      speaker.length === 0 ||
      words.length < 2 ||
      /^(?:he|she|they|it|who|the latter|the former)$/i.test(shown)
    )
      return [];
    const alike = evidence.lines.flatMap((line) =>
      line.quotes.filter((one) => overlap(words, line, one) >= SAME_SPEECH).map((one) => ({ line, one })),
    );
    // Where numbers are said it is whoever says these numbers.
    const exact = alike.filter(({ line, one }) => hasNumbers(words, line, one));
    const near = (exact.length > 0 ? exact : alike).map(({ line, one }) => {
      const names = namesOfSpeaker(line, one, evidence);
      const isPronoun = names.length === 0 || names.every((name) => /^(?:he|she|they|it)$/.test(name));
      return isPronoun ? contentOf(line.people.join(' ')) : names;
    });
    const isRight =
      near.some((names) => names.length === 0 || sharesWord(speaker, names)) ||
      (exact.length > 0 ? exact : alike).some(({ line, one }) => isBefore(speaker, line, one, evidence));
    if (
      isRight ||
      isBodyOf(shown, near, evidence) ||
      isBeside(speaker, words, evidence) ||
      isCompany(written, quote, words, evidence)
    )
      return [];
    if (near.length === 0) return unattributedBefore(speaker, evidence, shown);
    return [{ code: 'attribution', message: `It is not ${shown} who says this in the claims.` }];
  });

/** "The club", where a name speaks that a passage has: who is meant is nobody but the one. */
function isBodyOf(shown: string, near: readonly (readonly string[])[], { lines }: Evidence): boolean {
  if (!THE_BODY.test(shown.trim())) return false;
  const bodies = new Set(
    lines.flatMap((line) =>
      line.mentions
        .filter(({ type }) => type === 'organisation')
        .map(({ start, end }) => line.source.slice(start, end).toLowerCase()),
    ),
  );
  return near.some((names) => names.some((name) => [...bodies].some((body) => body.includes(name))));
}

/** "She said" behind a passage that names her. */
function isBefore(
  speaker: readonly string[],
  line: EvidenceLine,
  quote: Quote,
  { lines }: Evidence,
): boolean {
  if (
    quote.speaker === null ||
    !/^(?:he|she|they|it)$/i.test(line.source.slice(quote.speaker.start, quote.speaker.end))
  )
    return false;
  const before = lines.filter(
    ({ source, passage }) => source === line.source && passage.end <= line.passage.start,
  );
  const [last] = before.sort((a, b) => b.passage.start - a.passage.start);
  return last !== undefined && sharesWord(speaker, contentOf(last.text));
}

function hasNumbers(words: readonly LineWord[], line: EvidenceLine, { content }: Quote): boolean {
  const numbers = words.flatMap(({ lower }) => numberValue(lower) ?? []);
  const theirs = numbersIn(line.source.slice(content.start, content.end)).map(({ value }) => value);
  return numbers.length > 0 && numbers.every((value) => theirs.includes(value));
}

/** True when a passage that has most of the words names the speaker, too: who says what within it is a matter of reading. */
function isBeside(speaker: readonly string[], words: readonly LineWord[], { lines }: Evidence): boolean {
  return lines.some((line) => {
    const shared = words.filter((word) =>
      line.words.some((other) => other.isContent && meansSame(other.norm, word.norm)),
    );
    const values = numbersIn(line.text).map(({ value }) => value);
    const numbers = words.flatMap(({ lower }) => numberValue(lower) ?? []).filter((value) => value !== 1);
    if (!numbers.every((value) => values.includes(value))) return false;
    return shared.length >= SAME_SPEECH * words.length && sharesWord(speaker, contentOf(line.text));
  });
}

/** What a body is called in the passages where its name stands in another one of them. */
const THE_BODY =
  /^(?:the|its|their|a)\s(?:[\p{Ll}-]+\s)?(?:company|firm|group|union|club|agency|bank|ministry|museum|party|court|government|institute|campaign|broker|authority|authorities|federation|works)$/iu;

/** "The company said" is what a passage has of a company that another passage of the article names. */
function isCompany(
  written: WrittenLine,
  { speaker }: Quote,
  words: readonly LineWord[],
  evidence: Evidence,
): boolean {
  if (speaker === null) return false;
  const own = contentOf(written.source.slice(speaker.start, speaker.end));
  return evidence.lines.some((line) =>
    line.quotes.some(
      (quote) =>
        quote.speaker !== null &&
        THE_BODY.test(line.source.slice(quote.speaker.start, quote.speaker.end).trim()) &&
        overlap(words, line, quote) >= SAME_SPEECH &&
        evidence.lines.some(
          (other) => other.source === line.source && sharesWord(own, contentOf(other.text)),
        ),
    ),
  );
}

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
