import { findFirst, isWithin, named } from './find-elements.ts';
import type { HtmlDocument } from './html-document.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';
import { type CreditedCaption, cleanCredit, splitCredit } from './image-credit.ts';
import { plainText } from './plain-text.ts';

/** Longer texts beside an image are no caption. */
const MAX_CAPTION = 1000;
const isImage = named('img');
const isCaption = (element: HtmlElement): boolean =>
  element.localName === 'figcaption' || /(?:^|[\s_-])caption(?:-text)?(?=$|[\s_-])/i.test(element.className);
const isCredit = (element: HtmlElement): boolean =>
  /credit|copyright|photographer|attribution/i.test(element.className) ||
  element.getAttribute('itemprop') === 'copyrightHolder';
const isFrame = (element: HtmlElement): boolean =>
  element.localName === 'figure' || /(?:^|\s)wp-caption(?=$|\s)/.test(element.className);
const isApart = named('aside footer nav');

/** An image of a page with the text that belongs to it. */
export interface CaptionedImage extends CreditedCaption {
  /** The addresses that the image is loaded from, as written. */
  readonly sources: readonly string[];
}

function textOf(element: HtmlElement | null): string {
  const text = plainText(element?.textContent ?? '').trim();
  return text.length <= MAX_CAPTION ? text : '';
}

function readFrame(frame: HtmlElement): CaptionedImage | null {
  const image = findFirst(frame, isImage);
  if (image === null) return null;
  const written = textOf(findFirst(frame, isCaption));
  const stated = textOf(findFirst(frame, isCredit));
  const sources = image.attributes.flatMap(({ name, value }) => (/src/.test(name) ? [value] : []));
  const credit = splitCredit(stated).credit ?? cleanCredit(stated);
  if (credit === null) return { ...splitCredit(written === '' ? stated : written), sources };
  // A credit in an element of its own mostly stands within the caption's.
  const rest = written.replace(stated, '').replace(/[\s|–—-]+$/, '');
  return { caption: splitCredit(rest.trim()).caption, credit, sources };
}

/** The images of a page that have a caption or a credit, in order, but for those beside the article. */
export function captionedImages(document: HtmlDocument): CaptionedImage[] {
  return elementsBelow(document, isFrame).flatMap((frame) => {
    if (isWithin(frame.parentElement, (at) => isApart(at) || isFrame(at))) return [];
    const image = readFrame(frame);
    return image === null || (image.caption === null && image.credit === null) ? [] : [image];
  });
}

/** Name of the file an address leads to, without size and ending, so that two sizes of one image agree. */
function fileOf(address: string): string {
  const path =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return path.replace(/\.\w{2,5}$/, '').replace(/[-_]\d{2,4}x\d{2,4}$/, '');
}

/** The captioned image that is the article's lead image: the one of its file name, else the first. */
export function leadImageOf(images: readonly CaptionedImage[], imageUrl: string | null): CreditedCaption {
  const file = imageUrl === null ? '' : fileOf(imageUrl);
  const same = images.find(({ sources }) =>
    sources.some((source) => file.length >= 5 && source.includes(file)),
  );
  return same ?? images[0] ?? { caption: null, credit: null };
}
