import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import { modelFigures } from '../pipeline/model-figures.ts';
import { emit } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/** Name after `variorum_model_`, what it counts, and where it is found. */
const METRICS = [
  ['calls', 'Calls of the last 30 days'],
  ['rejected', 'Answers of no use in the last 30 days'],
  ['tokensIn', 'Tokens sent in the last 30 days'],
  ['tokensOut', 'Tokens answered in the last 30 days'],
  ['money', 'Money spent in the last 30 days'],
  ['versions', 'Versions of stories written'],
  ['statements', 'Statements of first answers'],
  ['refused', 'Statements refused at first'],
  ['replaced', 'Statements for which the extracted one stands'],
] as const;

function nameOf(figure: string): string {
  return `variorum_model_${figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** A label's value in the text format: backslash, quote and line break are escaped. */
function escaped(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

/**
 * `metrics`: figures of the language models in the text format of Prometheus, for a collector that reads files; what they cost is
 * nothing that readers are told, so no address of the site has it.
 */
export function metricsCommand(program: Command): void {
  withCommonOptions(program.command('metrics'))
    .description('print tokens, money and rejections per language model, in the text format of Prometheus')
    .action(async (options: CommonOptions) => {
      await using archive = await openArchive(configOf(options), { mustExist: true });
      const models = await modelFigures(archive.store.db, archive.clock.now());
      if (options.json) return await emit(JSON.stringify({ models }));
      for (const [figure, help] of METRICS) {
        await emit(`# HELP ${nameOf(figure)} ${help}`);
        await emit(`# TYPE ${nameOf(figure)} gauge`);
        for (const one of models)
          await emit(`${nameOf(figure)}{model="${escaped(one.model)}"} ${one[figure]}`);
      }
    });
}
