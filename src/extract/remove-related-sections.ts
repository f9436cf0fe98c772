import { findFirst, named } from './find-elements.ts';
import type { HtmlDocument } from './html-document.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';
import { elementNames } from './measure-element.ts';

/** Names of a heading under which pages list their other articles. */
const RELATED_HEADING =
  /(?:^|[\s_-])(?:related\w*|recommended|also-read|see-also|more-stories|most-(?:read|popular))(?=$|[\s_-])/i;
/** Characters of running text that a page has outside its list of related articles. */
const MIN_ELSEWHERE = 200;

const isSubheading = named('h2 h3 h4 h5');
const isMainHeading = named('h1');

function withFollowing(heading: HtmlElement): HtmlElement[] {
  const section: HtmlElement[] = [];
  for (let next: HtmlElement | null = heading; next !== null; next = next.nextElementSibling)
    section.push(next);
  return section;
}

/**
 * Takes out, in place, each heading whose class or id calls it one of related articles, with all that follows it in its parent:
 * whole articles may follow, which no measure of a block tells from the page's own.
 */
export function removeRelatedSections(document: HtmlDocument): void {
  const headings = elementsBelow(
    document,
    (element) => isSubheading(element) && RELATED_HEADING.test(elementNames(element)),
  );
  if (headings.length === 0) return;
  const all = document.body.textLength;
  for (const heading of headings) {
    const section = withFollowing(heading);
    const length = section.reduce((sum, element) => sum + element.textLength, 0);
    if (all - length < MIN_ELSEWHERE || section.some((element) => findFirst(element, isMainHeading) !== null))
      continue;
    for (const element of section) element.remove();
  }
}
