import { isBareNumber } from '../../src/brief/affordable-evidence.ts';
import { wordCount } from '../../src/brief/sentence-quality.ts';
import { shownStatements } from '../../src/brief/verify/verify-briefing.ts';
import type { Briefing, Statement } from '../../src/core/briefing.ts';
import type { Citation } from '../../src/core/ledger.ts';
import { isInside } from '../../src/core/span.ts';

/** Words of an article on a page, with where they stand in it. */
export interface ShownPassage {
  readonly citation: Citation;
  readonly text: string;
}

function ofStatement({ citations, text }: Statement): ShownPassage {
  return { citation: citations[0], text };
}

/** Everything a story's pages show of its articles: statements, questions, figures, cards, quotations and roles. */
export function shownPassages(briefing: Briefing): ShownPassage[] {
  const { commonQuestions, papersSay } = briefing.sections;
  return [
    ...shownStatements(briefing).map(({ statement }) => ofStatement(statement)),
    ...commonQuestions.flatMap(({ intro, answer }) =>
      [...answer, ...(intro === null ? [] : [intro])].map(ofStatement),
    ),
    ...briefing.figures
      .flatMap(({ latest, reports }) => [latest, ...reports])
      .filter(({ text }) => !isBareNumber(text))
      .map((report) => ({ citation: report, text: report.text })),
    ...papersSay.outlets.flatMap(({ loadedWords, prefers }) => [
      ...loadedWords,
      ...(prefers ?? []).flatMap((one) => [
        { citation: one.citation, text: one.word },
        { citation: one.insteadCitation, text: one.instead },
      ]),
    ]),
    ...briefing.quotes.map(({ citations, text }) => ({ citation: citations[0], text })),
    ...briefing.roles,
  ];
}

/** How many words of an article are shown: what lies within another shown passage counts once. */
export function wordsShown(articleId: string, passages: readonly ShownPassage[]): number {
  const own = passages.filter(({ citation }) => citation.articleId === articleId);
  const widest = own.filter(
    ({ citation }, i) =>
      !own.some(
        (other, j) => isInside(citation, other.citation) && (!isInside(other.citation, citation) || j < i),
      ),
  );
  return widest.reduce((sum, { text }) => sum + wordCount(text), 0);
}
