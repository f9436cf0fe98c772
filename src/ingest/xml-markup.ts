/** One piece of markup of an XML text. Comments, CDATA sections and instructions are passed over, never reported. */
export interface XmlTag {
  readonly kind: 'start' | 'end' | 'empty';
  /** Qualified name in lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

// No alternative can match what another one matches, and no part of it spans another `<` twice: it runs in linear time.
const MARKUP =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([A-Za-z_][\w.-]*(?::[\w.-]+)?)([^<>]*)>/g;

/** Tags of a text in order, whether it is well-formed or not. */
export function* tagsOf(xml: string): Generator<XmlTag> {
  for (const match of xml.matchAll(MARKUP)) {
    const [whole, slash, name, attributes] = match;
    if (name === undefined) continue;
    const kind = slash === '/' ? 'end' : attributes?.endsWith('/') === true ? 'empty' : 'start';
    yield { kind, name: name.toLowerCase(), start: match.index, end: match.index + whole.length };
  }
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The children of these names (lower case, as written) that are complete, each with its tags, in order. */
export function completeElements(xml: string, names: ReadonlySet<string>): string[] {
  const lower = xml.toLowerCase();
  const elements: string[] = [];
  // Once a name has no end tag ahead it has none further on either: looking again would cost the square of the length.
  const unclosed = new Set<string>();
  let position = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.start < position || tag.kind === 'end' || !names.has(tag.name) || unclosed.has(tag.name))
      continue;
    const end = tag.kind === 'empty' ? tag.end : endOfElement(lower, tag);
    if (end === -1) unclosed.add(tag.name);
    else elements.push(xml.slice(tag.start, end));
    position = Math.max(position, end);
  }
  return elements;
}

function endOfElement(lower: string, tag: XmlTag): number {
  const close = lower.indexOf(`</${tag.name}`, tag.end);
  const end = close === -1 ? -1 : lower.indexOf('>', close);
  return end === -1 ? -1 : end + 1;
}
