import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import { createBackground } from '../pipeline/appliers.ts';
import { explainStory } from '../pipeline/explain-story.ts';
import { explanationText } from '../publish/export/explanation-text.ts';
import { storyIdOfSlug } from '../store/library/story-pages.ts';
import { currentStoryId } from '../store/story-events.ts';
import { emit } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/** `story STORY`: the articles of a story; with `--explain` why they are in it and what was decided about it. */
export function storyCommand(program: Command): void {
  withCommonOptions(program.command('story'))
    .description('list the articles of a story, or explain how it came about')
    .argument('<story>', 'id or slug; one that was taken up by another story is answered by that one')
    .option('--explain', 'why each article is in it, what it took up, was parted from and grew from')
    .action(async (story: string, options: CommonOptions & { readonly explain?: boolean }) => {
      await using archive = await openArchive(configOf(options), { mustExist: true });
      const { db } = archive.store;
      const id = (await storyIdOfSlug(db, story)) ?? (await currentStoryId(db, story));
      const explanation = id === null ? null : await explainStory(db, id, createBackground());
      if (explanation === null) {
        throw new AppError('story/unknown', `There is no story "${story}".`, {
          hint: 'Ids and slugs are listed by "variorum export stories".',
          blame: 'user',
        });
      }
      const isExplained = options.explain === true;
      await emit(options.json ? JSON.stringify(explanation) : explanationText(explanation, isExplained));
    });
}
