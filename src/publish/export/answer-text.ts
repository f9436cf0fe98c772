import type { Answer } from '../../core/answer.ts';
import { REFUSALS } from '../format/refusal.ts';

/** An answer as text: each sentence with whose it is, the outlets and addresses that it is from. */
export function answerText({ statements, refusal, articles }: Answer): string {
  if (refusal !== null) return REFUSALS[refusal];
  const cards = new Map(articles.map(({ article }) => [article.id, article]));
  return statements
    .map(({ statement, storyHeadline }) => {
      const { text, by, citations } = statement;
      const sources = citations.flatMap(({ articleId }) => {
        const card = cards.get(articleId);
        return card === undefined ? [] : [`  ${card.outlet.name}: ${card.url}`];
      });
      const story = storyHeadline === null ? [] : [`  Story: ${storyHeadline}`];
      return [`${text}${by === null ? '' : ` (${by.name})`}`, ...sources, ...story].join('\n');
    })
    .join('\n');
}
