/** What is known of the commonest words of the press beforehand: trained on its raw text, without labels. */
export interface WordTable {
  readonly dimensions: number;
  /** Row of each lower-case word. */
  readonly rows: ReadonlyMap<string, number>;
  /** Row-major: words used alike lie near each other. Signed bytes; a row has length 127. */
  readonly vectors: Int8Array;
  /** How favourable a word is by itself, -127 to 127; 0 when it is neither. */
  readonly valence: Int8Array;
  /** How much more opinionated outlets use it than agencies do: log-odds in steps of 1/32. */
  readonly slant: Int8Array;
}

/** The same as it stands in data/models/word-table.json: words by row, bytes in base64. */
export interface StoredWordTable {
  readonly dimensions: number;
  readonly words: string;
  readonly vectors: string;
  readonly valence: string;
  readonly slant: string;
}

/**
 * Reads the table as its trainer writes it.
 * @throws TypeError when it is not one: models are part of the program.
 */
export function readWordTable(json: unknown): WordTable {
  const stored = json as Partial<StoredWordTable> | null;
  const dimensions = Number(stored?.dimensions);
  const words = (stored?.words ?? '').split(' ');
  const vectors = bytes(stored?.vectors);
  const valence = bytes(stored?.valence);
  const slant = bytes(stored?.slant);
  const isTable = vectors.length === words.length * dimensions && valence.length === words.length;
  if (!isTable || slant.length !== words.length) {
    throw new TypeError(
      'data/models/word-table.json is not a word table; train it with: npm run train -- word-table',
    );
  }
  return { dimensions, rows: new Map(words.map((word, row) => [word, row])), vectors, valence, slant };
}

function bytes(base64: string | undefined): Int8Array {
  return Int8Array.from(Buffer.from(base64 ?? '', 'base64'));
}

/** Row of a lower-case word with plain apostrophes, -1 when the table lacks it. */
export function wordRow(table: WordTable, word: string): number {
  return table.rows.get(word) ?? -1;
}
