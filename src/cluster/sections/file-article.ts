import type { RecurringKind } from '../../core/recurring.ts';
import type { ArticleSection } from '../../core/section.ts';
import { recurringKind } from '../recurring/recurring-item.ts';
import { titleSkeleton } from '../recurring/title-skeleton.ts';
import { classifySection, type SectionInput } from './classify-section.ts';
import type { SectionModel } from './section-model.ts';

/** Files one article: its section, and whether it is an item that recurs whatever happens. */
export function fileArticle(
  input: SectionInput,
  model: SectionModel,
): { section: ArticleSection | null; skeleton: string | null; recurring: RecurringKind | null } {
  return {
    section: classifySection(input, model),
    skeleton: titleSkeleton(input.title),
    recurring: recurringKind(input),
  };
}
