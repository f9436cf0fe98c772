import { decodeHTML, escapeUTF8 } from 'entities';

/**
 * Everything outside Char of XML 1.0 §2.2, which cannot stand in a document in any form, and the control characters that
 * it advises against and that parsers treat differently.
 */
const NOT_XML = /[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without the characters that would make an XML document ill-formed. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(NOT_XML, '');
}

/** A text as content or attribute value of an XML element. */
export function escapeXml(text: string): string {
  return escapeUTF8(xmlText(text));
}

/** Plain text as HTML: for fields that readers of feeds take for markup (`description` of RSS 2.0). */
export function htmlText(text: string): string {
  return escapeUTF8(xmlText(text));
}

/**
 * Plain text for a field that some readers take for text and others for HTML (`title` of RSS 2.0, whose specification
 * leaves it open). Text that means the same both ways stays as it is; what a parser of HTML would read as a tag or a
 * character reference is escaped.
 */
export function eitherText(text: string): string {
  const clean = xmlText(text);
  return /<[a-z/!?]/i.test(clean) || decodeHTML(clean) !== clean ? escapeUTF8(clean) : clean;
}
