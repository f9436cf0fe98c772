import { parseHTML } from 'linkedom';

export interface Markup {
  /** Elements in their order with the names of their attributes: what a page is made of, whatever its words are. */
  readonly skeleton: readonly string[];
  /** What could run, load or lead where it should not. */
  readonly dangers: readonly string[];
}

/** Whether an address can be followed safely, read as a browser reads it: blanks and control characters do not count. */
function isSafeAddress(address: string): boolean {
  const read = [...address].filter((letter) => letter > ' ' && letter !== '\u007F').join('');
  return /^(?:https?:|[/?#])/i.test(read) || !/^[^/?#]*:/.test(read);
}

const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'srcdoc', 'xlink:href']);
const FOREIGN =
  /^(?:iframe|object|embed|base|style|applet|frame|marquee|math|template|noscript|xmp|listing|plaintext|textarea)$/;
/** A field of our forms for longer texts: one that a text brings along stands in no form that has it so. */
const OWN_FIELD = 'form[method="post"] textarea[id][name][rows][maxlength]';
const OWN_SCRIPT = /^\/(?:\w+\/)?assets\/[\w./-]+\.js$/;

function dangersOf(element: Element, allowed: string | null): string[] {
  const { localName } = element;
  const isForeign = FOREIGN.test(localName) && !element.matches(OWN_FIELD);
  const found = isForeign || element.hasAttribute('http-equiv') ? [`<${localName}>`] : [];
  const isData = element.getAttribute('type') === 'application/ld+json';
  if (localName === 'script' && !isData && !OWN_SCRIPT.test(element.getAttribute('src') ?? ''))
    found.push(`<script> ${element.textContent}`);
  for (const { name, value } of element.attributes) {
    if (/^on|^style$/i.test(name)) found.push(`${localName} ${name}`);
    if (ADDRESSES.has(name) && value !== allowed && !isSafeAddress(value)) found.push(`${name}=${value}`);
  }
  return found;
}

/** @param allowed the one script address that a page may have */
export function readMarkup(html: string, allowed: string | null = null): Markup {
  const { document } = parseHTML(html);
  const elements = [...document.querySelectorAll('*')];
  return {
    skeleton: elements.map((element) =>
      [element.localName, ...[...element.attributes].map(({ name }) => name).sort()].join(' '),
    ),
    dangers: elements.flatMap((element) => dangersOf(element, allowed)),
  };
}
