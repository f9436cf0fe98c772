import type { Command } from 'commander';
import { createAnnotateTools } from '../annotate/annotate-tools.ts';
import { createTextReader } from '../annotate/text-reader.ts';
import { openArchive } from '../app.ts';
import { filledSections } from '../brief/verify/filled-sections.ts';
import { verifyBriefing } from '../brief/verify/verify-briefing.ts';
import { verifyWriting } from '../brief/verify/verify-writing.ts';
import type { Briefing } from '../core/briefing.ts';
import type { TextReader } from '../core/written.ts';
import { loadLedgerArticles } from '../store/brief-input.ts';
import { briefingOf } from '../store/briefings.ts';
import type { Db } from '../store/store.ts';
import { writingOf } from '../store/writings.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/**
 * `verify`: checks every statement of every story against the stored articles, those of sections that a model has written, too.
 * Exit 1 when anything does not hold.
 */
export function verifyCommand(program: Command): void {
  withCommonOptions(program.command('verify'))
    .description('check every statement of every story against the articles it cites')
    .action(async (options: CommonOptions) => {
      await using archive = await openArchive(configOf(options), { mustExist: true });
      const { db } = archive.store;
      const stories = await db.selectFrom('stories').select(['id', 'slug']).orderBy('id').execute();
      let findings = 0;
      let briefed = 0;
      let written = 0;
      const reader = lazyReader();
      const shares = countFilled();
      for (const story of stories) {
        const checked = await checkStory(db, story.id, reader);
        briefed += Number(checked.briefing !== null);
        written += Number(checked.isWritten);
        findings += checked.findings.length;
        if (checked.briefing !== null) shares.add(checked.briefing);
        for (const finding of checked.findings) await emit(line(options, { story: story.slug, ...finding }));
      }
      if (options.json)
        await emit(JSON.stringify({ checked: briefed, written, findings, filled: shares.shares() }));
      else {
        say(`${briefed} stories checked, ${written} of them as written too, ${findings} findings.`);
        for (const sentence of shares.sentences()) say(sentence);
      }
      if (findings > 0) process.exitCode = 1;
    });
}

interface CheckedStory {
  readonly briefing: Briefing | null;
  readonly isWritten: boolean;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

/** What does not hold of a story: of its page as it was extracted, and as it was written where it was. */
async function checkStory(db: Db, storyId: string, reader: () => TextReader): Promise<CheckedStory> {
  const record = await briefingOf(db, storyId);
  if (record === null) {
    const message = 'the story has no briefing';
    return { briefing: null, isWritten: false, findings: [{ code: 'no-briefing', message }] };
  }
  const articles = await loadLedgerArticles(db, storyId);
  const writing = await writingOf(db, storyId, record.version);
  const told = writing === null ? [] : verifyWriting(writing, articles, reader());
  return {
    briefing: record.briefing,
    isWritten: writing !== null,
    findings: [...verifyBriefing(record.briefing, articles), ...told],
  };
}

/** Where nothing was written nothing has to be read anew, and no tool for it is loaded. */
function lazyReader(): () => TextReader {
  let reader: TextReader | null = null;
  return () => {
    reader ??= createTextReader(createAnnotateTools());
    return reader;
  };
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
