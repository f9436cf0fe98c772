/**
 * Where a page of the site lies in a folder: each in a folder of its own as `index.html`, so that the address of the live site leads to
 * it on any static server, and links that name the file work from a disk too.
 */
export function pageFile(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://site.invalid');
  const folders = pathname.split('/').filter((part) => part !== '');
  const page = searchParams.get('page');
  const by = searchParams.get('by');
  const more = [...(by === null ? [] : [by]), ...(page === null || page === '1' ? [] : ['page', page])];
  return [...folders.map(safeName), ...more.map(safeName), 'index.html'].join('/');
}

/** A part of an address as the name of a folder: without what Windows and shells do not take (`host:port`). */
function safeName(part: string): string {
  const name = decodeURIComponent(part).replace(/[^\p{L}\p{N}._-]/gu, '_');
  return /^\.+$/.test(name) ? '_' : name;
}

/** The way from one file of the folder to another. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common += 1;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)]
    .map((part) => encodePart(part))
    .join('/');
}

function encodePart(part: string): string {
  return part === '..' ? part : encodeURIComponent(part);
}
