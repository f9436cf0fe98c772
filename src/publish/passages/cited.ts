import type { Briefing, Statement } from '../../core/briefing.ts';
import type { Citation } from '../../core/ledger.ts';

/** A citation of a briefing with the section that makes it and how much hangs on it. */
export interface CitedPlace {
  readonly citation: Citation;
  /** Heading of the section, as the page has it. */
  readonly section: string;
  /** 1: a sentence of the page rests on it; 2: evidence; 3: says the same in other words. */
  readonly weight: 1 | 2 | 3;
}

function ofStatement(statement: Statement | null, section: string): CitedPlace[] {
  if (statement === null) return [];
  return [
    ...statement.citations.map((citation): CitedPlace => ({ citation, section, weight: 1 })),
    ...statement.support.map((citation): CitedPlace => ({ citation, section, weight: 3 })),
  ];
}

function ofPapers({ sections }: Briefing): CitedPlace[] {
  const section = 'What the papers say';
  const { agreement, differences, matrix, outlets, review = [] } = sections.papersSay;
  const evidence = (citation: Citation): CitedPlace => ({ citation, section, weight: 2 });
  return [
    ...[...review, ...agreement].flatMap((statement) => ofStatement(statement, section)),
    ...differences.flatMap(({ sides }) => sides.flatMap((side) => ofStatement(side.statement, section))),
    ...matrix.facts.flatMap((fact) => [
      ...ofStatement(fact.statement, section),
      ...fact.cells.flatMap((cell): CitedPlace[] =>
        cell === null ? [] : [{ citation: cell, section, weight: 3 }],
      ),
      ...(fact.partly ?? []).flatMap((cell): CitedPlace[] =>
        cell === null ? [] : [{ citation: cell, section, weight: 3 }],
      ),
    ]),
    ...outlets.flatMap((coverage) => [
      ...ofStatement(coverage.leadsOn, section),
      ...coverage.onlyHere.flatMap((statement) => ofStatement(statement, section)),
      ...coverage.quotes.map((quote) => evidence(quote.citation)),
      ...coverage.loadedWords.map((word) => evidence(word.citation)),
      ...(coverage.prefers ?? []).flatMap((one) => [evidence(one.citation), evidence(one.insteadCitation)]),
      ...(coverage.tone ?? []).flatMap(({ citations }) => citations.map(evidence)),
    ]),
  ];
}

/** Every citation of a briefing in the order of the page, so that an article can list what is cited of it. */
export function citedPlaces(briefing: Briefing): readonly CitedPlace[] {
  const { sections, figures, roles } = briefing;
  const figurePlaces = figures.flatMap(({ reports }) =>
    reports.map((citation): CitedPlace => ({ citation, section: 'Figures', weight: 2 })),
  );
  return [
    ...sections.whatHappened.flatMap((statement) => ofStatement(statement, 'What’s happened')),
    ...figurePlaces,
    ...sections.behindTheHeadline.flatMap(({ statements }) =>
      statements.flatMap((statement) => ofStatement(statement, 'What’s behind the headline?')),
    ),
    ...ofPapers(briefing),
    ...sections.howWeGotHere.flatMap(({ statement }) => ofStatement(statement, 'How we got here')),
    ...sections.commonQuestions.flatMap(({ intro, answer }) =>
      [intro, ...answer].flatMap((statement) => ofStatement(statement, 'Common questions')),
    ),
    ...sections.topics.flatMap(({ described }) => ofStatement(described, 'More on these topics')),
    ...roles.map(({ citation }): CitedPlace => ({ citation, section: 'More on these topics', weight: 2 })),
  ];
}
