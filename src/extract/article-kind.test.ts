import { describe, expect, it } from 'vitest';
import { type KindEvidence, kindOf } from './article-kind.ts';

const PLAIN: KindEvidence = {
  types: ['NewsArticle'],
  sections: ['Town'],
  url: 'https://www.quellmouth.example/town/2026/11/bridge-closed',
  title: 'Bridge over the Lenn closed for a week',
  lines: ['The bridge over the Lenn is closed for a week, the council said on Tuesday.'],
  words: 300,
  captionedImages: 1,
  captionWords: 9,
  datedEntries: 0,
};
const ANSWER = 'We looked at all the piers first, and then we took the decision together with the builders.';
const INTERVIEW = ['How did it begin?', 'And who paid?', 'Was it worth it?', 'What comes now?'];

describe('kindOf', () => {
  it.each<[string, Partial<KindEvidence>, string, string]>([
    ['nothing special', {}, 'news', 'default'],
    ['a declared type', { types: ['LiveBlogPosting'] }, 'live-blog', 'json-ld-type'],
    ['a type among others', { types: ['Article', 'OpinionNewsArticle'] }, 'opinion', 'json-ld-type'],
    [
      'a type before a section',
      { types: ['AnalysisNewsArticle'], sections: ['Opinion'] },
      'analysis',
      'json-ld-type',
    ],
    ['a section of two words', { sections: ['Town', 'Press Releases'] }, 'press-release', 'section'],
    ['a section with an accent', { sections: ['Análisis'] }, 'analysis', 'section'],
    ['a section with an ampersand', { sections: ['Q&A'] }, 'interview', 'section'],
    ['a section that only holds the word', { sections: ['Live music'] }, 'news', 'default'],
    [
      'a part of the address',
      { url: 'https://www.quellmouth.example/opinion/bridges' },
      'opinion',
      'address',
    ],
    [
      'the word within a slug',
      { url: 'https://www.quellmouth.example/town/public-opinion-turns' },
      'news',
      'default',
    ],
    [
      'a live slug',
      { url: 'https://www.quellmouth.example/storm-live-updates-4711' },
      'live-blog',
      'address',
    ],
    ['a host of releases', { url: 'https://www.prnewswire.com/news/one.html' }, 'press-release', 'address'],
    ['an address that is none', { url: 'nowhere' }, 'news', 'default'],
    [
      'a label before the headline',
      { title: 'Analysis: why the bridge had to close' },
      'analysis',
      'headline',
    ],
    ['a label behind it', { title: 'Storm over Quellmouth – as it happened' }, 'live-blog', 'headline'],
    ['the word inside it', { title: 'Council opens live archive: what to see' }, 'news', 'default'],
    ['a headline on an interview', { title: 'Interview with mayor cancelled' }, 'news', 'default'],
    ['many captioned images', { captionedImages: 9, captionWords: 180, words: 60 }, 'gallery', 'structure'],
    ['many images in a long text', { captionedImages: 9, captionWords: 180, words: 900 }, 'news', 'default'],
    ['dated entries', { datedEntries: 5 }, 'live-blog', 'structure'],
    [
      'questions with answers',
      { lines: INTERVIEW.flatMap((line) => [line, ANSWER]) },
      'interview',
      'structure',
    ],
    ['questions without answers', { lines: [...INTERVIEW, ANSWER] }, 'news', 'default'],
    [
      'a few questions in much text',
      { lines: [...INTERVIEW.flatMap((line) => [line, ANSWER]), ...Array(30).fill(ANSWER)] },
      'news',
      'default',
    ],
    ['a release’s first line', { lines: ['FOR IMMEDIATE RELEASE', ANSWER] }, 'press-release', 'structure'],
    [
      'a wire of releases',
      { lines: ['QUELLMOUTH, Nov. 3 /PRNewswire/ -- Lenn Works opens a yard.', ANSWER] },
      'press-release',
      'structure',
    ],
    [
      'a disclaimer at the end',
      { lines: [ANSWER, 'The views expressed in this piece are the author’s own.'] },
      'opinion',
      'structure',
    ],
  ])('takes %s for %3$s', (_, evidence, kind, source) => {
    expect(kindOf({ ...PLAIN, ...evidence })).toMatchObject({ kind, source });
  });

  it('says what settled it', () => {
    expect(kindOf({ ...PLAIN, url: 'https://www.quellmouth.example/comment/bridges' }).evidence).toBe(
      '/comment/',
    );
    expect(kindOf({ ...PLAIN, title: 'Explainer: tides' }).evidence).toBe('Explainer:');
  });
});
