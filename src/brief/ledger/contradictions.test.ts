import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import { briefStory } from '../brief-story.ts';

const LEAD = 'A ferry burned in the Vessa Strait off Talvia on Friday with 412 passengers on board.';

function contradictionsOf(sentences: readonly string[]) {
  const articles = sentences.map((text, i) =>
    ledgerArticle({
      id: `a${i}`,
      outlet: `Paper ${i}`,
      title: 'Ferry burns off Talvia',
      at: `2025-12-1${2 + i}T09:00:00Z`,
      sentences: [
        { role: 'main', text: LEAD },
        { role: 'main', text },
      ],
    }),
  );
  const { ledger, briefing } = briefStory(briefInput(articles));
  const { differences } = briefing.sections.papersSay;
  return {
    found: ledger.contradictions.map(({ kind, what, sides }) => [
      kind,
      what,
      sides.map(({ outlets }) => outlets),
    ]),
    shown: differences.map(({ kind, sides }) => [kind, sides.map(({ statement }) => statement.text)]),
  };
}

describe('contradictions', () => {
  it('shows a toll whose sentences are short, and whose number stands in a sentence of more', () => {
    const { found, shown } = contradictionsOf([
      'The ferry had 412 people on board, and 27 people are still missing.',
      'Seventeen are still missing.',
      '17 people are missing.',
    ]);
    expect(found).toEqual([['figure', 'people missing', [['paper-2.example'], ['paper-0.example']]]]);
    expect(shown).toEqual([
      [
        'figure',
        ['17 people are missing.', 'The ferry had 412 people on board, and 27 people are still missing.'],
      ],
    ]);
  });

  it('takes no number that picks some out for a count', () => {
    const { found } = contradictionsOf([
      'The first 2 deaths were in the bow.',
      '9 people were killed in the fire.',
    ]);
    expect(found).toEqual([]);
  });

  it.each<[string, string, string, boolean]>([
    [
      'what one says and another denies',
      'The owner of the ferry knew that the sprinklers were faulty, Bertil Ravn said.',
      'Dagny Hoskold denied that the owner knew of faulty sprinklers on the ferry.',
      true,
    ],
    [
      'no denial of what nobody says',
      'The harbour was closed to all traffic until the evening, Bertil Ravn said.',
      'Dagny Hoskold denied that the owner knew of faulty sprinklers on the ferry.',
      false,
    ],
    [
      'nothing that was refused',
      'The owner of the ferry asked for bail and knew the sprinklers were faulty, Bertil Ravn said.',
      'The court denied bail to the owner of the ferry, Dagny Hoskold said.',
      false,
    ],
    [
      'nothing that is not denied',
      'The owner of the ferry knew that the sprinklers were faulty, Bertil Ravn said.',
      'Dagny Hoskold could not deny that the owner knew of faulty sprinklers on the ferry.',
      false,
    ],
  ])('finds %s', (_, said, denied, isFound) => {
    const { found } = contradictionsOf([said, denied]);
    expect(found).toEqual(
      isFound ? [['denial', 'what Dagny Hoskold denies', [['paper-0.example'], ['paper-1.example']]]] : [],
    );
  });
});
