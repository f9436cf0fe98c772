import { escapeUTF8 } from 'entities';
import { parseHTML } from 'linkedom';
import type { Address } from '../../address.ts';
import { relativePath } from './page-files.ts';

/** What a page of the copy may lead to. */
export interface SiteCopy {
  readonly address: Address;
  /** File of a page or asset by its path with query, without the site's prefix; undefined when it is not copied. */
  fileOf(path: string): string | undefined;
  /** Whether the copy has an address of its own; without one, what needs an absolute address is left out. */
  readonly hasAddress: boolean;
}

type Element = ReturnType<ReturnType<typeof parseHTML>['document']['querySelectorAll']>[number];

/** Needs a server, or a page that runs scripts: browsers load no modules from a disk. */
const LEFT_OUT = 'script[src], form, search';
const NEEDS_ADDRESS =
  'link[rel="canonical"], meta[property="og:url"], meta[property^="og:image"], script[type="application/ld+json"]';

/** A link of the site as a link within the copy; null when it leads to nothing there. */
function localLink(href: string, from: string, { address, fileOf }: SiteCopy): string | null {
  const [place = '', fragment] = address.route(href).split('#');
  // The query of a passage only marks it; every other query is a page of its own.
  const file = fileOf(place.startsWith('/article/') ? (place.split('?')[0] ?? '') : place);
  if (file === undefined) return null;
  return `${relativePath(from, file)}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** A link to what is not copied is no link: in a row of links it goes, in a text its words stay. */
function unlink(link: Element): void {
  const row = link.closest('nav, .plain-row, .paging');
  const item = link.closest('li');
  if (row === null) link.replaceWith(...link.childNodes);
  else (item !== null && item.children.length === 1 ? item : link).remove();
}

function rewriteLink(element: Element, file: string, copy: SiteCopy): void {
  const href = element.getAttribute('href') ?? '';
  if (!href.startsWith('/')) return;
  const local = localLink(href, file, copy);
  if (local !== null) element.setAttribute('href', local);
  else if (element.localName === 'a') unlink(element);
  else element.remove();
}

function rewriteSource(element: Element, file: string, copy: SiteCopy): void {
  const local = localLink(element.getAttribute('src') ?? '', file, copy);
  if (local === null) element.remove();
  else element.setAttribute('src', local);
}

/** A page of the site as a page of the copy: links relative, and nothing in it that only a server can answer. */
export function rewritePage(html: string, file: string, copy: SiteCopy): string {
  const { document } = parseHTML(html);
  const drop = copy.hasAddress ? LEFT_OUT : `${LEFT_OUT}, ${NEEDS_ADDRESS}`;
  for (const element of document.querySelectorAll(drop)) element.remove();
  for (const element of document.querySelectorAll('[src]')) rewriteSource(element, file, copy);
  for (const element of document.querySelectorAll('[href]')) rewriteLink(element, file, copy);
  // The serialiser writes the text of these as it is.
  for (const element of document.querySelectorAll('title, textarea'))
    element.textContent = escapeUTF8(element.textContent ?? '');
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}
