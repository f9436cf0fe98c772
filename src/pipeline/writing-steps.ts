import { tellStory } from '../brief/brief-story.ts';
import type { ArticleReader } from '../brief/ledger/article-reading.ts';
import { type DraftPlace, draftFaults } from '../brief/write/check-draft.ts';
import type { SectionDrafts } from '../brief/write/choose-section.ts';
import { chooseWriting } from '../brief/write/choose-writing.ts';
import { type SectionMatter, sectionMatter } from '../brief/write/section-matter.ts';
import type { Draft } from '../brief/write/write-task.ts';
import type { Briefing } from '../core/briefing.ts';
import type { Failure } from '../core/failure.ts';
import type { LedgerArticle } from '../core/ledger.ts';
import type { Result } from '../core/result.ts';
import type { StoryWriting, WrittenFor } from '../core/story-writing.ts';
import type { TextReader, WritableClaim } from '../core/written.ts';
import type { StoryRevision } from './brief-revision.ts';

/** What a story's page says without a model, and what one may be told of it. */
export interface StoryMatter {
  readonly briefing: Briefing;
  readonly sections: readonly SectionMatter[];
}

/** Pure: a story → what is asked about it. */
export function storyMatter(input: StoryRevision, read?: ArticleReader): StoryMatter {
  const { briefing, index, claims } = tellStory(input, read);
  return { briefing, sections: sectionMatter(briefing, { index, claims }, input.articles) };
}

export interface DraftsToCheck {
  readonly place: DraftPlace;
  readonly drafts: readonly Draft[];
  /** The claims that the model was told. */
  readonly claims: readonly WritableClaim[];
  readonly articles: readonly LedgerArticle[];
}

/** Pure: what is wrong with each draft, in their order. */
export function checkDrafts(
  { place, drafts, claims, articles }: DraftsToCheck,
  read: TextReader,
): string[][] {
  return drafts.map((draft) => draftFaults(place, draft, claims, { articles, read }));
}

/** What was answered about the sections of a story. */
export interface Drafts {
  readonly drafts: readonly SectionDrafts[];
  /** One of the answers that were of no use. */
  readonly failure: Failure | null;
}

/** A story with all that a model answered about it, and for which of its briefings. */
export interface Answered {
  readonly of: WrittenFor;
  readonly briefing: Briefing;
  readonly articles: readonly LedgerArticle[];
  readonly model: string;
  readonly judge: string | null;
  readonly language: string;
  readonly drafts: Result<Drafts, Failure>;
}

/** What is stored of it. */
export interface Written extends Pick<Answered, 'of' | 'model' | 'judge' | 'language'> {
  /** Null when the model could not be asked. */
  readonly chosen: Pick<StoryWriting, 'sections' | 'written'> | null;
  readonly failure: Failure | null;
}

/**
 * Pure: what a page shows of what was answered. Every draft that passed is checked once more, so that nothing is published that
 * was not found to hold in this very step.
 */
export function chooseFromDrafts(answered: Answered, read: TextReader): Written {
  const { of, briefing, articles, model, judge, language, drafts } = answered;
  const by = { of, model, judge, language };
  if (!drafts.ok) return { ...by, chosen: null, failure: drafts.error };
  const checked = drafts.value.drafts.map((section) => ({
    ...section,
    drafts:
      section.drafts?.map((draft) => {
        if (draft.faults.length > 0) return draft;
        const { matter } = section;
        return { ...draft, faults: draftFaults(matter, draft, matter.claims, { articles, read }) };
      }) ?? null,
  }));
  return { ...by, chosen: chooseWriting(briefing, checked, model), failure: drafts.value.failure };
}
