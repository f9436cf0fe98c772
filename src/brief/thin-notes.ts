import type { BriefingSections, SectionName } from '../core/briefing.ts';
import type { StoryIndex } from './ledger/story-sentence.ts';

type Notes = Partial<Record<SectionName, string>>;

function outletName(index: StoryIndex, id: string): string {
  const article = index.articles.find((one) => one.source.outlet.id === id);
  return article?.source.outlet.name ?? id;
}

function papersNote(index: StoryIndex, sections: BriefingSections): string | null {
  const [only, ...others] = index.independentOutlets;
  if (only === undefined) return 'No article of this story could be read.';
  if (others.length === 0) return `Only one independent source so far: ${outletName(index, only)}.`;
  if (sections.papersSay.matrix.facts.length === 0)
    return 'No fact was found that two outlets report in sentences alike enough to set side by side.';
  return null;
}

const ROLES_UNREAD =
  'Not read: these articles are in languages in which the program does not tell what each sentence does for the story.';

/** True when no article is in a language whose sentences are told apart: then their silence says nothing. */
function rolesUnread(index: StoryIndex): boolean {
  return (
    index.articles.length > 0 &&
    index.articles.every(({ source }) => source.annotation.missing?.includes('roles') ?? false)
  );
}

/** What the reader is told about sections that have little or nothing behind them. */
export function thinNotes(index: StoryIndex, sections: BriefingSections): Notes {
  const notes: Notes = {};
  const [only, ...others] = index.independentOutlets;
  const unread = rolesUnread(index) ? ROLES_UNREAD : null;
  if (sections.whatHappened.length === 0)
    notes.whatHappened = unread ?? 'The articles have no sentence on the event that can be shown by itself.';
  else if (others.length === 0 && only !== undefined)
    notes.whatHappened = `Only one independent source so far: ${outletName(index, only)}.`;
  if (sections.behindTheHeadline.length === 0)
    notes.behindTheHeadline = unread ?? 'These sources give no causes, stakes or named views.';
  const papers = papersNote(index, sections);
  if (papers !== null) notes.papersSay = papers;
  if (sections.howWeGotHere.length === 0 && (sections.earlierStories ?? []).length === 0)
    notes.howWeGotHere = unread ?? 'No dated background was found in these sources.';
  if (sections.commonQuestions.length === 0)
    notes.commonQuestions = 'These sources do not hold enough to answer further questions.';
  if (sections.topics.length === 0)
    notes.topics = 'Nothing is known here of the people and places of this story.';
  return notes;
}
