import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';

const tools = createAnnotateTools();

function quotes(text: string): string[] {
  const read = annotateArticle(
    { id: 'q', title: '', text, publishedAt: 0, language: 'en', byline: null },
    tools,
  );
  const part = (span: { start: number; end: number } | null) =>
    span === null ? '-' : text.slice(span.start, span.end);
  return read.quotes.map((one) => `${one.kind} [${part(one.content)}] ${part(one.cue)} ${part(one.speaker)}`);
}

describe('findQuotes', () => {
  it.each<[string, string[]]>([
    ['“We will go on,” Anna Holm said.', ['direct [We will go on,] said Anna Holm']],
    ['"We will go on," said Anna Holm.', ['direct [We will go on,] said Anna Holm']],
    ['Anna Holm said: “We will go on.”', ['direct [We will go on.] said Anna Holm']],
    ['«We will go on», Anna Holm said.', ['direct [We will go on] said Anna Holm']],
    [
      '“We will go on,” said Anna Holm, “and we will win.”',
      ['direct [We will go on,] said Anna Holm', 'direct [and we will win.] said Anna Holm'],
    ],
    [
      '“We will go on. We will win,” said Anna Holm. “Nobody can stop us.”',
      ['direct [We will go on. We will win,] said Anna Holm', 'direct [Nobody can stop us.] - Anna Holm'],
    ],
    [
      'Anna Holm said: “We will go on.\n“We will win.”',
      ['direct [We will go on.] said Anna Holm', 'direct [We will win.] - Anna Holm'],
    ],
    [
      'Anna Holm called the plan “a very bad joke” in a letter.',
      ['indirect [the plan “a very bad joke”] called Anna Holm', 'mixed [a very bad joke] called Anna Holm'],
    ],
    ['The “fake news” went round.', []],
    ['They watched “The Long Good Night” at home.', []],
    [
      'Anna Holm said that the bridge would be closed.',
      ['indirect [the bridge would be closed] said Anna Holm'],
    ],
    ['The bridge would be closed, Anna Holm said.', ['indirect [The bridge would be closed] said Anna Holm']],
    [
      'The bridge will be closed, according to the council.',
      ['indirect [The bridge will be closed] according the council'],
    ],
    [
      'The ferry was repaired in March, said Anna Holm, the chief executive of Merin Ferries.',
      ['indirect [The ferry was repaired in March] said Anna Holm'],
    ],
    [
      'It was signed in the United States, said Anna Holm.',
      ['indirect [It was signed in the United States] said Anna Holm'],
    ],
    ['The United States said it would pay.', ['indirect [it would pay] said United States']],
    ['(Wire) Anna Holm said the bridge was closed.', ['indirect [the bridge was closed] said Anna Holm']],
    [
      'US Secretary of State Anna Holm said the bridge was closed.',
      ['indirect [the bridge was closed] said Anna Holm'],
    ],
    ['Moscow said the troops would leave.', ['indirect [the troops would leave] said Moscow']],
    ['In Merin, officials said the road was open.', ['indirect [the road was open] said officials']],
    ['Judges at the Supreme Court said the law was void.', ['indirect [the law was void] said Judges']],
    ['The Order said that ships must stop.', ['indirect [ships must stop] said -']],
    [
      'The Merin Accord, signed in May, says that troops must leave.',
      ['indirect [troops must leave] says -'],
    ],
    [
      'The ferry, the Lady Aurelie, sank on Monday, said the coast guard.',
      ['indirect [The ferry, the Lady Aurelie, sank on Monday] said the coast guard'],
    ],
    [
      'The ship was in Lisbon, the prime minister said.',
      ['indirect [The ship was in Lisbon] said the prime minister'],
    ],
    [
      'The ship left on Friday, according to the Merin Harbour Board.',
      ['indirect [The ship left on Friday] according Merin Harbour Board'],
    ],
    ['Anna Holm, the mayor, said the road was open.', ['indirect [the road was open] said Anna Holm']],
    ['A board of 5" by 6" fell.', []],
  ])('reads: %s', (text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      'a title before a name with its apposition',
      '“We will go on,” said Anna Holm, a spokeswoman for Peter Lund.',
      ['Anna Holm'],
    ],
    ['a name before another in its office', '“We will go on,” said Lund adviser Anna Holm.', ['Anna Holm']],
    [
      'a sentence that follows a reported one',
      'Anna Holm said the bridge would stay closed all summer. “We had no choice.”',
      ['Anna Holm', 'Anna Holm'],
    ],
  ])('names the speaker: %s', (_, text, speakers) => {
    const read = annotateArticle(
      { id: 'q', title: '', text, publishedAt: 0, language: 'en', byline: null },
      tools,
    );
    const found = read.quotes.map(({ speaker }) =>
      speaker === null ? '-' : text.slice(speaker.start, speaker.end),
    );
    expect(found).toEqual(speakers);
  });

  it('does not take "he" for a woman, nor choose between two men', () => {
    const entity = (text: string) => {
      const read = annotateArticle(
        { id: 'q', title: '', text, publishedAt: 0, language: 'en', byline: null },
        tools,
      );
      return read.entities[read.quotes.at(-1)?.speakerEntity ?? -1]?.name ?? null;
    };
    expect(entity('Mrs. Anna Holm met Mr. Peter Lund on Monday. “We will close it,” he said.')).toBe(
      'Peter Lund',
    );
    expect(entity('Peter Lund said Carl Bergen would pay.\n“We will close it,” he said.')).toBe('Peter Lund');
    expect(entity('“Pay up,” Peter Lund told Carl Bergen.\n“Never,” he replied.')).toBe(null);
    expect(entity('Mr. Carl Bergen met Mr. Peter Lund on Monday. “We will close it,” he said.')).toBe(null);
  });

  it('gives spans inside the text, in order, whatever the text', () => {
    const part = fc.constantFrom(
      '“',
      '”',
      '"',
      "''",
      '‘',
      '’',
      ' said',
      ' he',
      ' Anna Holm',
      ' that',
      ' the bridge',
      '. ',
      ',',
      '\n',
      ' according to',
      ':',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const read = annotateArticle(
          { id: 'q', title: '', text, publishedAt: 0, language: 'en', byline: null },
          tools,
        );
        let last = 0;
        for (const { content, cue, speaker } of read.quotes) {
          expect(content.start).toBeGreaterThanOrEqual(last);
          last = content.start;
          for (const span of [content, cue, speaker]) {
            if (span === null) continue;
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes "he" for the person of the sentence before', () => {
    const text = 'Peter Lund came to the bridge on Monday. “We will close it,” he said.';
    const read = annotateArticle(
      { id: 'q', title: '', text, publishedAt: 0, language: 'en', byline: null },
      tools,
    );
    expect(read.entities[read.quotes[0]?.speakerEntity ?? -1]?.name).toBe('Peter Lund');
  });
});
