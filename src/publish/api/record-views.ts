import type { z } from '@hono/zod-openapi';
import type {
  ArticleCard,
  ArticlePassages,
  BlindSpotPage,
  LibraryStatus,
  StoryCard,
  StoryPage,
} from '../../core/library.ts';
import type { Outlet } from '../../core/outlet.ts';
import type { Topic, TopicPicture } from '../../core/topic.ts';
import { type Address, paths } from '../address.ts';
import { citedPassages } from '../passages/article-excerpts.ts';
import { citedPlaces } from '../passages/cited.ts';
import type {
  ArticleCardSchema,
  ArticleSchema,
  BlindSpotListSchema,
  OutletSchema,
  StatusSchema,
  TopicSchema,
} from './record-schemas.ts';
import { blindSpotView, isoTime, storyCardView } from './story-views.ts';

export function outletView(outlet: Outlet & { readonly articleCount: number }): z.infer<typeof OutletSchema> {
  const { id, name, homeUrl, country, language, kind, owner, articleCount } = outlet;
  return { id, name, homeUrl, country, language, kind, owner, articleCount };
}

export function articleCardView(article: ArticleCard, address: Address): z.infer<typeof ArticleCardSchema> {
  const { id, url, title, byline, datePrecision, language, origin, truncated, words } = article;
  return {
    id,
    url,
    passagesUrl: address.absolute(paths.article(id)),
    outlet: { id: article.outlet.id, name: article.outlet.name },
    title,
    byline,
    publishedAt: isoTime(article.publishedAt),
    datePrecision,
    language,
    origin,
    truncated,
    words,
    storySlug: article.storySlug,
    recurring: article.recurring,
    copyOf: article.copyOf,
    copyKind: article.copyKind,
    copyReason: article.copyReason,
  };
}

/** An article with the words that its story cites, under the same limit as the page: never its whole text. */
export function articleView(
  passages: ArticlePassages,
  story: StoryPage | null,
  address: Address,
): z.infer<typeof ArticleSchema> {
  const cited = story === null ? [] : citedPassages(passages, citedPlaces(story.briefing));
  return {
    ...articleCardView(passages.article, address),
    notRead: [...(passages.unread?.missing ?? [])],
    excerpts: cited.map(({ start, end, sections, words }) => ({
      start,
      end,
      sections: [...sections],
      text: words,
    })),
  };
}

function pictureView({ id, ...credit }: TopicPicture, address: Address) {
  const { width, height, licence, licenceUrl, pageUrl } = credit;
  const url = address.absolute(paths.picture(id));
  return { url, width, height, credit: credit.credit, licence, licenceUrl, pageUrl };
}

export function topicView(
  topic: Topic,
  stories: readonly StoryCard[],
  address: Address,
): z.infer<typeof TopicSchema> {
  const { slug, title, type, qid, description, extract, source, licence, asOf, revision, picture } = topic;
  return {
    slug,
    url: address.absolute(paths.topic(slug)),
    title,
    type,
    qid,
    description,
    extract,
    source,
    licence,
    asOf,
    revision,
    picture: picture === null ? null : pictureView(picture, address),
    stories: stories.map((card) => storyCardView(card, address)),
  };
}

export function blindSpotListView(
  page: BlindSpotPage,
  address: Address,
): z.infer<typeof BlindSpotListSchema> {
  const survey = page.surveys.find(({ grouping }) => grouping === page.grouping);
  return {
    by: page.grouping,
    survey:
      survey === undefined
        ? null
        : {
            from: isoTime(survey.from),
            to: isoTime(survey.to),
            stories: survey.stories,
            groups: survey.groups.map((group) => ({ ...group })),
            checked: survey.checked,
          },
    blindSpots: page.spots.map(({ spot, story }) => ({
      ...blindSpotView(spot),
      story: storyCardView(story, address),
    })),
  };
}

export function statusView(status: LibraryStatus, version: string): z.infer<typeof StatusSchema> {
  const { articles, stories, outlets, feeds, topics, newestAt, lastPolledAt } = status;
  return {
    version,
    articles,
    stories,
    outlets,
    feeds,
    topics,
    newestAt: newestAt === null ? null : isoTime(newestAt),
    lastPolledAt: lastPolledAt === null ? null : isoTime(lastPolledAt),
  };
}
