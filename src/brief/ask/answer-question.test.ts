import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import { answerQuestion } from './answer-question.ts';
import { readQuestion } from './read-question.ts';

const press = [
  ledgerArticle({
    id: 'bridge-1',
    outlet: 'North Press',
    title: 'Bridge at Ottery closed after cracks were found',
    at: '2025-01-01T08:00:00Z',
    sentences: [
      {
        role: 'main',
        text: 'The council of Ottery closed the bridge after inspectors found cracks in 3 pillars.',
      },
      {
        role: 'main',
        text: 'At least 12 people were killed when the Ottery bridge fell into the river, officials said.',
      },
      {
        role: 'historical',
        text: 'The bridge at Ottery was opened by Dora Lindqvist in the spring of that year.',
      },
    ],
  }),
  ledgerArticle({
    id: 'bridge-2',
    outlet: 'Courier',
    title: 'Toll rises after Ottery bridge falls',
    at: '2025-01-02T08:00:00Z',
    sentences: [
      {
        role: 'main',
        text: 'About 15 people were killed as the bridge at Ottery fell into the river on Tuesday.',
      },
    ],
  }),
];
const ask = (question: string) => answerQuestion({ ...briefInput(press), question });

describe('answerQuestion', () => {
  it.each([
    ['How many people died when the Ottery bridge fell?', '15 people'],
    ['Who opened the bridge at Ottery?', 'Dora Lindqvist'],
    ['Why did the council close the bridge?', 'cracks'],
    ['How many pillars had cracks?', '3 pillars'],
  ])('answers "%s"', (question, part) => {
    const { statements, refusal } = ask(question);
    expect(refusal).toBeNull();
    expect(statements[0]?.text).toContain(part);
    expect(statements[0]?.citations.length).toBeGreaterThan(0);
  });

  it.each([
    'How many people were injured when the Ottery bridge fell?',
    'Who designed the bridge at Ottery?',
    'Who opened the bridge at Halvik?',
    'How many ships passed the Ottery bridge?',
    'Why did Dora Lindqvist close the bridge?',
    'What is the population of Ottery?',
    'When will the bridge at Ottery be rebuilt?',
  ])('refuses "%s"', (question) => {
    expect(ask(question)).toEqual({ statements: [], refusal: 'not-said' });
  });

  it('shows the older count after the newer one', () => {
    const texts = ask('How many people died when the Ottery bridge fell?').statements.map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain('12 people');
  });

  it.each(['', '?', 'who is it?', 'what happened then'])('cannot read "%s"', (question) => {
    expect(ask(question).refusal).toBe('no-question');
  });

  it('says when there is no article to answer from', () => {
    expect(answerQuestion({ ...briefInput([]), question: 'Who opened the bridge?' }).refusal).toBe(
      'no-article',
    );
  });
});

describe('readQuestion', () => {
  it.each([
    ['How many people died in the fire?', 'count'],
    ['How much did the talen fall?', 'amount'],
    ['On what day was the vote?', 'when'],
    ['Which city was hit?', 'where'],
    ['Which company owns the ship?', 'body'],
    ['Who is Greta Lindqvaern?', 'description'],
    ['What is phenol?', 'description'],
    ['Who is the coach of Port Aldane?', 'who'],
    ['What did Ilse Varga say about the alarm?', 'said'],
    ['What caused the fire?', 'why'],
    ['Did the court approve it?', 'statement'],
  ])('takes "%s" for a question of %s', (question, kind) => {
    expect(readQuestion(question)?.kind).toBe(kind);
  });
});
