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
