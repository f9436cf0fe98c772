import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import { answerQuestion } from '../brief/ask/answer-question.ts';
import { AppError } from '../core/app-error.ts';
import { createAsker } from '../pipeline/asker.ts';
import { answerText } from '../publish/export/answer-text.ts';
import { emit } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

interface AskOptions extends CommonOptions {
  readonly story?: string;
}

/** `ask "question"`: what the stored articles answer, with citations, or that they do not say. */
export function askCommand(program: Command): void {
  withCommonOptions(program.command('ask'))
    .description('answer a question from the stored articles, with citations, or refuse')
    .argument('<question>')
    .option('--story <slug>', 'only from the articles of this story')
    .action(async (question: string, options: AskOptions) => {
      const config = configOf(options);
      await using archive = await openArchive(config, { mustExist: true });
      const { store, clock } = archive;
      const asker = createAsker({
        store,
        now: clock.now,
        quotationBudget: config.quotationBudget,
        answer: async (input) => answerQuestion(input),
      });
      const answer = await asker.ask({ text: question, storySlug: options.story ?? null });
      if (answer === null || answer === 'busy') {
        throw new AppError('ask/no-story', `There is no story "${options.story}".`, {
          hint: 'Slugs are listed by "variorum export stories".',
          blame: 'user',
        });
      }
      const { articles, ...data } = answer;
      await emit(options.json ? JSON.stringify(data) : answerText(answer));
    });
}
