import type { RoleDescription } from '../../core/annotation.ts';
import type { Statement, TopicCard } from '../../core/briefing.ts';
import type { Topic } from '../../core/topic.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import type { StoryArticle, StoryIndex } from '../ledger/story-sentence.ts';
import type { StoryPage } from '../story-page.ts';
import { describedStatement, tellsOvertaken } from './description-statement.ts';
import { isDescription } from './question-descriptions.ts';

const MAX_CARDS = 8;
const MIN_CARDS = 3;
/** Beyond the first three, a topic has at least this share of the strongest one's salience. */
const MIN_SHARE_OF_BEST = 0.15;

interface RankedTopic {
  readonly topic: Topic;
  readonly salience: number;
  /** Mean score of its links, 0 to 1. */
  readonly score: number;
  /** Names that the articles call it by, with the number of mentions. */
  readonly names: ReadonlyMap<string, number>;
  readonly articles: number;
}

function rankTopics(index: StoryIndex, known: readonly Topic[]): RankedTopic[] {
  const current = new Map(known.map((topic) => [topic.id, topic]));
  const sums = new Map<
    string,
    { topic: Topic; salience: number; scores: number; articles: number; names: Map<string, number> }
  >();
  for (const { source, isCopy } of index.articles) {
    if (isCopy) continue;
    for (const link of source.links) {
      const sum = sums.get(link.topic.id) ?? {
        topic: current.get(link.topic.id) ?? link.topic,
        salience: 0,
        scores: 0,
        articles: 0,
        names: new Map<string, number>(),
      };
      sum.salience += Number.isFinite(link.salience) ? link.salience : 0;
      sum.scores += link.score;
      sum.articles++;
      const entity = source.annotation.entities[link.entity];
      if (entity !== undefined)
        sum.names.set(entity.name, (sum.names.get(entity.name) ?? 0) + entity.mentions);
      sums.set(link.topic.id, sum);
    }
  }
  return [...sums.values()]
    .map(({ scores, ...sum }) => ({ ...sum, score: scores / sum.articles }))
    .sort((a, b) => b.salience - a.salience || (a.topic.id < b.topic.id ? -1 : 1));
}

/** A link below this is a guess, and a card would tell the reader so of somebody else. */
const MIN_SCORE = 0.6;
/** "city in Cuba": a town that shares its name with others. */
const TOWN_IN = /^(?:city|town|village|municipality)\b.* in (?:the )?(\p{Lu}.*)$/u;
/** A town whose country the story does not name has to be as sure as this: New York, but no Virginia in South Africa. */
const SURE = 0.9;

/**
 * True when a topic of the base is the one the articles mean, as far as the story tells: they call it by its title, and a
 * town's country is spoken of.
 */
function isMeant(index: StoryIndex, { topic, score, names }: RankedTopic): boolean {
  if (topic.origin !== 'base') return true;
  // What a knowledge base has told is settled by more than the name.
  if (topic.revision !== null) return true;
  if (score < MIN_SCORE) return false;
  if (topic.qid !== null) return true;
  if (topic.description === 'region of the world' && !names.has(topic.title)) return false;
  const country = TOWN_IN.exec(topic.description ?? '')?.[1];
  if (country === undefined) return true;
  const title = normaliseName(topic.title);
  const isCalledSo = [...names.keys()].some((name) => {
    const called = normaliseName(name);
    return title.includes(called) || called.includes(title);
  });
  const key = normaliseName(country);
  const isNearHome = index.articles.some(({ entityKeys }) => entityKeys.includes(key));
  return isCalledSo && (isNearHome || score >= SURE);
}

/** A topic that only articles know is called as those of the story call it most, and not in capitals of a headline. */
function titleOf({ topic, names }: RankedTopic): string {
  if (topic.origin === 'base') return topic.title;
  const usual = [...names].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))[0]?.[0];
  return plainTitle(usual ?? topic.title);
}

/** Capitals of a headline as a name is written; short ones are abbreviations. */
function plainTitle(name: string): string {
  return name
    .replace(/[()[\]{}]/g, '')
    .replace(/\p{Lu}{5,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
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
      if (statement === null || tellsOvertaken(article, statement, overtaken)) continue;
      if (isDescription(statement.text)) found.push({ statement, isFormer: description.tense === 'former' });
    }
  };
  for (const article of [...index.articles].reverse()) describe(article);
  return found.sort((a, b) => Number(a.isFormer) - Number(b.isFormer)).map(({ statement }) => statement);
}

function toCard(ranked: RankedTopic, described: Statement | null): TopicCard {
  const { topic } = ranked;
  const extract = topic.extract ?? topic.description;
  const isBase = topic.origin === 'base' && extract !== null;
  return {
    topicId: topic.id,
    slug: topic.slug,
    title: titleOf(ranked),
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

const MIDDLE_INITIAL = /\s\p{Lu}\.\s/u;

/** A name that one article of many has is a slip of reading, or a side figure. */
function neededArticles(index: StoryIndex): number {
  return index.independentOutlets.length >= 4 ? 2 : 1;
}

/**
 * "More on these topics": three to eight cards by how present each topic is over the articles. A topic of which
 * neither the base nor the articles say anything has no card.
 */
export function topicCards(index: StoryIndex, known: readonly Topic[], page: StoryPage): TopicCard[] {
  const cards: TopicCard[] = [];
  const ranked = rankTopics(index, known).filter(
    (one) => isMeant(index, one) && (one.topic.origin === 'base' || one.articles >= neededArticles(index)),
  );
  const { overtaken } = index;
  const best = ranked[0]?.salience ?? 0;
  const called = new Set<string>();
  for (const one of ranked) {
    const { topic, salience } = one;
    if (cards.length >= MAX_CARDS) break;
    // "Dora K. Holm" and "Dora Holm" are one, also where two topics were made of them.
    const plain = `${topic.type} ${normaliseName(titleOf(one).replace(MIDDLE_INITIAL, ' '))}`;
    if (called.has(plain)) continue;
    if (cards.length >= MIN_CARDS && salience < MIN_SHARE_OF_BEST * best) break;
    const described =
      descriptionsOf(index, topic.id, overtaken).find((statement) => page.takePart(statement)) ?? null;
    const card = toCard(one, described);
    if (card.extract === null && described === null) continue;
    called.add(plain);
    cards.push(card);
  }
  return cards;
}
