import type { HtmlElement } from './html-tree.ts';
import { textLength } from './measure-element.ts';
import { plainText } from './plain-text.ts';

/** A longer text beside an image is a paragraph of the article. */
const MAX_CAPTION = 250;
const SENTENCE_END = /[.!?…:;,"”’'»)。！？」』]$/u;
const CREDIT =
  /\((?:(?:photo|image|picture|credit|source|foto|file)\b[^()]{0,80}|[^()]{0,60}\b(?:getty images|reuters|afp|ap photo|shutterstock)[^()]{0,30})\)\s*\.?$|^\W*(?:photo|image|picture)s?\s*(?:credit|by|courtesy|:|©)|©/i;

function isImage(element: HtmlElement): boolean {
  const isPicture = element.tagName.toLowerCase() === 'img';
  return isPicture || (element.querySelector('img') !== null && textLength(element) === 0);
}

function precededByImage(element: HtmlElement): boolean {
  let before = element.previousElementSibling;
  while (before?.tagName.toLowerCase() === 'br') before = before.previousElementSibling;
  return before !== null && before !== undefined && isImage(before);
}

/**
 * True for a short text directly behind an image that names who took it, or that has no full stop and is alone with the image in
 * their parent.
 */
export function isImageCaption(element: HtmlElement, length: number): boolean {
  if (length === 0 || length > MAX_CAPTION || !precededByImage(element)) return false;
  const text = plainText(element.textContent ?? '').trim();
  if (CREDIT.test(text)) return true;
  const parent = element.parentElement;
  return !SENTENCE_END.test(text) && parent !== null && textLength(parent) === length;
}
