import type { Briefing, Statement } from '../../core/briefing.ts';
import type { Citation } from '../../core/ledger.ts';
import type { StoryPage } from '../../core/library.ts';

/** A citation in an address: `ARTICLE-START-END`. */
export function placeOf({ articleId, start, end }: Citation): string {
  return `${articleId}-${start}-${end}`;
}

function citationAt(place: string): Citation | null {
  const match = /^(.{1,64})-(\d{1,9})-(\d{1,9})$/.exec(place);
  if (match === null) return null;
  const [, articleId = '', start, end] = match;
  return { articleId, start: Number(start), end: Number(end) };
}

/** Every statement of a briefing in the order of the page. */
function statementsOf({ sections }: Briefing): Statement[] {
  const { agreement, differences, matrix, outlets, review = [] } = sections.papersSay;
  return [
    ...sections.whatHappened,
    ...sections.behindTheHeadline.flatMap(({ statements }) => statements),
    ...review,
    ...agreement,
    ...differences.flatMap(({ sides }) => sides.map(({ statement }) => statement)),
    ...matrix.facts.map(({ statement }) => statement),
    ...outlets.flatMap(({ leadsOn, onlyHere }) => [leadsOn, ...onlyHere]),
    ...sections.howWeGotHere.map(({ statement }) => statement),
    ...sections.commonQuestions.flatMap(({ intro, answer }) => [intro, ...answer]),
    ...sections.topics.map(({ described }) => described),
  ].filter((statement) => statement !== null);
}

/** What a page says at a citation: the sentence that rests on it, else the cited words. */
export interface SaidAt {
  readonly text: string;
  readonly citation: Citation;
}

/** Null when the place is none of this version of the story. */
export function saidAt({ briefing, articles }: StoryPage, place: string): SaidAt | null {
  const citation = citationAt(place);
  if (citation === null) return null;
  const statement = statementsOf(briefing).find(({ citations: [first] }) => placeOf(first) === place);
  if (statement !== undefined) return { text: statement.text, citation };
  const cited = articles.find(({ article }) => article.id === citation.articleId)?.text;
  const text = cited?.slice(citation.start, citation.end).replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : { text, citation };
}
