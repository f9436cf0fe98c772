import type { Annotation, Sentence } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';
import { detectLanguage } from '../nlp/detect-language.ts';
import type { AnnotateTools } from './annotate-tools.ts';
import { isBoilerplate } from './boilerplate.ts';
import { findDates } from './find-dates.ts';
import { findDescriptions } from './find-descriptions.ts';
import { findFigures } from './find-figures.ts';
import { findQuotes } from './find-quotes.ts';
import { JUDGES_NOTHING, judgeArticle } from './judge-article.ts';
import { missingReadings } from './missing-readings.ts';
import { findNominals } from './names/find-nominals.ts';
import { addKnownNames, type KnownName } from './names/known-names.ts';
import { readNames } from './names/read-names.ts';
import { studyWordUse } from './names/word-use.ts';
import { addressesReader } from './reader-address.ts';
import { type FoundRole, findRoles, speechByQuotes } from './roles/find-roles.ts';
import { buildDocument, type DocumentSentence, type TextDocument, tagNothing } from './text-document.ts';
import { findWireCredit } from './wire-credit.ts';

export interface AnnotateInput {
  readonly id: string;
  readonly title: string;
  /** Plain text with one line break between blocks; all offsets are into it. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  /** As declared by the source. */
  readonly language: string | null;
  readonly byline: string | null;
  /** Aliases of the knowledge base that the text may hold, by the keys of `knownNameKeys`; English needs none. */
  readonly knownNames?: readonly KnownName[];
}

/**
 * Reads one article: language, sentences with discourse role, names, descriptions, figures, quotes, dates, loaded
 * words and agency credit. English gets all of it; other languages get sentences, quotations, dates, names by capital
 * letters where these tell names, and by alias of the knowledge base; `missing` says what they do without. Never throws on any text; same input,
 * same output.
 */
export function annotateArticle(input: AnnotateInput, tools: AnnotateTools): Annotation {
  const { text, title } = input;
  const language = detectLanguage(
    text.length < 200 ? `${title}\n${text}` : text,
    input.language,
    tools.detector,
  );
  const english =
    language === 'en' || (language === 'und' && /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(text));
  const document = buildDocument(text, language, english ? tools.tagEnglish : tagNothing);
  const use = studyWordUse(document, english ? tools.isCommonEnglish : () => true);
  const read = addKnownNames(
    document,
    readNames(document, use, english ? tools.names : null),
    input.knownNames ?? [],
  );
  const { entities } = read;
  const mentions = read.mentions.filter(({ kind }) => kind !== 'demonym');
  const dates = findDates(document, input.publishedAt, tools.dateParser(language), english ? 'en' : language);
  const quotes = findQuotes(document, mentions, english ? tools.quoteModel : null);
  const { publishedAt } = input;
  const figures = english ? findFigures(document, { names: mentions, dates, quotes, publishedAt }) : [];
  const descriptions = english
    ? findDescriptions(document, { mentions, entities, quotes, dates, publishedAt })
    : [];
  const annotation = {
    articleId: input.id,
    language,
    missing: english ? [] : missingReadings(language, tools.dateParser(language) !== null),
    ...read,
    descriptions,
    nominals: english ? findNominals(document, mentions, descriptions) : [],
    figures,
    quotes,
    dates,
    ...(english
      ? judgeArticle({ document, title, entities, mentions, quotes }, tools.judging)
      : JUDGES_NOTHING),
    wireCredit: findWireCredit(text, input.byline),
  };
  const isQuoted = (token: Span) =>
    quotes.some(({ kind, content }) => kind !== 'indirect' && spansOverlap(content, token));
  const mayBeMain = (range: DocumentSentence) =>
    !isBoilerplate(text.slice(range.start, range.end)) && !addressesReader(document, range, isQuoted);
  const roles = english
    ? findRoles(
        { document, title, quotes, mentions: read.mentions, figures },
        tools.wordVectors,
        tools.roleModel,
        mayBeMain,
      )
    : speechByQuotes(document, quotes);
  return { ...annotation, sentences: withRoles(document, roles) };
}

/** Lines of the page have no role in the article, whatever their words. */
function withRoles({ text, sentences }: TextDocument, roles: readonly FoundRole[]): Sentence[] {
  return sentences.map(({ start, end, block }, index): Sentence => {
    const found = roles[index];
    if (found === undefined || isBoilerplate(text.slice(start, end)))
      return { start, end, block, role: 'none', speech: false };
    return { start, end, block, ...found };
  });
}
