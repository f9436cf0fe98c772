import type { Command } from 'commander';
import { openPostgres, openSqlite } from '../store/open-store.ts';
import { migrate } from '../store/store.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/** `migrate`: brings the schema of the database up to date. */
export function migrateCommand(program: Command): void {
  withCommonOptions(program.command('migrate'))
    .description('bring the database schema up to date')
    .action(async (options: CommonOptions) => {
      const { database } = configOf(options);
      const store =
        database.kind === 'sqlite'
          ? openSqlite(database.file)
          : await openPostgres(database.connectionString);
      try {
        const done = await migrate(store);
        if (options.json) await emit(JSON.stringify({ migrations: done }));
        else say(done.length === 0 ? 'The schema is up to date.' : `Done: ${done.join(', ')}.`);
      } finally {
        await store.close();
      }
    });
}
