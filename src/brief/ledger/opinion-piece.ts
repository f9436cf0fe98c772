import type { Annotation, Sentence } from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import { isInside } from '../../core/span.ts';

/** A title that says it is somebody's opinion. */
const OPINION_TITLE = /^\W*(?:opinion|editorial|op-ed|column|commentary|letters?|perspective|review)\b\W/i;
/** A part of the address by which outlets keep opinion apart. */
const OPINION_PATH =
  /\/(?:opinions?|op-?ed|commentisfree|comment|commentary|columnists?|columns?|editorials?|kommentare?|meinung|kolumnen?|tribunes?|opinione|opinioni|opinie|leder|debatt|ledare)\//i;

/** Shorter texts do not show how they are written. */
const MIN_SENTENCES = 8;

const ATTRIBUTED = /\b(?:said|told|according to|announced|tweeted|wrote|added)\b/;
const INSISTS = /\b(?:must|should|ought|surely|of course|indeed|obviously|perhaps|after all|in fact)\b/i;
const GOES_ON = /^\s*(?:But|And|Yet|So|Or|Nor)\b/;
const NEGATES = /\b(?:not|never|no)\b|n['’]t\b/i;
const STATES = /\b(?:is|are|isn['’]t|aren['’]t)\b/;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

/*
 * Logistic regression over shares of an article's sentences, in the writer's own words (outside quotation marks). Fitted on
 * 2026-11-25 on 356 articles of press/stream-2018 that a title, an address or a byline marks as opinion (37) or that come from
 * news pages of outlets which keep opinion apart (319); articles of the stories read for docs/quality/2026-11-25-pages-2.md are
 * not among them. With each host left out in turn .5 gives precision .81 and recall .70, and half of the false ones are opinion
 * without a mark. First person, questions and quotations add nothing to these eight.
 */
const WEIGHTS = {
  constant: -6.35,
  judges: 8.37,
  attributed: -7.74,
  loaded: 10.5,
  insists: 8.38,
  goesOn: 20.85,
  negates: 8.67,
  states: 2.86,
  weekday: -6.05,
} as const;

interface OwnSentence {
  readonly sentence: Sentence;
  /** What it says outside quotation marks. */
  readonly words: string;
}

/** The sentences that the writer does not quote as a whole. */
function ownSentences(annotation: Annotation, text: string): OwnSentence[] {
  const direct = annotation.quotes.filter(({ kind }) => kind !== 'indirect');
  return annotation.sentences
    .filter(
      ({ start, end }) =>
        !direct.some(({ content }) => isInside({ start: start + 1, end: end - 2 }, content)),
    )
    .map((sentence) => ({
      sentence,
      words: text.slice(sentence.start, sentence.end).replace(/["“][^"”]*["”]?/g, ' '),
    }));
}

/** How surely an article is written as opinion, 0 to 1, by how it judges, insists and reports; 0 for short and foreign texts. */
export function writtenAsOpinion(annotation: Annotation, text: string, language: string): number {
  const count = annotation.sentences.length;
  if (count < MIN_SENTENCES || !language.startsWith('en')) return 0;
  const own = ownSentences(annotation, text);
  const share = (cue: RegExp): number => own.filter(({ words }) => cue.test(words)).length / count;
  const judging = own.filter(({ sentence: { role, speech } }) => role === 'evaluation' && !speech).length;
  const sum =
    WEIGHTS.constant +
    (WEIGHTS.judges * judging) / count +
    WEIGHTS.attributed * share(ATTRIBUTED) +
    WEIGHTS.loaded * Math.min(1, annotation.loadedWords.length / count) +
    WEIGHTS.insists * share(INSISTS) +
    WEIGHTS.goesOn * share(GOES_ON) +
    WEIGHTS.negates * share(NEGATES) +
    WEIGHTS.states * share(STATES) +
    WEIGHTS.weekday * share(WEEKDAY);
  return 1 / (1 + Math.exp(-sum));
}

const OPINION = 0.5;

/** True for an article that its title or address calls opinion, or that is written as one: what it judges is nobody's report. */
export function isOpinionPiece({ article, annotation }: LedgerArticle): boolean {
  return (
    OPINION_TITLE.test(article.title) ||
    OPINION_PATH.test(article.url) ||
    writtenAsOpinion(annotation, article.text, article.language ?? 'en') >= OPINION
  );
}
