import { type Command, InvalidArgumentError } from 'commander';
import { fillWorld, openArchive } from '../app.ts';
import { MENTION_TYPES, type MentionType } from '../core/annotation.ts';
import { AppError } from '../core/app-error.ts';
import { ok } from '../core/result.ts';
import type { Store } from '../store/store.ts';
import { addNamesOfQids, countryCodes } from '../store/topic-registers.ts';
import { addTitleCounts, parseTitleCounts } from '../topics/parse-title-counts.ts';
import { parseTopicRow, type TopicAlias } from '../topics/parse-topic-row.ts';
import { parseWikidataEntity } from '../topics/parse-wikidata-entity.ts';
import { loadTypeModel } from '../topics/topic-tools.ts';
import { emit, say } from './output.ts';
import { readLines } from './read-lines.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { askCommands } from './topics/ask-commands.ts';
import { type BaseFormat, formatOf } from './topics/base-file.ts';
import { type BaseCounts, type BaseSource, importBase } from './topics/import-base.ts';

interface ImportOptions extends CommonOptions {
  readonly languages: readonly string[];
  readonly types: ReadonlySet<MentionType>;
  readonly sitelinks: number;
  readonly restart?: boolean;
}

type TitleCounts = ReadonlyMap<string, readonly TopicAlias[]>;

function languageList(text: string): string[] {
  const languages = text.split(',').map((one) => one.trim());
  if (languages.every((one) => /^[a-z]{2,3}(?:-[a-z]+)*$/.test(one))) return languages;
  throw new InvalidArgumentError('Languages are written like en,uk,de.');
}

function typeSet(text: string): Set<MentionType> {
  const names = text.split(',').map((one) => one.trim());
  const types = MENTION_TYPES.filter((type) => names.includes(type));
  if (types.length === names.length) return new Set(types);
  throw new InvalidArgumentError(`Types are ${MENTION_TYPES.join(', ')}, separated by commas.`);
}

function count(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number is needed.');
}

const DEFAULT_LANGUAGES = 'en,de,fr,es,it,pt,uk,ru,ar,zh';
const DEFAULT_TYPES = 'person,organisation,place,event,work';

/** `topics import FILE…` fills the knowledge base; bad rows are named and left out. `search`, `fetch` and `refresh` ask another one. */
export function topicsCommand(program: Command): void {
  const topics = program.command('topics').description('the knowledge base');
  askCommands(topics);
  withCommonOptions(topics.command('import'))
    .description("add persons, bodies and places: NDJSON or Wikidata's JSON dump, plain, .gz or .bz2")
    .argument('<file...>', 'rows as NDJSON, a Wikidata dump, or counts of names as .json')
    .option('--languages <list>', 'of a dump: names in these languages, the title in the first', languageList)
    .option('--types <list>', `of a dump: these kinds of items (default ${DEFAULT_TYPES})`, typeSet)
    .option('--sitelinks <number>', 'of a dump: items with articles in at least so many Wikipedias', count, 1)
    .option('--restart', 'begin anew when an earlier import of the file was broken off')
    .action(async (files: string[], given: Partial<ImportOptions>) => {
      const options: ImportOptions = {
        ...given,
        languages: given.languages ?? languageList(DEFAULT_LANGUAGES),
        types: given.types ?? typeSet(DEFAULT_TYPES),
        sitelinks: given.sitelinks ?? 1,
      };
      const config = configOf(options);
      const formats = new Map<string, BaseFormat>();
      // Before anything is opened: a mistyped name must not leave an empty data folder behind.
      for (const file of files) formats.set(file, await formatOf(file));
      await using archive = await openArchive(config);
      await fillWorld(archive);
      const counts = await importFiles(archive.store, formats, options);
      if (options.json) await emit(JSON.stringify(counts));
      else say(`${counts.imported} topics taken in, ${counts.rejected} rows left out${otherRows(counts)}.`);
      if (counts.rejected > 0) process.exitCode = 2;
    });
}

function otherRows({ leftOut }: BaseCounts): string {
  return leftOut === 0 ? '' : `, ${leftOut} of other kinds or languages passed over`;
}

async function importFiles(
  store: Store,
  formats: ReadonlyMap<string, BaseFormat>,
  options: ImportOptions,
): Promise<BaseCounts> {
  const counts: BaseCounts = { imported: 0, rejected: 0, leftOut: 0 };
  const filesOf = (wanted: BaseFormat) =>
    [...formats].flatMap(([file, format]) => (format === wanted ? [file] : []));
  const titleCounts = await readTitleCounts(filesOf('title-counts'));
  for (const file of filesOf('wikidata-dump')) {
    await importBase(store, await dumpSource(store, file, options), counts);
  }
  for (const file of filesOf('ndjson'))
    await importBase(store, ndjsonSource(file, titleCounts, options), counts);
  const named = await store.db.transaction().execute((db) => addNamesOfQids(db, titleCounts));
  if (titleCounts.size > 0) say(`Counted names were added to ${named} topics.`);
  return counts;
}

function ndjsonSource(file: string, titleCounts: TitleCounts, options: ImportOptions): BaseSource {
  const typeModel = loadTypeModel();
  return {
    file,
    way: `ndjson ${titleCounts.size}`,
    restart: options.restart === true,
    parse: (line) => {
      const row = parseTopicRow(line, typeModel);
      return row.ok ? ok(addTitleCounts(row.value, titleCounts)) : row;
    },
  };
}

async function dumpSource(store: Store, file: string, options: ImportOptions): Promise<BaseSource> {
  const { languages, types, sitelinks: minSitelinks } = options;
  const countries = await countryCodes(store.db);
  return {
    file,
    way: `wikidata ${languages.join()} ${[...types].join()} ${minSitelinks}`,
    restart: options.restart === true,
    parse: (line) => parseWikidataEntity(line, { languages, types, minSitelinks }, countries),
  };
}

async function readTitleCounts(files: readonly string[]): Promise<TitleCounts> {
  const all = new Map<string, readonly TopicAlias[]>();
  for (const file of files) {
    const lines = await Array.fromAsync(readLines(file), ({ text }) => text);
    const parsed = parseTitleCounts(lines.join('\n'));
    if (!parsed.ok)
      throw new AppError(parsed.error.code, `${file}: ${parsed.error.message}`, { blame: 'user' });
    for (const [qid, aliases] of parsed.value) all.set(qid, aliases);
  }
  return all;
}
