import type { Briefing, Difference, Statement } from '../../core/briefing.ts';
import type { Outlet } from '../../core/outlet.ts';
import { coverageParagraph } from '../format/coverage-paragraph.ts';

export const GROUP_TITLES = {
  'why-now': 'Why now',
  'at-stake': 'What is at stake',
  'what-could-follow': 'What could follow',
  unknown: 'What is unknown',
  views: 'Views',
} as const;

/** What of a story page the text needs; names of outlets come from the articles. */
export interface BriefedPage {
  readonly briefing: Briefing;
  readonly articles: readonly { readonly article: { readonly outlet: Outlet } }[];
}

function differenceLines(
  differences: readonly Difference[],
  say: (statement: Statement) => string,
): string[] {
  return differences.flatMap(({ what, sides }) => [
    `They differ on ${what}:`,
    ...sides.map(({ label, statement }) => `  ${label}: ${say(statement)}`),
  ]);
}

function papersLines(
  { outlets, matrix }: Briefing['sections']['papersSay'],
  nameOf: (outletId: string) => string,
): string[] {
  return outlets.flatMap((coverage) => {
    const portrait = coverageParagraph(coverage, matrix, nameOf).map(({ text }) => text);
    const lines = [`${nameOf(coverage.outletId)}: ${coverage.headline}`];
    return portrait.length === 0 ? lines : [...lines, `  ${portrait.join('')}`];
  });
}

/** A briefing as plain text for a terminal, with the outlets behind each statement in brackets. */
export function briefingText(page: BriefedPage): string {
  const names = new Map(page.articles.map(({ article }) => [article.outlet.id, article.outlet.name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const say = (statement: Statement): string => {
    const outlets = statement.outlets.map(nameOf);
    const holder = statement.by === null ? '' : ` (${statement.by.name})`;
    return `${statement.text}${holder} [${outlets.join(', ')}]`;
  };
  const { briefing } = page;
  const { sections, thin } = briefing;
  const blocks: string[] = [
    briefing.headline,
    `${briefing.counts.independentOutlets} independent outlets, ${briefing.counts.articles} articles`,
  ];
  const section = (title: string, lines: readonly string[], note: string | undefined) => {
    const all = [...lines, ...(note === undefined ? [] : [`(${note})`])];
    if (all.length > 0) blocks.push([`## ${title}`, ...all].join('\n'));
  };
  section('What’s happened', sections.whatHappened.map(say), thin.whatHappened);
  section(
    'What’s behind the headline?',
    sections.behindTheHeadline.flatMap(({ group, statements }) => [
      `${GROUP_TITLES[group]}:`,
      ...statements.map((statement) => `  ${say(statement)}`),
    ]),
    thin.behindTheHeadline,
  );
  section(
    'What the papers say',
    [
      ...[...(sections.papersSay.review ?? []), ...sections.papersSay.agreement].map(say),
      ...differenceLines(sections.papersSay.differences, say),
      ...papersLines(sections.papersSay, nameOf),
    ],
    thin.papersSay,
  );
  section(
    'How we got here',
    [
      ...sections.howWeGotHere.map(({ date, statement }) => `${date}  ${say(statement)}`),
      ...(sections.earlierStories ?? []).map(({ date, headline }) => `${date}  Earlier story: ${headline}`),
    ],
    thin.howWeGotHere,
  );
  section(
    'Common questions',
    sections.commonQuestions.flatMap(({ question, answer }) => [
      question,
      ...(answer.length === 0
        ? ['  The sources do not say.']
        : answer.map((statement) => `  ${say(statement)}`)),
    ]),
    thin.commonQuestions,
  );
  section(
    'More on these topics',
    sections.topics.map(({ title, extract, described }) => `${title}: ${described?.text ?? extract ?? '-'}`),
    thin.topics,
  );
  return blocks.join('\n\n');
}
