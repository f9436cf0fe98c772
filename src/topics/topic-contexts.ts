/** What the press writes around a topic. */
export interface TopicContext {
  /** In how many articles it was read. */
  readonly articles: number;
  /** The stems that tell most. */
  readonly terms: readonly string[];
  /** In the space of the word vectors, of length 127. */
  readonly vector: Int8Array;
}

/** Contexts by topic id; topics of which little was read have none. */
export type TopicContexts = ReadonlyMap<string, TopicContext>;

/**
 * Reads data/models/topic-contexts.json; `words` are the stems of the word vectors by number.
 * @throws TypeError when it is not what the trainer writes: models are part of the program.
 */
export function readTopicContexts(json: unknown, words: readonly string[]): TopicContexts {
  const stored = json as { ids?: unknown; articles?: unknown; terms?: unknown; vectors?: unknown } | null;
  const ids = String(stored?.ids ?? '').split(' ');
  const articles = String(stored?.articles ?? '')
    .split(' ')
    .map(Number);
  const terms = String(stored?.terms ?? '').split(',');
  const vectors = Int8Array.from(Buffer.from(String(stored?.vectors ?? ''), 'base64'));
  const size = vectors.length / ids.length;
  if (ids.length !== terms.length || !Number.isInteger(size) || size === 0) {
    throw new TypeError(
      'data/models/topic-contexts.json does not hold contexts; train it with: npm run train -- topic-contexts',
    );
  }
  return new Map(
    ids.map((id, at): [string, TopicContext] => {
      const numbers = terms[at] === '' ? [] : (terms[at] ?? '').split(' ').map(Number);
      const vector = vectors.subarray(at * size, (at + 1) * size);
      return [
        id,
        { articles: articles[at] ?? 0, terms: numbers.flatMap((number) => words[number] ?? []), vector },
      ];
    }),
  );
}
