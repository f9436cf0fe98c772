import type { HtmlDocument, HtmlElement } from './html-tree.ts';
import { elementNames, textLength } from './measure-element.ts';

/** Names of a heading under which pages list their other articles. */
const RELATED_HEADING =
  /(?:^|[\s_-])(?:related\w*|recommended|also-read|see-also|more-stories|most-(?:read|popular))(?=$|[\s_-])/i;
/** Characters of running text that a page has outside its list of related articles. */
const MIN_ELSEWHERE = 200;

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
  const headings = [...document.querySelectorAll('h2, h3, h4, h5')].filter((heading) =>
    RELATED_HEADING.test(elementNames(heading)),
  );
  if (headings.length === 0) return;
  const all = textLength(document.body);
  for (const heading of headings) {
    const section = withFollowing(heading);
    const length = section.reduce((sum, element) => sum + textLength(element), 0);
    if (all - length < MIN_ELSEWHERE || section.some((element) => element.querySelector('h1') !== null))
      continue;
    for (const element of section) element.remove();
  }
}
