import { posix } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/core/briefing.ts';
import type { StoryPage } from '../../src/core/library.ts';
import { writeEpub } from '../../src/publish/export/epub/epub.tsx';
import { fillerStory, halvikStory } from '../builders/library-builder.ts';
import { HOSTILE_TEXTS, survivingText } from '../hostile/hostile-texts.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ['item', 'itemref'].includes(name),
});

interface Package {
  readonly package: {
    readonly '@unique-identifier': string;
    readonly metadata: Readonly<Record<string, unknown>>;
    readonly manifest: { readonly item: readonly Readonly<Record<string, string>>[] };
    readonly spine: { readonly itemref: readonly Readonly<Record<string, string>>[] };
  };
}

function open(bytes: Uint8Array) {
  const files = new Map(
    Object.entries(unzipSync(bytes)).map(([name, file]) => [name, new TextDecoder().decode(file)]),
  );
  return { files, opf: parser.parse(files.get('EPUB/package.opf') ?? '') as Package };
}

/** What EPUBCheck would find wrong with what we write. */
function problemsOf(bytes: Uint8Array): string[] {
  const problems: string[] = [];
  const start = Buffer.from(bytes.subarray(0, 58));
  if (start.readUInt16LE(8) !== 0 || start.readUInt16LE(28) !== 0)
    problems.push('mimetype is packed or has an extra field');
  if (start.subarray(30).toString('latin1') !== 'mimetypeapplication/epub+zip')
    problems.push('mimetype is not first');
  const { files, opf } = open(bytes);
  if (!files.get('META-INF/container.xml')?.includes('full-path="EPUB/package.opf"'))
    problems.push('no container');
  for (const [name, text] of files) {
    if (/\.(?:xhtml|opf|xml)$/.test(name) && XMLValidator.validate(text) !== true)
      problems.push(`${name} is no XML`);
    problems.push(...linkProblems(name, text, files));
  }
  return [...problems, ...packageProblems(opf, files)];
}

function packageProblems({ package: book }: Package, files: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const items = book.manifest.item;
  const named = items.map((item) => `EPUB/${item['@href']}`);
  const packed = [...files.keys()].filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf'));
  if (named.toSorted().join() !== packed.toSorted().join())
    problems.push('the manifest is not what is packed');
  if (items.filter((item) => item['@properties'] === 'nav').length !== 1) problems.push('not one navigation');
  const ids = new Set(items.map((item) => item['@id']));
  if (ids.size !== items.length) problems.push('an id is repeated');
  for (const { '@idref': id = '' } of book.spine.itemref) if (!ids.has(id)) problems.push(`spine: ${id}`);
  for (const name of ['dc:identifier', 'dc:title', 'dc:language'])
    if (book.metadata[name] === undefined) problems.push(`no ${name}`);
  if (!/modified">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ</.test(files.get('EPUB/package.opf') ?? ''))
    problems.push('no time');
  return problems;
}

function linkProblems(name: string, text: string, files: ReadonlyMap<string, string>): string[] {
  if (!name.endsWith('.xhtml')) return [];
  const problems: string[] = [];
  if (/<(?:script|img|iframe|object|audio|video)\b|<link[^>]+href="http|\son[a-z]+="/.test(text))
    problems.push(`${name} fetches or runs something`);
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  if (new Set(ids).size !== ids.length) problems.push(`${name} has an id twice`);
  for (const [, link = ''] of text.matchAll(/<a[^>]* href="([^"]+)"/g)) {
    if (/^https?:/.test(link)) continue;
    const [path = '', id] = link.split('#');
    const target = path === '' ? name : posix.join(posix.dirname(name), path);
    if (!files.has(target)) problems.push(`${name}: ${link}`);
    if (id !== undefined && !files.get(target)?.includes(` id="${id}"`)) problems.push(`${name}: ${link}`);
  }
  return problems;
}

describe('a book of stories', () => {
  it('is a valid EPUB with a chapter per story', () => {
    const bytes = writeEpub({ siteName: 'Variorum', stories: [halvikStory(), fillerStory(1)] });
    expect(problemsOf(bytes)).toEqual([]);
    const { files, opf } = open(bytes);
    expect(opf.package.spine.itemref).toHaveLength(3);
    const chapter = files.get('EPUB/story-1.xhtml') ?? '';
    for (const part of ['What’s happened', 'Common questions', 'The sources do not say.', 'The articles'])
      expect(chapter).toContain(part);
    expect(chapter).toMatch(/<sup><a href="#source-\d+">\d+<\/a>/);
    expect(files.get('EPUB/nav.xhtml')).toContain('Fire on container ship');
  });

  it('is the same for the same stories', () => {
    const book = () => writeEpub({ siteName: 'Variorum', stories: [halvikStory()] });
    expect(Buffer.compare(book(), book())).toBe(0);
  });

  it.each(HOSTILE_TEXTS)('holds %j as text', (evil) => {
    const page = halvikStory();
    const { sections } = page.briefing;
    const say = (statement: Statement): Statement => ({
      ...statement,
      text: evil,
      by: { name: evil, outletId: 'x' },
    });
    const story: StoryPage = {
      ...page,
      briefing: {
        ...page.briefing,
        headline: evil,
        sections: { ...sections, whatHappened: sections.whatHappened.map(say) },
        thin: { whatHappened: evil },
      },
      articles: page.articles.map((passages) => ({
        ...passages,
        article: {
          ...passages.article,
          title: evil,
          url: evil,
          outlet: { ...passages.article.outlet, name: evil },
        },
      })),
    };
    const bytes = writeEpub({ siteName: evil, stories: [story] });
    expect(problemsOf(bytes)).toEqual([]);
    const heading = /<h1>([\s\S]*?)<\/h1>/.exec(open(bytes).files.get('EPUB/story-1.xhtml') ?? '')?.[1];
    expect(
      heading?.replace(
        /&(lt|gt|amp|quot|#39);/g,
        (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'",
      ),
    ).toBe(survivingText(evil));
  });
});
