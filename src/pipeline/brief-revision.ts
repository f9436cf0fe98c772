import { briefStory } from '../brief/brief-story.ts';
import type { ArticleReader } from '../brief/ledger/article-reading.ts';
import type { Briefing } from '../core/briefing.ts';
import type { BriefInput } from '../core/ledger.ts';

/** A story as it was read for briefing: the revision tells `save` which membership the briefing is of. */
export interface StoryRevision extends BriefInput {
  readonly revision: number;
}

export interface BriefedRevision {
  readonly briefing: Briefing;
  readonly revision: number;
}

export function briefRevision(input: StoryRevision, read?: ArticleReader): BriefedRevision {
  return { briefing: briefStory(input, read).briefing, revision: input.revision };
}
