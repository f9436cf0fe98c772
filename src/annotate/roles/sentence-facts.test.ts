import { describe, expect, it } from 'vitest';
import { createAnnotateTools } from '../annotate-tools.ts';
import { buildDocument } from '../text-document.ts';
import { type SentenceFacts, sentenceFacts } from './sentence-facts.ts';

const tools = createAnnotateTools();

function factsOf(text: string): SentenceFacts | undefined {
  return sentenceFacts(buildDocument(text, 'en', tools.tagEnglish))[0];
}

describe('sentenceFacts', () => {
  it.each<[string, string]>([
    ['The wall fell on Monday.', 'past'],
    ['The wall will fall soon.', 'future'],
    ['The wall is high.', 'present'],
    ['A wall of stone.', 'none'],
    // What is quoted has its own tense.
    ['“We will go on,” Anna Holm said.', 'past'],
  ])('tells the tense of %j', (text, tense) => {
    expect(factsOf(text)?.verbs.tense).toBe(tense);
  });

  it.each<[string, string]>([
    ['The wall had fallen before.', 'past-perfect'],
    ['The wall has fallen.', 'perfect'],
    ['The wall was built by hand.', 'passive-past'],
    ['The wall is falling.', 'progressive'],
    ['The wall could fall.', 'modal'],
  ])('tells the aspect of %j', (text, aspect) => {
    expect([...(factsOf(text)?.verbs.aspects ?? [])]).toContain(aspect);
  });

  it.each<[string, string | null]>([
    ['“We go on,” Anna Holm said.', 'said strong name '],
    ['The wall will hold, she said.', 'said strong pronoun she'],
    ['The wall will hold, according to the statement.', 'according strong noun statement'],
    ['“We go on,” said a spokesman.', 'said strong noun spokesman'],
    ['The wall fell.', null],
    ['“He said no.”', null],
  ])('finds who is said to speak in %j', (text, expected) => {
    const cue = factsOf(text)?.cue;
    const found = cue ? `${cue.verb} ${cue.strong ? 'strong' : 'weak'} ${cue.speaker} ${cue.head}` : null;
    expect(found).toBe(expected);
  });

  it('knows years, weekdays, months and names', () => {
    const facts = factsOf('On Tuesday Anna Holm opened the bridge that fell in March 1987.');
    expect(facts?.years).toEqual([1987]);
    expect(facts?.weekdays).toEqual(['tuesday']);
    expect(facts?.namesMonth).toBe(true);
    expect([...(facts?.names ?? [])]).toEqual(['anna', 'holm']);
  });
});
