import type { RoleDescription } from '../core/annotation.ts';
import type { BriefInput, LedgerArticle } from '../core/ledger.ts';
import { isOpenPolicy, policyFor, type SourcePolicy } from '../core/source-policy.ts';
import { normaliseName } from '../nlp/normalise-name.ts';

/**
 * Copies whose original is hidden: the earliest one that is left stands for the text, and the others repeat that one.
 * The text is the agency's still, but it is the remaining outlet that printed it.
 */
function withOriginals(articles: readonly LedgerArticle[]): LedgerArticle[] {
  const left = new Set(articles.map(({ article }) => article.id));
  const heirs = new Map<string, string>();
  const byTime = [...articles].sort(
    (a, b) => a.article.publishedAt - b.article.publishedAt || (a.article.id < b.article.id ? -1 : 1),
  );
  for (const { article, copyOf } of byTime)
    if (copyOf !== null && !left.has(copyOf) && !heirs.has(copyOf)) heirs.set(copyOf, article.id);
  return articles.map((item) => {
    const { copyOf, article } = item;
    if (copyOf === null || left.has(copyOf)) return item;
    const heir = heirs.get(copyOf) ?? article.id;
    return heir === article.id ? { ...item, copyOf: null, copyKind: null } : { ...item, copyOf: heir };
  });
}

function descriptionKey({ annotation }: LedgerArticle, description: RoleDescription): string {
  const name = normaliseName(annotation.entities[description.entity]?.name ?? '');
  return `${name.split(' ').at(-1)} ${description.office}`;
}

/** Keeps what articles say somebody is only where enough independent outlets say the same. */
function withSupportedDescriptions(articles: readonly LedgerArticle[], least: number): LedgerArticle[] {
  const carriers = new Map<string, Set<string>>();
  for (const item of articles) {
    if (item.copyOf !== null) continue;
    for (const description of item.annotation.descriptions) {
      const key = descriptionKey(item, description);
      carriers.set(key, (carriers.get(key) ?? new Set()).add(item.outlet.id));
    }
  }
  return articles.map((item) => ({
    ...item,
    annotation: {
      ...item.annotation,
      descriptions: item.annotation.descriptions.filter(
        (one) => (carriers.get(descriptionKey(item, one))?.size ?? 0) >= least,
      ),
    },
  }));
}

/**
 * A story as a source policy lets it be told: hidden outlets are gone, with copies of their texts passing to whoever
 * else printed them, and the ledger is told what to weigh and how many independent outlets to ask for. The same input
 * comes back when the policy does not concern the story.
 */
export function applyPolicy(input: BriefInput, policy: SourcePolicy): BriefInput {
  const here = policyFor(policy, new Set(input.articles.map(({ outlet }) => outlet.id)));
  if (isOpenPolicy(here)) return input;
  const hidden = new Set(here.hide);
  const left = withOriginals(input.articles.filter(({ outlet }) => !hidden.has(outlet.id)));
  const articles = here.minOutlets > 1 ? withSupportedDescriptions(left, here.minOutlets) : left;
  const linked = new Set(left.flatMap(({ links }) => links.map(({ topic }) => topic.id)));
  return { ...input, articles, topics: input.topics.filter(({ id }) => linked.has(id)), policy: here };
}
