/** A text of our own gold with its sentences as [start, end) in UTF-16 units. */
export interface GoldSentences {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly sentences: readonly (readonly [number, number])[];
}

/** Reads "en First one. ‖ Second one.¶New line": ‖ between sentences, ¶ for a line break, which ends one, too. */
export function markedSentences(line: string, id: string): GoldSentences {
  const blank = line.indexOf(' ');
  const sentences: [number, number][] = [];
  let text = '';
  for (const [index, part] of line
    .slice(blank + 1)
    .split(/( ‖ |‖|¶)/)
    .entries()) {
    if (index % 2 === 0) {
      sentences.push([text.length, text.length + part.trimEnd().length]);
      text += part;
    } else text += { ' ‖ ': ' ', '‖': '', '¶': '\n' }[part] ?? '';
  }
  return { id, language: line.slice(0, blank), text, sentences };
}

/** A text of our own gold with the times it names; `until` is the start of the last unit of a span of time. */
export interface GoldDates {
  readonly id: string;
  readonly language: string;
  readonly publishedAt: string;
  readonly text: string;
  readonly references: readonly {
    readonly start: number;
    readonly end: number;
    readonly at: string;
    readonly precision: string;
    readonly until?: string;
  }[];
}

/** Reads "en 2026-03-12T09:30 It failed on [Friday|2026-03-06|day].¶More": [words|start|precision] or with |until. */
export function markedDates(line: string, id: string): GoldDates {
  const [, language = '', published = '', marked = ''] = /^(\S+) (\S+) (.*)$/.exec(line) ?? [];
  const references: GoldDates['references'][number][] = [];
  let text = '';
  for (const part of marked.replaceAll('¶', '\n').split(/(\[[^\]]*\])/)) {
    const [words = '', at, precision, until] = part.startsWith('[') ? part.slice(1, -1).split('|') : [part];
    const start = text.length;
    text += words;
    if (at === undefined || precision === undefined) continue;
    const reference = { start, end: text.length, at: isoTime(at), precision };
    references.push(until === undefined ? reference : { ...reference, until: isoTime(until) });
  }
  return { id, language, publishedAt: isoTime(published), text, references };
}

/** Full ISO form, UTC, of one that may stop at the year, month, day or minute. */
function isoTime(short: string): string {
  return new Date(short.includes('T') ? `${short}Z` : short).toISOString();
}

/** A headline or short text of our own gold with its language. */
export interface GoldLanguage {
  readonly id: string;
  readonly language: string;
  readonly text: string;
}

/** Reads "en Council votes". */
export function markedLanguage(line: string, id: string): GoldLanguage {
  return { id, language: line.slice(0, 2), text: line.slice(3) };
}
