import type { Command } from 'commander';
import { type Config, readEnvironment, type Settings, toConfig } from '../config.ts';

/** Options that name the database; every command has them. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--data <dir>', 'data folder (VARIORUM_DATA; default ./.variorum)')
    .option('--json', 'machine-readable output');
}

/** The environment, overruled by the command line. */
export function configOf(options: CommonOptions, more: Settings = {}): Config {
  const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
  return toConfig({
    ...readEnvironment(),
    ...(options.data === undefined ? {} : { dataDir: options.data }),
    ...given,
  });
}
