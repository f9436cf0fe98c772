import { type Zippable, zipSync } from 'fflate';
import { contentHash } from '../../../core/hash.ts';
import type { StoryPage } from '../../../core/library.ts';
import { formatMoment } from '../../format/time.ts';
import { counted } from '../../format/words.ts';
import { escapeXml, xmlText } from '../../format/xml-text.ts';
import { StoryChapter } from './story-chapter.tsx';

export interface EpubBook {
  /** Name of the site; the title is made of it and the time. */
  readonly siteName: string;
  /** In the order of the book. */
  readonly stories: readonly StoryPage[];
}

interface Chapter {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly body: string;
}

const STYLE = `body { font-family: serif; line-height: 1.5; margin: 0 5%; }
h1 { line-height: 1.15; margin: 1em 0 0.3em; }
h2 { border-top: 1px solid; font-size: 1.15em; margin-top: 1.6em; padding-top: 0.3em; }
h3 { font-size: 1em; margin: 1em 0 0.2em; }
p { margin: 0.4em 0; }
sup { font-family: sans-serif; font-size: 0.65em; }
.facts, .thin { font-family: sans-serif; font-size: 0.85em; }
ol li { margin: 0.3em 0; }
`;

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** A document of the book (EPUB 3.3 §6.1). @param body markup that is well-formed as XML */
function xhtml(title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>${xmlText(body)}</body></html>
`;
}

function navigation(title: string, chapters: readonly Chapter[]): string {
  const items = chapters.map(({ file, title: name }) => `<li><a href="${file}">${escapeXml(name)}</a></li>`);
  return xhtml(title, `<nav epub:type="toc" id="toc"><h1>Stories</h1><ol>${items.join('')}</ol></nav>`);
}

interface PackageFields {
  readonly title: string;
  readonly siteName: string;
  readonly identifier: string;
  /** Milliseconds. */
  readonly modifiedAt: number;
}

function packageDocument(fields: PackageFields, chapters: readonly Chapter[]): string {
  const modified = `${new Date(fields.modifiedAt).toISOString().slice(0, 19)}Z`;
  const items = chapters.map(
    ({ id, file }) => `<item id="${id}" href="${file}" media-type="application/xhtml+xml"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">${escapeXml(fields.identifier)}</dc:identifier><dc:title>${escapeXml(fields.title)}</dc:title><dc:language>en</dc:language><dc:creator>${escapeXml(fields.siteName)}</dc:creator><meta property="dcterms:modified">${modified}</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="style" href="style.css" media-type="text/css"/>${items.join('')}</manifest><spine>${chapters.map(({ id }) => `<itemref idref="${id}"/>`).join('')}</spine></package>
`;
}

function chapterOf(page: StoryPage, index: number): Chapter {
  const title = xmlText(page.briefing.headline).trim() || `Story ${index + 1}`;
  const file = `story-${index + 1}.xhtml`;
  return { id: `story-${index + 1}`, file, title, body: String(<StoryChapter page={page} />) };
}

function titlePage(title: string, { stories }: EpubBook): Chapter {
  const articles = stories.reduce((sum, { articles: own }) => sum + own.length, 0);
  const body = String(
    <>
      <h1>{title}</h1>
      <p>
        {counted(stories.length, 'story', 'stories')} from {counted(articles, 'article')}. Every sentence is
        taken from the articles whose numbers follow it; the articles belong to their outlets, and each is
        linked.
      </p>
    </>,
  );
  return { id: 'title', file: 'title.xhtml', title, body };
}

/**
 * Stories as a book: EPUB 3.3, one chapter per story, nothing in it that a reader would have to fetch. The same stories give the same
 * bytes.
 */
export function writeEpub(book: EpubBook): Uint8Array {
  const modifiedAt = Math.max(0, ...book.stories.map(({ briefing }) => briefing.asOf));
  const title = `${book.siteName}, ${formatMoment(modifiedAt)}`;
  const names = book.stories.map(({ card, version }) => `${card.id} ${version}`).join('\n');
  const identifier = `urn:variorum:book:${contentHash(names).slice(0, 32)}`;
  const chapters = [titlePage(title, book), ...book.stories.map(chapterOf)];
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files: Zippable = {
    // First and stored, so that the kind of the file stands at a fixed place in it (EPUB OCF 3.3 §4.3.3).
    mimetype: [encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': encode(CONTAINER),
    'EPUB/package.opf': encode(
      packageDocument({ title, siteName: book.siteName, identifier, modifiedAt }, chapters),
    ),
    'EPUB/nav.xhtml': encode(navigation(title, chapters)),
    'EPUB/style.css': encode(STYLE),
  };
  for (const chapter of chapters) files[`EPUB/${chapter.file}`] = encode(xhtml(chapter.title, chapter.body));
  // Zip knows no time before 1980.
  return zipSync(files, { mtime: Math.max(modifiedAt, Date.UTC(1980, 0, 2)) });
}
