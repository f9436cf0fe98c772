import type { Question } from '../../core/briefing.ts';
import { contentStems } from '../sentence-words.ts';
import { type Articles, type Finding, shorten } from './finding.ts';

/** What questions are made of, whatever they are about. */
const ASKING = contentStems(
  `who what why how when where many much people person happen happening happened next could lead led cause caused background
  story now said say says say about other others know known mean means stake change changed yet involved see`,
);
/** Casualties go by many words: the answer has to speak of them, not the question's word. */
const CASUALTIES = contentStems('killed injured missing arrested displaced');

/** A question concerns the story when all that it names, beside the words of asking, is spoken of in its articles. */
function isOfStory(question: string, stems: ReadonlySet<string>): boolean {
  return [...contentStems(question)].every(
    (stem) => ASKING.has(stem) || CASUALTIES.has(stem) || stems.has(stem),
  );
}

/** Questions are well formed, about what the story's articles speak of, and answered from them. */
export function checkQuestions(articles: Articles, questions: readonly Question[]): Finding[] {
  const stems = new Set<string>();
  // What an article's own editor set in brackets is spoken of, too.
  for (const { article } of articles.values())
    for (const stem of contentStems(`${article.title}\n${article.text}`.replace(/[[\]]/g, ' ')))
      stems.add(stem);
  const asked = new Set<string>();
  return questions.flatMap(({ question }): Finding[] => {
    const find = (code: Finding['code'], message: string): Finding[] => [
      { code, section: 'commonQuestions', message: `${message}: ${shorten(question)}` },
    ];
    const words = question.trim().split(/\s+/);
    if (words.length < 3 || !/^\p{Lu}.*\?$/u.test(question)) return find('empty-text', 'This is no question');
    if (asked.has(question.toLowerCase())) return find('repeated-sentence', 'The page asks this twice');
    asked.add(question.toLowerCase());
    return isOfStory(question, stems) ? [] : find('foreign-question', 'No article speaks of what this asks');
  });
}
