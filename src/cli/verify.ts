import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import { filledSections } from '../brief/verify/filled-sections.ts';
import { verifyBriefing } from '../brief/verify/verify-briefing.ts';
import type { Briefing } from '../core/briefing.ts';
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
      const shares = countFilled();
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
        shares.add(record.briefing);
        const articles = await loadLedgerArticles(db, story.id);
        for (const finding of verifyBriefing(record.briefing, articles)) {
          findings += 1;
          await emit(line(options, { story: story.slug, ...finding }));
        }
      }
      if (options.json) await emit(JSON.stringify({ checked: briefed, findings, filled: shares.shares() }));
      else {
        say(`${briefed} stories checked, ${findings} findings.`);
        for (const sentence of shares.sentences()) say(sentence);
      }
      if (findings > 0) process.exitCode = 1;
    });
}

/** Sections are asked to be filled where so many independent outlets report. */
const MIN_OUTLETS = 4;

/** How many of the stories with enough outlets have something to read in each section. */
function countFilled() {
  const filled = new Map<string, number>();
  let stories = 0;
  return {
    add(briefing: Briefing): void {
      if (briefing.counts.independentOutlets < MIN_OUTLETS) return;
      stories += 1;
      for (const [section, isFilled] of Object.entries(filledSections(briefing)))
        filled.set(section, (filled.get(section) ?? 0) + Number(isFilled));
    },
    shares(): Record<string, number> {
      return Object.fromEntries([...filled].map(([section, count]) => [section, count / stories]));
    },
    sentences(): string[] {
      if (stories === 0) return [];
      const list = [...filled].map(
        ([section, count]) => `${section} ${((100 * count) / stories).toFixed(1)} %`,
      );
      return [
        `Filled in ${stories} stories of ${MIN_OUTLETS} and more independent outlets: ${list.join(', ')}.`,
      ];
    },
  };
}

function line(options: CommonOptions, finding: { story: string; code: string; message: string }): string {
  if (options.json) return JSON.stringify(finding);
  return `${finding.story}: ${finding.code}: ${finding.message}`;
}
