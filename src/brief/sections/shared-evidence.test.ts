import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle, type WrittenSentence } from '../../../test/builders/brief-input.ts';
import { briefStory } from '../brief-story.ts';

function matrixOf(told: readonly (readonly WrittenSentence[])[]) {
  const articles = told.map((sentences, i) =>
    ledgerArticle({
      id: `a${i}`,
      outlet: ['North Press', 'Courier', 'Daily Whistle'][i]!,
      title: 'Ottery bridge',
      at: '2026-03-12T10:00:00Z',
      sentences,
    }),
  );
  return briefStory(briefInput(articles)).briefing.sections.papersSay.matrix;
}

const LEADS: readonly WrittenSentence[] = [
  {
    role: 'main',
    text: 'The council of Ottery closed the river bridge after cracks were found in a pillar.',
  },
  { role: 'main', text: 'Lorries took the long road on Friday morning as no traffic crossed the water.' },
  { role: 'main', text: 'Shopkeepers fear for their trade while engineers look for damage under the deck.' },
];

describe('the matrix of a story whose papers share no sentence', () => {
  it('has what they quote alike, as a part that the other has', () => {
    const { facts, outlets } = matrixOf([
      [
        LEADS[0]!,
        {
          role: 'evaluation',
          text: '“The pillar has been rotten for twenty years and nobody looked at it,” said Dora Lindqvist after a walk along the shore.',
        },
      ],
      [
        LEADS[1]!,
        {
          role: 'evaluation',
          text: 'At a meeting with anglers the mayor heard from her: “The pillar has been rotten for twenty years and nobody looked at it,” said Dora Lindqvist.',
        },
      ],
      [LEADS[2]!],
    ]);
    expect(outlets).toHaveLength(3);
    expect(facts).toHaveLength(1);
    const [row] = facts;
    const carried = [...row!.cells, ...(row!.partly ?? [])].filter((cell) => cell !== null);
    expect(carried).toHaveLength(2);
  });

  it('is empty where they share nothing', () => {
    expect(matrixOf(LEADS.map((lead) => [lead])).facts).toEqual([]);
  });
});
