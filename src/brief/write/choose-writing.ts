import type { Briefing, Question, TimelineEntry } from '../../core/briefing.ts';
import {
  type SectionWriting,
  WRITTEN_SECTIONS,
  type WrittenSection,
  type WrittenSections,
} from '../../core/story-writing.ts';
import {
  type ChosenPart,
  type ChosenStatement,
  chooseSection,
  placeOf,
  type SectionDrafts,
} from './choose-section.ts';

const UNWRITTEN: SectionWriting = { outcome: 'nothing-to-write', statements: 0, refused: 0, replaced: 0 };

/** Each statement with the date of the earliest entry it rests on; the ledger dates it, not the model. */
function datedEntries(
  entries: readonly TimelineEntry[],
  statements: readonly ChosenStatement[],
): TimelineEntry[] {
  const byPlace = new Map(entries.map((entry) => [placeOf(entry.statement.citations[0]), entry]));
  return statements
    .flatMap(({ statement, places }) => {
      const rested = places.flatMap((place) => byPlace.get(place) ?? []);
      const [first] = rested.sort((a, b) => (a.date < b.date ? -1 : 1));
      if (first === undefined) return [];
      const storySlug = rested.find((entry) => entry.storySlug !== null)?.storySlug ?? null;
      return [{ date: first.date, precision: first.precision, statement, storySlug }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function answered(questions: readonly Question[], parts: readonly ChosenPart[]): Question[] {
  const of = (index: number, name: string) =>
    parts.find(({ part }) => part.name === `${index + 1}-${name}`)?.statements.map((one) => one.statement);
  return questions.map((question, index) => ({
    ...question,
    intro: of(index, 'introduction')?.[0] ?? question.intro,
    answer: of(index, 'answer') ?? question.answer,
  }));
}

function sectionOf(
  section: WrittenSection,
  parts: readonly ChosenPart[],
  { sections }: Briefing,
): WrittenSections {
  const all = parts.flatMap(({ statements }) => statements);
  const texts = all.map(({ statement }) => statement);
  switch (section) {
    case 'whatHappened':
      return { whatHappened: texts };
    case 'behindTheHeadline':
      return {
        behindTheHeadline: sections.behindTheHeadline.flatMap((entry) => {
          const chosen = parts.find(({ part }) => part.name === entry.group)?.statements ?? [];
          const statements = chosen.map(({ statement }) => statement);
          return statements.length === 0 ? [] : [{ group: entry.group, statements }];
        }),
      };
    case 'papersSay':
      return { review: texts };
    case 'howWeGotHere':
      return { howWeGotHere: datedEntries(sections.howWeGotHere, all) };
    case 'commonQuestions':
      return { commonQuestions: answered(sections.commonQuestions, parts) };
  }
}

/**
 * What a page shows of what a model has written, and how each section fared. Takes checked drafts only: whoever calls it has
 * asked `draftFaults` about every one of them.
 */
export function chooseWriting(
  briefing: Briefing,
  drafts: readonly SectionDrafts[],
  model: string,
): { readonly sections: Record<WrittenSection, SectionWriting>; readonly written: WrittenSections } {
  let written: WrittenSections = {};
  const sections = Object.fromEntries(WRITTEN_SECTIONS.map((name) => [name, UNWRITTEN])) as Record<
    WrittenSection,
    SectionWriting
  >;
  for (const section of drafts) {
    const { fared, parts } = chooseSection(section, model);
    sections[section.matter.section] = fared;
    if (parts !== null) written = { ...written, ...sectionOf(section.matter.section, parts, briefing) };
  }
  return { sections, written };
}
