import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import { verifyBriefing } from '../brief/verify/verify-briefing.ts';
import { loadLedgerArticles } from '../store/brief-input.ts';
import { briefingOf } from '../store/briefings.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/** `verify`: checks every statement of every story against the stored articles. Exit 1 when anything does not hold. */
export function verifyCommand(program: Command): void {
  withCommonOptions(program.command('verify'))
    .description('check every statement of every story against the articles it cites')
    .action(async (options: CommonOptions) => {
      await using archive = await openArchive(configOf(options), { mustExist: true });
      const { db } = archive.store;
      const stories = await db.selectFrom('stories').select(['id', 'slug']).orderBy('id').execute();
      let findings = 0;
      let briefed = 0;
      for (const story of stories) {
        const record = await briefingOf(db, story.id);
        if (record === null) {
          findings += 1;
          await emit(
            line(options, { story: story.slug, code: 'no-briefing', message: 'the story has no briefing' }),
          );
          continue;
        }
        briefed += 1;
        const articles = await loadLedgerArticles(db, story.id);
        for (const finding of verifyBriefing(record.briefing, articles)) {
          findings += 1;
          await emit(line(options, { story: story.slug, ...finding }));
        }
      }
      if (options.json) await emit(JSON.stringify({ checked: briefed, findings }));
      else say(`${briefed} stories checked, ${findings} findings.`);
      if (findings > 0) process.exitCode = 1;
    });
}

function line(options: CommonOptions, finding: { story: string; code: string; message: string }): string {
  if (options.json) return JSON.stringify(finding);
  return `${finding.story}: ${finding.code}: ${finding.message}`;
}
