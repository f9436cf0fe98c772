import type { Annotation, Sentence } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';
import { detectLanguage } from '../nlp/detect-language.ts';
import type { AnnotateTools } from './annotate-tools.ts';
import { isBoilerplate } from './boilerplate.ts';
import { findDates } from './find-dates.ts';
import { findDescriptions } from './find-descriptions.ts';
import { findFigures } from './find-figures.ts';
import { findQuotes } from './find-quotes.ts';
import { findLoadedWords } from './loaded-words.ts';
import { findNames } from './names/find-names.ts';
import { resolveNames } from './names/resolve-names.ts';
import { studyWordUse } from './names/word-use.ts';
import { addressesReader } from './reader-address.ts';
import { roleFeatures } from './role-features.ts';
import { predictRole, predictSpeech } from './role-model.ts';
import { buildDocument, tagNothing } from './text-document.ts';
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
}

/**
 * Reads one article: language, sentences with discourse role, names, descriptions, figures, quotes, dates, loaded
 * words and agency credit. English gets all of it; other languages get sentences, quotations, dates where chrono has
 * a parser, figures, and names by capital letters where the script has them. Never throws on any text; same input,
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
  const names = findNames(document, use).filter((name) => language !== 'de' || name.to - name.from >= 2);
  const { entities, mentions } = resolveNames(document, names, use.isCommon);
  const dates = findDates(document, input.publishedAt, tools.dateParser(english ? 'en' : language));
  const figures = english ? findFigures(document, [...mentions, ...dates]) : [];
  const quotes = findQuotes(document, mentions, english ? tools.quoteModel : null);
  const said = quotes.filter((quote) => quote.kind !== 'indirect').map((quote) => quote.content);
  const annotation = {
    articleId: input.id,
    language,
    entities,
    mentions,
    descriptions: english ? findDescriptions(document, mentions) : [],
    figures,
    quotes,
    dates,
    loadedWords: english ? findLoadedWords(document, said, mentions) : [],
    tone: [],
    wireCredit: findWireCredit(text, input.byline),
  };
  const features = roleFeatures({ document, title, quotes, dates, figures });
  const isQuoted = (token: Span) =>
    quotes.some(({ kind, content }) => kind !== 'indirect' && spansOverlap(content, token));
  const sentences = document.sentences.map((range, index): Sentence => {
    const { start, end, block } = range;
    const found = features[index] ?? [];
    if (isBoilerplate(text.slice(start, end))) return { start, end, block, role: 'none', speech: false };
    if (english) {
      return {
        start,
        end,
        block,
        role: predictRole(tools.roleModel, found, addressesReader(document, range, isQuoted) ? 'main' : null),
        speech: predictSpeech(tools.roleModel, found),
      };
    }
    return { start, end, block, role: 'none', speech: found.includes('speech') };
  });
  return { ...annotation, sentences };
}
