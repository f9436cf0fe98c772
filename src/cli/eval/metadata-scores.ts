import { cleanByline } from '../../extract/clean-byline.ts';

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * True when the title read is the stated one, case and punctuation aside, or the stated one up to the mark that parts off the name
 * of the site: Mozilla's expectation often keeps that name, which no headline has.
 */
export function sameTitle(stated: string, read: string): boolean {
  if (read === '') return false;
  if (normalised(stated) === normalised(read)) return true;
  return stated.startsWith(read) && /^\s*[|–—·[(_-]/.test(stated.slice(read.length));
}

/**
 * True when the byline read has the names that are stated. The stated one is what the page shows, with its "By", line breaks and
 * dates: its first line with a name is cleaned as ours is. Null when that leaves no name, as in "April 28, 2019".
 */
export function sameByline(stated: string, read: string | null): boolean | null {
  const names = stated.split('\n').flatMap((line) => cleanByline(line) ?? []);
  const name = names[0];
  return name === undefined ? null : normalised(name) === normalised(read ?? '');
}
