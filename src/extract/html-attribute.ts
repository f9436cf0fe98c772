/** An attribute of an element. */
export class HtmlAttribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): HtmlAttribute {
    return new HtmlAttribute(this.name, this.value);
  }
}

/** What an element's `style` attribute says of a property, as written. */
export function styleOf(written: string, property: string): string {
  for (const rule of written.split(';').reverse()) {
    const colon = rule.indexOf(':');
    if (colon > 0 && rule.slice(0, colon).trim() === property) return rule.slice(colon + 1).trim();
  }
  return '';
}
