import type { ExportedArticle, ExportedStory } from '../../store/export-rows.ts';
import type { TopicRow } from '../../store/schema.ts';

/** A story as `export stories` writes it: the contract that evaluation and users read. */
export function storyView(story: ExportedStory): object {
  const { briefing } = story;
  return {
    id: story.id,
    slug: story.slug,
    headline: briefing?.headline ?? story.title,
    articles: story.articles.map(({ id, externalId, url, outletId, outletName, copyOf }) => ({
      id,
      externalId,
      url,
      outlet: { name: outletName, domain: outletId },
      copyOf,
    })),
    briefing:
      briefing === null
        ? null
        : {
            version: story.version,
            asOf: new Date(briefing.asOf).toISOString(),
            counts: briefing.counts,
            sections: briefing.sections,
            figures: briefing.figures,
            quotes: briefing.quotes,
            roles: briefing.roles,
            thin: briefing.thin,
          },
    // As a language model has written it; absent where none has, so that without one nothing changes.
    ...(story.writing === null ? {} : { writing: story.writing }),
  };
}

/** An article as `export articles` writes it: everything but its text, which belongs to its outlet. */
export function articleView(row: ExportedArticle): object {
  const isDay = row.datePrecision === 'day';
  const publishedAt = new Date(row.publishedAt).toISOString();
  return {
    id: row.id,
    externalId: row.externalId,
    url: row.url,
    outlet: { name: row.outletName, domain: row.outletId },
    title: row.title,
    publishedAt: isDay ? publishedAt.slice(0, 10) : publishedAt,
    datePrecision: row.datePrecision,
    byline: row.byline,
    language: row.language,
    words: row.words,
    origin: row.origin,
    truncated: row.truncated === 1,
    warnings: JSON.parse(row.warnings) as string[],
    storyId: row.storyId,
    copyOf: row.copyOf,
    copyKind: row.copyKind,
    copyReason: row.copyReason === null ? null : (JSON.parse(row.copyReason) as object),
    metadata: row.metadata === null ? {} : (JSON.parse(row.metadata) as object),
  };
}

export function topicView(row: TopicRow): object {
  return { ...row };
}
