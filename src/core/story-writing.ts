import type { Briefing, BriefingSections, Statement } from './briefing.ts';

/** The sections that a language model may write, in the order of the page. */
export const WRITTEN_SECTIONS = [
  'whatHappened',
  'behindTheHeadline',
  'papersSay',
  'howWeGotHere',
  'commonQuestions',
] as const;
export type WrittenSection = (typeof WRITTEN_SECTIONS)[number];

/** Languages that what was written can be checked in: the verifier goes by words, so that it reads one language against the same. */
export const CHECKED_LANGUAGES: readonly string[] = ['en'];

/** What came of having a section written; only `written` is shown so. */
export const WRITING_OUTCOMES = ['written', 'too-many-replaced', 'no-use', 'nothing-to-write'] as const;
export type WritingOutcome = (typeof WRITING_OUTCOMES)[number];

/** How a section fared. */
export interface SectionWriting {
  readonly outcome: WritingOutcome;
  /** Statements of the model's first answer. */
  readonly statements: number;
  /** Of these, how many the verifier or the judge refused. */
  readonly refused: number;
  /** How many of those that were refused twice the extracted statement stands for. */
  readonly replaced: number;
}

/** Written sections as the briefing has them; what is absent is shown extracted. */
export interface WrittenSections {
  readonly whatHappened?: readonly Statement[];
  readonly behindTheHeadline?: BriefingSections['behindTheHeadline'];
  /** How the papers compare, in place of what they agree on. */
  readonly review?: readonly Statement[];
  readonly howWeGotHere?: BriefingSections['howWeGotHere'];
  readonly commonQuestions?: BriefingSections['commonQuestions'];
}

/** One version of a story as a language model has written it, every statement checked against what it cites. */
export interface StoryWriting {
  readonly model: string;
  /** The model that was asked for a second check; null where none was. */
  readonly judge: string | null;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
  /** ISO 639-1: that of the sources. */
  readonly language: string;
  readonly sections: Readonly<Record<WrittenSection, SectionWriting>>;
  readonly written: WrittenSections;
}

/** Which form of a page is asked for. */
export type PageForm = 'written' | 'extracted';

/** True when at least one section is there to be read as the model wrote it. */
export function hasWritten({ sections }: Pick<StoryWriting, 'sections'>): boolean {
  return WRITTEN_SECTIONS.some((name) => sections[name].outcome === 'written');
}

/** A briefing whose written sections stand in place of the extracted ones. */
export function writtenBriefing(briefing: Briefing, { written }: StoryWriting): Briefing {
  const { review, ...replaced } = written;
  const { papersSay } = briefing.sections;
  return {
    ...briefing,
    sections: {
      ...briefing.sections,
      ...replaced,
      papersSay: review === undefined ? papersSay : { ...papersSay, agreement: [], review },
    },
  };
}

/** The briefing that was written, and from what. */
export interface WrittenFor {
  readonly storyId: string;
  readonly version: number;
  /** Of its stored body. */
  readonly briefingHash: string;
  /** Of all that the model was told. */
  readonly claimsHash: string;
  /** Of the stage. */
  readonly stageVersion: number;
}
