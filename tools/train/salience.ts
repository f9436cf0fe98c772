import { writeFileSync } from 'node:fs';
import { annotateArticle } from '../../src/annotate/annotate-article.ts';
import { createAnnotateTools } from '../../src/annotate/annotate-tools.ts';
import { indexStory } from '../../src/brief/ledger/index-story.ts';
import type { StoryIndex } from '../../src/brief/ledger/story-sentence.ts';
import {
  createWordSalience,
  pairFeatures,
  readOpenings,
  sentenceGrams,
  wordFeatures,
} from '../../src/brief/sections/word-salience.ts';
import { quotedWords } from '../../src/brief/sentence-words.ts';
import { leadStory, type SummaryRow, sampleOf } from '../../src/cli/eval/eval-briefing.ts';
import { readRows } from '../../src/cli/eval/read-data.ts';
import { fitLogistic, type LogisticExample } from './fit-logistic.ts';

const L2 = 1;

/** A story of leads and the summary a person wrote of it. */
export interface SummedStory {
  readonly index: StoryIndex;
  readonly summary: string;
}

function gramsOf(index: StoryIndex): ReadonlySet<string> {
  return new Set(index.sentences.flatMap((sentence) => [...sentenceGrams(sentence)]));
}

/** Weights of words and of pairs of them: which a person takes over into a summary. */
export function fitSalience(stories: readonly SummedStory[]): { words: number[]; pairs: number[] } {
  const read = stories.map(({ index, summary }) => ({
    openings: readOpenings(index),
    grams: [...gramsOf(index)],
    used: sentenceGrams({ words: quotedWords(summary) }),
  }));
  const words: LogisticExample[] = read.flatMap(({ openings, grams, used }) =>
    grams
      .filter((gram) => !gram.includes(' '))
      .map((gram) => ({ features: wordFeatures(openings, gram), isTrue: used.has(gram) })),
  );
  const wordWeights = fitLogistic(words, L2);
  const pairs: LogisticExample[] = read.flatMap(({ openings, grams, used }) => {
    const salience = createWordSalience(openings, { words: wordWeights, pairs: [] });
    return grams
      .filter((gram) => gram.includes(' '))
      .map((gram) => ({ features: pairFeatures(openings, gram, salience), isTrue: used.has(gram) }));
  });
  return { words: wordWeights, pairs: fitLogistic(pairs, L2) };
}

/** The module of weights that the program reads. */
export function weightsModule({
  words,
  pairs,
}: {
  words: readonly number[];
  pairs: readonly number[];
}): string {
  const list = (weights: readonly number[]): string =>
    weights.map((weight) => Number(weight.toFixed(3))).join(', ');
  return `/** Weights of a logistic regression each, in the order of \`wordFeatures\` and \`pairFeatures\`. */
export interface SalienceWeights {
  readonly words: readonly number[];
  readonly pairs: readonly number[];
}

/** Made by \`npm run train -- salience\` from the train split of summaries/neus-dev without the part that \`eval briefing\` draws. */
export const SALIENCE_WEIGHTS: SalienceWeights = {
  words: [${list(words)}],
  pairs: [${list(pairs)}],
};
`;
}

export async function train(): Promise<void> {
  const tools = createAnnotateTools();
  const rows = readRows<SummaryRow>('summaries/neus-dev.jsonl.gz');
  const drawn = new Set(sampleOf(rows, 'train').map(({ id }) => id));
  const stories: SummedStory[] = [];
  for (const row of rows) {
    if (row.split !== 'train' || drawn.has(row.id)) continue;
    const story = await leadStory(row, async (lead) => annotateArticle(lead, tools));
    stories.push({ index: indexStory(story), summary: row.neutral_summary });
  }
  const module = weightsModule(fitSalience(stories));
  writeFileSync(new URL('../../src/brief/sections/salience-weights.ts', import.meta.url), module);
}
