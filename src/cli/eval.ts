import { Argument, type Command } from 'commander';
import { AppError } from '../core/app-error.ts';
import { type ApplyPool, createApplyPool } from '../pipeline/apply-pool.ts';
import { evalAsk } from './eval/eval-ask.ts';
import { evalBriefing } from './eval/eval-briefing.ts';
import { evalCopies } from './eval/eval-copies.ts';
import { evalDates } from './eval/eval-dates.ts';
import { evalDescriptions } from './eval/eval-descriptions.ts';
import { evalExtraction } from './eval/eval-extraction.ts';
import { evalFeeds } from './eval/eval-feeds.ts';
import { evalFigures } from './eval/eval-figures.ts';
import { evalLanguages } from './eval/eval-languages.ts';
import { evalLinking } from './eval/eval-linking.ts';
import { evalLoaded } from './eval/eval-loaded.ts';
import { evalNames } from './eval/eval-names.ts';
import { evalQuotes } from './eval/eval-quotes.ts';
import { evalRecurring } from './eval/eval-recurring.ts';
import { evalRoles } from './eval/eval-roles.ts';
import { evalSections } from './eval/eval-sections.ts';
import { evalSentences } from './eval/eval-sentences.ts';
import { evalStories } from './eval/eval-stories.ts';
import { evalTone } from './eval/eval-tone.ts';
import { evalToneModel } from './eval/eval-tone-model.ts';
import { evalVerifier } from './eval/eval-verifier.ts';
import { belowFloor, raisedFloors, readFloors, writeFloors } from './eval/floors.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

type Evaluation = (
  pool: ApplyPool,
  options: { readonly errors?: boolean | string },
) => Promise<Record<string, number>>;

const EVALUATIONS: Readonly<Record<string, Evaluation>> = {
  stories: evalStories,
  copies: evalCopies,
  extraction: evalExtraction,
  feeds: evalFeeds,
  roles: evalRoles,
  sentences: evalSentences,
  dates: evalDates,
  languages: evalLanguages,
  figures: evalFigures,
  descriptions: evalDescriptions,
  names: evalNames,
  tone: evalTone,
  loaded: evalLoaded,
  quotes: evalQuotes,
  linking: evalLinking,
  ask: evalAsk,
  briefing: evalBriefing,
  sections: evalSections,
  recurring: evalRecurring,
  verifier: (pool, { errors }) => evalVerifier(pool, { errors: errors !== undefined && errors !== false }),
};

interface EvalOptions extends CommonOptions {
  readonly raise?: boolean;
  readonly errors?: boolean | string;
  readonly model?: boolean;
  readonly sample?: string;
}

/** `eval NAME`: measures a stage on the data beside the checkout; exit 1 when a figure is below its floor. */
export function evalCommand(program: Command): void {
  withCommonOptions(program.command('eval'))
    .description('measure a stage on ../shared/data or eval/gold and compare with eval/floors.json')
    .addArgument(new Argument('<name>').choices([...Object.keys(EVALUATIONS), 'all']))
    .option('--raise', 'raise the floors to what is reached now')
    .option(
      '--errors [n]',
      'with "feeds" and "verifier": list the cases that are not right; with "stories": the worst errors (default 50)',
    )
    .option(
      '--model',
      'with "tone": measure the configured language model (VARIORUM_MODEL) instead; it has no floor',
    )
    .option('--sample <n>', 'with --model: so many examples, always the same ones (default 600)')
    .action(async (name: string, options: EvalOptions) => {
      if (options.model === true) return await measureModel(name, options);
      const pool = createApplyPool(configOf(options).threads);
      try {
        const names = name === 'all' ? Object.keys(EVALUATIONS) : [name];
        for (const each of names) await measure(each, pool, options);
      } finally {
        await pool.close();
      }
    });
}

/** A model's figure is the model's: nothing of the program falls or rises with it. */
async function measureModel(name: string, options: EvalOptions): Promise<void> {
  if (name !== 'tone' || options.raise === true) {
    throw new AppError('eval/usage', '--model goes with "eval tone", and without --raise.', {
      blame: 'user',
    });
  }
  const figures = await evalToneModel(configOf(options), options.sample);
  if (options.json) return await emit(JSON.stringify({ name: 'tone-model', figures }));
  for (const [figure, value] of Object.entries(figures))
    await emit(`tone-model.${figure} ${value.toFixed(4)}`);
}

async function measure(name: string, pool: ApplyPool, options: EvalOptions): Promise<void> {
  const figures = (await EVALUATIONS[name]?.(pool, options)) ?? {};
  if (options.json) await emit(JSON.stringify({ name, figures }));
  else
    for (const [figure, value] of Object.entries(figures))
      await emit(`${name}.${figure} ${value.toFixed(4)}`);
  const fallen = belowFloor(name, figures, readFloors());
  for (const sentence of fallen) say(`variorum: ${sentence}`);
  if (fallen.length > 0) process.exitCode = 1;
  else if (options.raise) writeFloors(raisedFloors(name, figures, readFloors()));
}
