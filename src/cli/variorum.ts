import { Command, CommanderError } from 'commander';
import { AppError } from '../core/app-error.ts';
import { addCommand } from './add.ts';
import { annotateCommand } from './annotate.ts';
import { briefCommand } from './brief.ts';
import { doctorCommand } from './doctor.ts';
import { evalCommand } from './eval.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { say, sayError } from './output.ts';
import { pollCommand } from './poll.ts';
import { serveCommand } from './serve.ts';
import { topicsCommand } from './topics.ts';
import { verifyCommand } from './verify.ts';
import { workerCommand } from './worker.ts';

function createProgram(): Command {
  const program = new Command('variorum')
    .description('Reads many news outlets and publishes one page per story, every sentence cited.')
    .showHelpAfterError('(variorum COMMAND --help lists the options)');
  // Inherited by the commands that are added after it.
  program.exitOverride();
  const commands = [
    serveCommand,
    workerCommand,
    importCommand,
    addCommand,
    pollCommand,
    briefCommand,
    exportCommand,
    extractCommand,
    annotateCommand,
    topicsCommand,
    verifyCommand,
    evalCommand,
    doctorCommand,
    migrateCommand,
  ];
  for (const command of commands) command(program);
  return program;
}

/** Exit code 2 is the user's mistake, 1 is ours. */
async function main(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    if (error instanceof AppError) sayError(error);
    else if (!(error instanceof CommanderError)) say(`variorum: ${String((error as Error)?.stack ?? error)}`);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof AppError) return error.blame === 'user' ? 2 : 1;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return 1;
}

// A reader that closes our output early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exitCode = 0;
});

await main();
