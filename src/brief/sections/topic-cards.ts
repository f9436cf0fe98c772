import type { RoleDescription } from '../../core/annotation.ts';
import type { Statement, TopicCard } from '../../core/briefing.ts';
import type { Topic } from '../../core/topic.ts';
import { overtakenDescriptions } from '../ledger/role-standing.ts';
import type { StoryArticle, StoryIndex } from '../ledger/story-sentence.ts';
import type { StoryPage } from '../story-page.ts';
import { describedStatement } from './description-statement.ts';

const MAX_CARDS = 8;
const MIN_CARDS = 3;
/** Beyond the first three, a topic has at least this share of the strongest one's salience. */
const MIN_SHARE_OF_BEST = 0.15;

interface RankedTopic {
  readonly topic: Topic;
  readonly salience: number;
}

function rankTopics(index: StoryIndex, known: readonly Topic[]): RankedTopic[] {
  const current = new Map(known.map((topic) => [topic.id, topic]));
  const sums = new Map<string, { topic: Topic; salience: number }>();
  for (const { source, isCopy } of index.articles) {
    if (isCopy) continue;
    for (const link of source.links) {
      const sum = sums.get(link.topic.id) ?? { topic: current.get(link.topic.id) ?? link.topic, salience: 0 };
      sum.salience += Number.isFinite(link.salience) ? link.salience : 0;
      sums.set(link.topic.id, sum);
    }
  }
  return [...sums.values()].sort((a, b) => b.salience - a.salience || (a.topic.id < b.topic.id ? -1 : 1));
}

/** Descriptions of a topic that still stand, the newest article's first, current ones before former ones. */
function descriptionsOf(
  index: StoryIndex,
  topicId: string,
  overtaken: ReadonlySet<RoleDescription>,
): Statement[] {
  const found: { statement: Statement; isFormer: boolean }[] = [];
  const describe = (article: StoryArticle): void => {
    const entities = new Set(
      article.source.links.filter((link) => link.topic.id === topicId).map((link) => link.entity),
    );
    for (const description of article.source.annotation.descriptions) {
      if (!entities.has(description.entity) || overtaken.has(description)) continue;
      const statement = describedStatement(article, description);
      if (statement !== null) found.push({ statement, isFormer: description.tense === 'former' });
    }
  };
  for (const article of [...index.articles].reverse()) describe(article);
  return found.sort((a, b) => Number(a.isFormer) - Number(b.isFormer)).map(({ statement }) => statement);
}

function toCard(topic: Topic, described: Statement | null): TopicCard {
  const extract = topic.extract ?? topic.description;
  const isBase = topic.origin === 'base' && extract !== null;
  return {
    topicId: topic.id,
    slug: topic.slug,
    title: topic.title,
    type: topic.type,
    qid: topic.qid,
    extract: isBase ? extract : null,
    source: isBase ? topic.source : null,
    licence: isBase ? topic.licence : null,
    asOf: isBase ? topic.asOf : null,
    wikipediaUrl: topic.wikipediaUrl,
    imageUrl: topic.imageUrl,
    revision: isBase ? topic.revision : null,
    picture: topic.picture,
    described,
  };
}

/**
 * "More on these topics": three to eight cards by how present each topic is over the articles. A topic of which
 * neither the base nor the articles say anything has no card.
 */
export function topicCards(index: StoryIndex, known: readonly Topic[], page: StoryPage): TopicCard[] {
  const cards: TopicCard[] = [];
  const ranked = rankTopics(index, known);
  const overtaken = overtakenDescriptions(index);
  const best = ranked[0]?.salience ?? 0;
  for (const { topic, salience } of ranked) {
    if (cards.length >= MAX_CARDS) break;
    if (cards.length >= MIN_CARDS && salience < MIN_SHARE_OF_BEST * best) break;
    const described = descriptionsOf(index, topic.id, overtaken).find((one) => page.takePart(one)) ?? null;
    const card = toCard(topic, described);
    if (card.extract !== null || described !== null) cards.push(card);
  }
  return cards;
}
