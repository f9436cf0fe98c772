import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle, type WrittenSentence } from '../../../test/builders/brief-input.ts';
import { briefStory } from '../brief-story.ts';

const OUTLETS = ['North Press', 'Courier', 'Daily Whistle'];

/** The questions of a story that three invented outlets tell, each with these sentences in other words. */
function questionsOf(title: string, told: readonly (readonly WrittenSentence[])[]) {
  const articles = told.map((sentences, i) =>
    ledgerArticle({
      id: `a${i}`,
      outlet: OUTLETS[i % OUTLETS.length]!,
      title,
      at: `2026-03-12T1${i}:00:00Z`,
      sentences,
    }),
  );
  return briefStory(briefInput(articles)).briefing.sections.commonQuestions;
}

const FIRE: readonly WrittenSentence[] = [
  { role: 'main', text: 'A fire at the paper mill in Harrow Bridge killed 12 people late on Thursday.' },
  { role: 'main', text: 'The fire broke out at the paper mill and left 12 people dead, the county said.' },
  { role: 'main', text: 'At the mill in Harrow Bridge a fire killed 12 people, and 30 people were injured.' },
];

describe('commonQuestions', () => {
  it.each<[string, string, WrittenSentence, string, RegExp]>([
    [
      'how many were killed',
      'Fire kills 12 at Harrow Bridge mill',
      { role: 'consequence', text: 'The mill in Harrow Bridge stayed closed on Friday morning.' },
      'How many people were killed?',
      /12 people/,
    ],
    [
      'what caused an accident, by a sentence that names the cause',
      'Fire kills 12 at Harrow Bridge mill',
      {
        role: 'consequence',
        text: 'The fire was caused by a faulty dryer in the north hall of the mill, the county fire service said.',
      },
      'What caused the fire?',
      /faulty dryer/,
    ],
    [
      'where it happened',
      'Fire kills 12 at Harrow Bridge mill',
      {
        role: 'main',
        text: 'The fire broke out in Ottery before midnight and destroyed the old paper mill.',
      },
      'Where did the fire happen?',
      /Ottery/,
    ],
  ])('asks %s', (_, title, more, question, answer) => {
    const questions = questionsOf(
      title,
      FIRE.map((sentence) => [sentence, more]),
    );
    const found = questions.find((one) => one.question === question);
    expect(found?.answer[0]?.text).toMatch(answer);
  });

  it('leaves the cause of an accident open when no source names it', () => {
    const questions = questionsOf(
      'Fire kills 12 at Harrow Bridge mill',
      FIRE.map((sentence) => [sentence]),
    );
    expect(questions.find((one) => one.question === 'What caused the fire?')?.answer).toEqual([]);
  });

  it('asks nothing of a word that is only part of a name', () => {
    const questions = questionsOf(
      'Publisher moves up “Fire and Ice”',
      [
        'moved up its book Fire and Ice on Friday',
        'brought out Fire and Ice',
        'sells Fire and Ice early',
      ].map((words) => [{ role: 'main', text: `The publisher of Dora Lindqvist in Ottery ${words}.` }]),
    );
    expect(questions.map(({ question }) => question).filter((one) => /fire/.test(one))).toEqual([]);
  });

  it.each<[string, WrittenSentence]>([
    ['advice', { role: 'expectation', text: 'Dora Lindqvist said the mill should be torn down at once.' }],
    [
      'a forecast of nobody',
      { role: 'expectation', text: 'The mill will open again in the summer of next year.' },
    ],
    [
      'what was once expected',
      { role: 'historical', text: 'The mill was to close for good after the flood of the river.' },
    ],
  ])('does not take %s for what could happen next', (_, more) => {
    const questions = questionsOf(
      'Fire kills 12 at Harrow Bridge mill',
      FIRE.map((sentence) => [sentence, more]),
    );
    expect(questions.map(({ question }) => question)).not.toContain('What could happen next?');
  });

  it('says what could happen next in the words of who holds it', () => {
    const questions = questionsOf(
      'Fire kills 12 at Harrow Bridge mill',
      FIRE.map((sentence) => [
        sentence,
        {
          role: 'expectation',
          text: 'Dora Lindqvist said the mill would open again before the next winter.',
        },
      ]),
    );
    const next = questions.find(({ question }) => question === 'What could happen next?');
    expect(next?.answer[0]?.text).toContain('would open again');
    expect(next?.answer[0]?.by?.name).toBe('Dora Lindqvist');
  });

  it.each<[string, readonly string[], boolean]>([
    ['one person of the story', ['Dora Lindqvist', 'Dora Lindqvist', 'Lindqvist'], true],
    [
      'nobody in particular where two people share the surname',
      ['Dora Lindqvist', 'Aksel Lindqvist', 'Maren Lindqvist'],
      false,
    ],
  ])('asks what somebody said of %s', (_, [first, second, third], isAsked) => {
    const said = (name: string, words: string): WrittenSentence => ({
      role: 'current-context',
      text: `${words} after the fire at the mill, ${name} said on Friday.`,
    });
    const questions = questionsOf('Lindqvist speaks of fire at Harrow Bridge mill', [
      [FIRE[0]!, said(first!, 'The workers of the night shift had asked for new doors')],
      [FIRE[1]!, said(second!, 'The council of the town would pay for the burials of the victims')],
      [FIRE[2]!, said(third!, 'The mill had passed each inspection of the county')],
    ]);
    const asked = questions.some(({ question }) => question === 'What did Dora Lindqvist say?');
    expect(asked).toBe(isAsked);
  });

  it('asks no question twice, at most six, and gives each an address of its own', () => {
    const questions = questionsOf(
      'Fire kills 12 at Harrow Bridge mill',
      FIRE.map((sentence) => [sentence, ...FIRE]),
    );
    const slugs = new Set(questions.map(({ slug }) => slug));
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.length).toBeLessThanOrEqual(6);
    expect(slugs.size).toBe(questions.length);
  });
});
