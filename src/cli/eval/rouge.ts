export interface Rouge {
  readonly rouge1: number;
  readonly rouge2: number;
  readonly rougeL: number;
}

/**
 * Words as the scorer beside the data takes them (`../shared/tools/score.mjs rouge`): lower case, ASCII letters and
 * digits, plural and past endings off words of five letters and more. Published packages stem otherwise.
 */
function rougeWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) =>
    word.length > 4 ? word.replace(/(ies|ied)$/, 'y').replace(/(ing|ed|es|s)$/, '') : word,
  );
}

function counted(words: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + size <= words.length; start += 1) {
    const gram = words.slice(start, start + size).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function f1(hits: number, gold: number, found: number): number {
  return gold <= 0 || found <= 0 ? 0 : (2 * hits) / (gold + found);
}

function overlap(gold: readonly string[], found: readonly string[], size: number): number {
  const inFound = counted(found, size);
  let hits = 0;
  for (const [gram, count] of counted(gold, size)) hits += Math.min(count, inFound.get(gram) ?? 0);
  return f1(hits, gold.length - size + 1, found.length - size + 1);
}

/** Length of the longest run of words that both have in this order, with gaps. */
function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let previous: number[] = new Array(b.length + 1).fill(0);
  for (const word of a) {
    const current = [0];
    b.forEach((other, j) => {
      current.push(word === other ? (previous[j] ?? 0) + 1 : Math.max(previous[j + 1] ?? 0, current[j] ?? 0));
    });
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** ROUGE-1, -2 and -L (F1, 0 to 1) of a text against a human one. */
export function rouge(gold: string, found: string): Rouge {
  const a = rougeWords(gold);
  const b = rougeWords(found);
  return {
    rouge1: overlap(a, b, 1),
    rouge2: overlap(a, b, 2),
    rougeL: f1(commonSubsequence(a, b), a.length, b.length),
  };
}
