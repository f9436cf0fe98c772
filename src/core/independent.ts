/** An article of a story as far as it matters for counting sources. */
export interface CountedArticle {
  readonly id: string;
  /** Id of the article whose text it repeats; null for a text of its own. */
  readonly copyOf: string | null;
  readonly publishedAt: number;
}

/**
 * Ids of the articles that stand for a text of their own: those that repeat nobody, and of copies whose origin is not
 * among the articles the earliest per origin, so that a text of which only reprints are known counts once.
 */
export function independentArticles(articles: readonly CountedArticle[]): Set<string> {
  const present = new Set(articles.map(({ id }) => id));
  const independent = new Set<string>();
  const orphans = new Map<string, CountedArticle>();
  for (const article of articles) {
    const { id, copyOf } = article;
    if (copyOf === null) independent.add(id);
    else if (!present.has(copyOf)) {
      const first = orphans.get(copyOf);
      if (first === undefined || comesBefore(article, first)) orphans.set(copyOf, article);
    }
  }
  for (const { id } of orphans.values()) independent.add(id);
  return independent;
}

function comesBefore(a: CountedArticle, b: CountedArticle): boolean {
  return a.publishedAt < b.publishedAt || (a.publishedAt === b.publishedAt && a.id < b.id);
}
