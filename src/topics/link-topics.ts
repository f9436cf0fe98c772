import type { Annotation } from '../core/annotation.ts';
import type { Article } from '../core/article.ts';
import type { TopicLink } from '../core/topic.ts';
import { articleContext } from './article-context.ts';
import type { EntityCandidates } from './gather-candidates.ts';
import { localTopic } from './local-topic.ts';
import { prepareChoices, type Ranking, rankCandidates } from './rank-candidates.ts';
import { entitySalience } from './salience.ts';
import type { LinkTools } from './topic-tools.ts';

/** What linking reads: an article, its annotation, and for each entity the topics that its names may mean. */
export interface LinkInput {
  readonly article: Pick<Article, 'id' | 'title' | 'text' | 'publishedAt'>;
  readonly annotation: Annotation;
  readonly candidates: readonly EntityCandidates[];
}

/** How likely each topic of the base is what an entity means, for the entities that have candidates. */
export function rankTopics({ article, annotation, candidates }: LinkInput, tools: LinkTools): Ranking[] {
  const context = articleContext(article, annotation, tools.vectors);
  const topics = new Map(candidates.map((one) => [one.entity, one.topics]));
  const choices = prepareChoices(annotation, topics, context, tools.vectors);
  return rankCandidates(choices, tools.models, tools.vectors);
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/**
 * What the entities of an article mean: the likeliest topic of the base, or, when "not in the base" is likelier, a topic that only the
 * articles know if the entity is worth one. Entities that are neither are left out. The result is in the order of the entities and
 * does not depend on the order of the candidates.
 */
export function linkTopics(input: LinkInput, tools: LinkTools): TopicLink[] {
  const { article, annotation } = input;
  const salience = entitySalience(annotation, article.title);
  const rankings = new Map(rankTopics(input, tools).map((ranking) => [ranking.entity, ranking]));
  return annotation.entities.flatMap((_entity, index): TopicLink[] => {
    const share = salience[index] ?? 0;
    const ranking = rankings.get(index);
    const best = ranking?.candidates[0];
    if (ranking !== undefined && best !== undefined && best.probability >= ranking.none) {
      return [
        { entity: index, topic: best.candidate.topic, score: round(best.probability), salience: share },
      ];
    }
    const topic = localTopic(annotation, index, article.title);
    return topic === null
      ? []
      : [{ entity: index, topic, score: round(ranking?.none ?? 1), salience: share }];
  });
}
