import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import { hashOfToken, newAdminToken } from '../publish/admin/admin-token.ts';
import { saveAdminToken } from '../store/admin-sessions.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/** `admin token`: a new token for the administration; the one before and its sessions end. */
export function adminCommand(program: Command): void {
  const admin = program.command('admin').description('the administration under /admin');
  withCommonOptions(admin.command('token'))
    .description('make a new token, which ends the one before and signs everybody out')
    .action(async (options: CommonOptions) => {
      await using archive = await openArchive(configOf(options));
      const token = newAdminToken();
      await saveAdminToken(archive.store, hashOfToken(token));
      if (options.json) return await emit(JSON.stringify({ token }));
      say('This token lets into the administration (/admin). It is not shown again:');
      await emit(token);
    });
}
