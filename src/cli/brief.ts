import type { Command } from 'commander';
import { type Archive, openArchive } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import { explainStoredBriefing } from '../pipeline/explain-briefing.ts';
import { briefingExplanationText } from '../publish/export/briefing-explanation-text.ts';
import { briefingText } from '../publish/export/briefing-text.ts';
import { inForm } from '../publish/page-form.ts';
import { emit } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/** `brief STORY`: the current briefing of a story as text, or as data with `--json`; with `--explain` why it says that. */
export function briefCommand(program: Command): void {
  withCommonOptions(program.command('brief'))
    .description('print the briefing of a story')
    .argument('<story>', 'id or slug')
    .option('--written', 'as the language model has written it, where it has')
    .option('--explain', 'why each statement was chosen, and what nearly was')
    .action(
      async (
        story: string,
        options: CommonOptions & { readonly explain?: boolean; readonly written?: boolean },
      ) => {
        await using archive = await openArchive(configOf(options), { mustExist: true });
        const row = await archive.store.db
          .selectFrom('stories')
          .select('slug')
          .where((eb) => eb.or([eb('id', '=', story), eb('slug', '=', story)]))
          .executeTakeFirst();
        const stored = await archive.library.story(row?.slug ?? story);
        const page =
          stored === null ? null : inForm(stored, options.written === true ? 'written' : 'extracted');
        if (page === null) {
          throw new AppError('brief/no-story', `There is no briefed story "${story}".`, {
            hint: 'Ids and slugs are listed by "variorum export stories".',
            blame: 'user',
          });
        }
        if (options.explain === true) await explain(archive, page.briefing.storyId, options);
        else await emit(options.json ? JSON.stringify(page.briefing) : briefingText(page));
      },
    );
}

async function explain({ store, config }: Archive, storyId: string, options: CommonOptions): Promise<void> {
  const explanation = await explainStoredBriefing(
    { store, quotationBudget: config.quotationBudget },
    storyId,
  );
  if (explanation !== null)
    await emit(options.json ? JSON.stringify(explanation) : briefingExplanationText(explanation));
}
