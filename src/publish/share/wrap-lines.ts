/** Width of a text at a font size of 1, in the same unit as the box. */
export type Measure = (text: string) => number;

export interface WrappedText {
  readonly size: number;
  readonly lines: readonly string[];
}

interface Box {
  readonly width: number;
  /** Font sizes with how many lines of them fit, largest first. */
  readonly sizes: readonly (readonly [size: number, lines: number])[];
}

/** Lines of whole words, each at most as wide as the box; a single word that is wider stands alone. */
function breakLines(
  words: readonly (readonly [word: string, width: number])[],
  space: number,
  width: number,
) {
  const lines: { text: string; width: number }[] = [];
  for (const [text, own] of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.width + space + own <= width) {
      line.text += ` ${text}`;
      line.width += space + own;
    } else lines.push({ text, width: own });
  }
  return lines;
}

/**
 * Breaks a text into lines at the largest size at which it fits the box; what does not fit at the smallest is cut at a word and
 * ends in an ellipsis. Widths are taken to grow with the size, as they do without hinting.
 */
export function wrapText(text: string, { width, sizes }: Box, measure: Measure): WrappedText {
  const words = text
    .trim()
    .split(/\s+/)
    .map((word) => [word, measure(word)] as const);
  const space = measure('a a') - 2 * measure('a');
  const fits = sizes.find(([size, limit]) => {
    const lines = breakLines(words, space, width / size);
    return lines.length <= limit && lines.every((line) => line.width <= width / size);
  });
  const [size, limit] = fits ?? sizes.at(-1) ?? [16, 1];
  const lines = breakLines(words, space, width / size).map((line) =>
    cutLine(line.text, width / size, measure),
  );
  if (lines.length <= limit) return { size, lines };
  const last = `${(lines[limit - 1] ?? '').replace(/[\s,;:.–-]+$/, '')}…`;
  return { size, lines: [...lines.slice(0, limit - 1), last] };
}

/** A line with a word that is wider than the box loses the end of it. */
function cutLine(line: string, width: number, measure: Measure): string {
  if (measure(line) <= width) return line;
  const letters = [...line];
  while (letters.length > 1 && measure(`${letters.join('')}…`) > width)
    letters.length -= Math.ceil(letters.length / 20);
  return `${letters.join('')}…`;
}
