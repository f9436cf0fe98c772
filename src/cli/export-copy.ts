import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Archive } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import type { StoryPage } from '../core/library.ts';
import { writeEpub } from '../publish/export/epub/epub.tsx';
import { chosenStories } from '../publish/export/static/plan-site.ts';
import { copySite } from '../publish/export/static/static-site.ts';
import { formatMoment } from '../publish/format/time.ts';
import { say } from './output.ts';
import { reportRows } from './row-progress.ts';
import { VERSION } from './version.ts';

/** What of the site leaves it, and where to. */
export interface CopyChoice {
  readonly out: string;
  readonly limit: number;
  readonly stories: readonly string[];
  readonly baseUrl: string | null;
}

async function choose(archive: Archive, { stories, limit }: CopyChoice) {
  const chosen = await chosenStories(archive.library, { slugs: stories, limit });
  if (chosen.length > 0) return chosen;
  throw new AppError('export/nothing', 'There is no such story, so there is nothing to export.', {
    hint: 'The slug is the last part of the address of a story; "export stories" lists them all.',
    blame: 'user',
  });
}

/** @throws AppError `export/not-empty`: what lies there is never mixed with a copy */
async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return;
  throw new AppError('export/not-empty', `The folder ${folder} is not empty.`, {
    hint: 'Name a new one with --out, or empty it first.',
    blame: 'user',
  });
}

/** Writes stories as a folder of pages. */
export async function exportHtml(archive: Archive, choice: CopyChoice): Promise<void> {
  const { library, config, clock } = archive;
  const stories = await choose(archive, choice);
  await emptyFolder(choice.out);
  const progress = reportRows('pages');
  try {
    const pages = await copySite(
      {
        library,
        clock,
        siteName: config.siteName,
        notice:
          config.notice ??
          `A copy made ${formatMoment(clock.now())}: search and questions need the site itself.`,
        version: VERSION,
        asker: null,
        policyReader: null,
        ready: async () => true,
      },
      {
        stories,
        baseUrl: choice.baseUrl,
        write: async (file, bytes) => {
          const path = join(choice.out, file);
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, bytes);
        },
        onPage: (done, size) => progress.update(done, { done, size }),
      },
    );
    say(
      `${pages} pages of ${stories.length} stories are in ${choice.out}: open ${join(choice.out, 'index.html')}`,
    );
  } finally {
    progress.stop();
  }
}

/** Writes stories as a book. */
export async function exportEpub(archive: Archive, choice: CopyChoice): Promise<void> {
  const stories: StoryPage[] = [];
  for (const { slug } of await choose(archive, choice)) {
    const page = await archive.library.story(slug);
    if (page !== null) stories.push(page);
  }
  const bytes = writeEpub({ siteName: archive.config.siteName, stories });
  await mkdir(dirname(choice.out), { recursive: true });
  await writeFile(choice.out, bytes);
  say(`${stories.length} stories are in ${choice.out}`);
}
