import type { Briefing, SectionName } from '../../core/briefing.ts';

/** With fewer questions the section is thin. */
const MIN_QUESTIONS = 3;

/**
 * Which sections of a briefing have something of their own to read: a note that says why there is nothing does not
 * count. "What the papers say" needs a fact that outlets share or a difference between them, questions are three.
 */
export function filledSections({ sections }: Pick<Briefing, 'sections'>): Record<SectionName, boolean> {
  const { agreement, differences, matrix } = sections.papersSay;
  return {
    whatHappened: sections.whatHappened.length > 0,
    behindTheHeadline: sections.behindTheHeadline.length > 0,
    papersSay: agreement.length + differences.length + matrix.facts.length > 0,
    howWeGotHere: sections.howWeGotHere.length + (sections.earlierStories ?? []).length > 0,
    commonQuestions: sections.commonQuestions.length >= MIN_QUESTIONS,
    topics: sections.topics.length > 0,
  };
}
