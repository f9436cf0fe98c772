import { findFirst, named } from './find-elements.ts';
import type { HtmlElement } from './html-tree.ts';
import { plainText } from './plain-text.ts';

/** A longer text beside an image is a paragraph of the article. */
const MAX_CAPTION = 250;
const SENTENCE_END = /[.!?…:;,"”’'»)。！？」』]$/u;
const CREDIT =
  /\((?:(?:photo|image|picture|credit|source|foto|file)\b[^()]{0,80}|[^()]{0,60}\b(?:getty images|reuters|afp|ap photo|shutterstock)[^()]{0,30})\)\s*\.?$|^\W*(?:photo|image|picture)s?\s*(?:credit|by|courtesy|:|©)|©/i;

const isPicture = named('img');

function isImage(element: HtmlElement): boolean {
  return isPicture(element) || (element.textLength === 0 && findFirst(element, isPicture) !== null);
}

function precededByImage(element: HtmlElement): boolean {
  let before = element.previousElementSibling;
  while (before?.localName === 'br') before = before.previousElementSibling;
  return before !== null && isImage(before);
}

/**
 * True for a short text directly behind an image that names who took it, or that has no full stop and is alone with the image in
 * their parent.
 */
export function isImageCaption(element: HtmlElement, length: number): boolean {
  if (length === 0 || length > MAX_CAPTION || !precededByImage(element)) return false;
  const text = plainText(element.textContent).trim();
  if (CREDIT.test(text)) return true;
  const parent = element.parentElement;
  return !SENTENCE_END.test(text) && parent !== null && parent.textLength === length;
}
