import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument, tagNothing } from '../text-document.ts';
import { type QuoteState, quoteStates } from './quote-state.ts';

function read(text: string): QuoteState[] {
  return quoteStates(buildDocument(text, 'en', tagNothing));
}

describe('quoteStates', () => {
  it.each<[string, string[]]>([
    ['“We go on,” she said.', ['3/5 false false']],
    ['"We go on," she said.', ['3/5 false false']],
    ["''We go on,'' she said.", ['3/5 false false']],
    ['“We go on.\nNobody stops us,” she said.', ['3/3 false true', '3/5 true false']],
    ['"We go on.\n"Nobody stops us," she said.', ['3/3 false true', '3/5 true false']],
    ["The dam's wall isn't high.", ['0/7 false false']],
    ['The so-called “bridge” fell.', ['1/5 false false']],
  ])('counts the words inside quotation marks: %j', (text, expected) => {
    const states = read(text).map(
      (one) => `${one.quoted}/${one.words} ${one.beginsInside} ${one.endsInside}`,
    );
    expect(states).toEqual(expected);
  });

  it('forgets a mark that nobody closes', () => {
    const lines = Array.from({ length: 12 }, (_, at) => `Line number ${at} of the report.`);
    const states = read(`“We go on.\n${lines.join('\n')}`);
    expect(states[1]?.beginsInside).toBe(true);
    expect(states.at(-1)?.beginsInside).toBe(false);
  });

  it('reads any text', () => {
    const piece = fc.constantFrom('“', '”', '"', "''", 'word ', 'End. ', '\n', '5 ');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const state of read(text)) {
            expect(state.quoted).toBeGreaterThanOrEqual(0);
            expect(state.quoted).toBeLessThanOrEqual(state.words);
          }
        },
      ),
    );
  });
});
