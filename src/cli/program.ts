import { Command, CommanderError } from 'commander';
import { AppError } from '../core/app-error.ts';
import { say, sayError } from './output.ts';
import { VERSION } from './version.ts';

type AddCommand = (program: Command) => void;

/** Loaded when they are asked for: most commands need neither the site nor the text tools. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  worker: async () => (await import('./worker.ts')).workerCommand,
  import: async () => (await import('./import.ts')).importCommand,
  add: async () => (await import('./add.ts')).addCommand,
  poll: async () => (await import('./poll.ts')).pollCommand,
  brief: async () => (await import('./brief.ts')).briefCommand,
  ask: async () => (await import('./ask.ts')).askCommand,
  story: async () => (await import('./story.ts')).storyCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  extract: async () => (await import('./extract.ts')).extractCommand,
  annotate: async () => (await import('./annotate.ts')).annotateCommand,
  topics: async () => (await import('./topics.ts')).topicsCommand,
  admin: async () => (await import('./admin.ts')).adminCommand,
  policy: async () => (await import('./policy.ts')).policyCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  eval: async () => (await import('./eval.ts')).evalCommand,
  metrics: async () => (await import('./metrics.ts')).metricsCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
};

async function createProgram(name: string | undefined): Promise<Command> {
  const program = new Command('variorum')
    .description('Reads many news outlets and publishes one page per story, every sentence cited.')
    .version(VERSION)
    .showHelpAfterError('(variorum COMMAND --help lists the options)');
  // Inherited by the commands that are added after it.
  program.exitOverride();
  const wanted = name === undefined ? undefined : COMMANDS[name];
  for (const load of wanted === undefined ? Object.values(COMMANDS) : [wanted]) (await load())(program);
  return program;
}

/** Runs the command that the arguments name. Exit code 2 is the user's mistake, 1 is ours. */
export async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    const program = await createProgram(process.argv[2]);
    await program.parseAsync();
  } catch (error) {
    // A reader that closes our output early (`| head`) is no error.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
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
