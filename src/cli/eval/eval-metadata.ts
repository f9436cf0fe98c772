import type { Page } from '../../core/article.ts';
import type { MergedMetadata } from '../../extract/metadata.ts';
import { parsePage } from '../../extract/parse-page.ts';
import { readBlocks } from '../../extract/read-blocks.ts';
import { readPage } from '../../extract/read-page.ts';
import { sameByline, sameTitle } from './metadata-scores.ts';
import { readArchive } from './read-archive.ts';
import { shingleScore } from './scores.ts';

interface Stated {
  readonly title: string | null;
  readonly byline: string | null;
  readonly lang?: string | null;
  readonly siteName?: string | null;
  readonly publishedTime?: string | null;
}

const MINUTE_MS = 60_000;

/** Whether each field that is stated was read right; null where nothing is stated. */
function compare(stated: Stated, read: MergedMetadata): Record<string, boolean | null> {
  const { title, byline, lang, siteName, publishedTime } = stated;
  const stem = lang?.slice(0, 2).toLowerCase();
  return {
    title: title === null || title === '' ? null : sameTitle(title, read.title),
    byline: byline === null ? null : sameByline(byline, read.byline),
    published: publishedTime
      ? Math.abs(Date.parse(publishedTime) - (read.publishedAt ?? Number.NaN)) < MINUTE_MS
      : null,
    language: stem ? stem === read.language : null,
    site: siteName ? sameTitle(siteName, read.siteName ?? '') : null,
  };
}

function textOf(html: string): string {
  const parsed = parsePage(html);
  if (!parsed.ok) return '';
  return readBlocks(parsed.value.document.body)
    .map((block) => block.text)
    .join('\n');
}

/**
 * Metadata and text of Mozilla's 130 test pages. Each field's figure is the share that is right of the pages that state it. The
 * expected text is what Readability itself gives, captions and notes on authors included, so that recall has a ceiling below 1;
 * precision shows that nothing of other years and sites is taken in.
 */
export function evalMetadata(): Record<string, number> {
  const files = readArchive('extraction/readability-test-pages.tar.gz');
  const right: Record<string, number> = {};
  const all: Record<string, number> = {};
  const texts: { gold: string; predicted: string }[] = [];
  for (const [path, source] of files) {
    if (!path.endsWith('/source.html')) continue;
    const beside = (name: string): string => files.get(path.replace('source.html', name))?.toString() ?? '';
    const page: Page = { url: 'http://fakehost/test/page.html', html: null, item: null, failureCode: null };
    const read = readPage(page, source.toString());
    if (!read.ok) throw new Error(`${path}: ${read.error.message}`);
    const stated = JSON.parse(beside('expected-metadata.json')) as Stated;
    for (const [field, isRight] of Object.entries(compare(stated, read.value.metadata))) {
      if (isRight === null) continue;
      all[field] = (all[field] ?? 0) + 1;
      right[field] = (right[field] ?? 0) + Number(isRight);
    }
    texts.push({ gold: textOf(beside('expected.html')), predicted: read.value.lines.join('\n') });
  }
  const shares = Object.entries(all).map(([field, count]) => [
    `mozilla.${field}`,
    (right[field] ?? 0) / count,
  ]);
  const { precision, recall } = shingleScore(texts);
  return { ...Object.fromEntries(shares), 'mozilla.precision': precision, 'mozilla.recall': recall };
}
