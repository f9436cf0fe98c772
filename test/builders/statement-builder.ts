import type { Statement } from '../../src/core/briefing.ts';
import type { Citation } from '../../src/core/ledger.ts';
import type { ArticlePassages } from '../../src/core/library.ts';

/** Where to find words: `[article id, words that occur in its text]`. */
export type Place = readonly [articleId: string, words: string];

export interface StatementOptions {
  readonly support?: readonly Place[];
  readonly by?: readonly [name: string, outletId: string];
  readonly kind?: Statement['kind'];
}

/** Makes citations and statements whose offsets are computed from the texts, never typed. */
export function statementBuilder(articles: readonly ArticlePassages[]) {
  const byId = new Map(articles.map((passages) => [passages.article.id, passages]));

  function textOf(articleId: string): string {
    const passages = byId.get(articleId);
    if (passages === undefined) throw new Error(`no article ${articleId}`);
    return passages.text;
  }

  function cite([articleId, words]: Place): Citation {
    const start = textOf(articleId).indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in ${articleId}`);
    return { articleId, start, end: start + words.length };
  }

  /** A statement that repeats the words of the place. */
  function say(place: Place, options: StatementOptions = {}): Statement {
    const support = (options.support ?? []).map(cite);
    const outlets = new Set<string>();
    for (const { articleId } of [cite(place), ...support]) {
      const article = byId.get(articleId)?.article;
      if (article !== undefined && article.copyOf === null) outlets.add(article.outletId);
    }
    return {
      text: place[1],
      citations: [cite(place)],
      support,
      kind: options.kind ?? 'main',
      by: options.by === undefined ? null : { name: options.by[0], outletId: options.by[1] },
      outlets: [...outlets],
    };
  }

  return { cite, say };
}
