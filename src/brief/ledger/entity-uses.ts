import type { Mention } from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import type { EntityUse } from './article-reading.ts';

/**
 * Per entity, whether the article names it in full where it first names it. Where only the surname stands first, as of somebody
 * whom all know, those who are named in full later are others: his wife, his son.
 */
function introductions({ annotation, article }: LedgerArticle): boolean[] {
  const first = new Map<number, Mention>();
  for (const mention of annotation.mentions) {
    const known = first.get(mention.entity);
    if (known === undefined || mention.start < known.start) first.set(mention.entity, mention);
  }
  return annotation.entities.map(({ name, type }, i) => {
    const mention = first.get(i);
    if (type !== 'person' || !name.includes(' ') || mention === undefined) return true;
    return (
      article.text.slice(mention.start, mention.end).trim().includes(' ') || article.title.includes(name)
    );
  });
}

/** How each entity of an article is written in it, in the order of its annotation. */
export function entityUses(source: LedgerArticle): EntityUse[] {
  const { annotation, article } = source;
  const mentions = annotation.entities.map(() => 0);
  const introduced = introductions(source);
  const withThe = annotation.entities.map(() => 0);
  for (const { entity, start } of annotation.mentions) {
    mentions[entity] = (mentions[entity] ?? 0) + 1;
    if (/\bthe\s+$/i.test(article.text.slice(Math.max(0, start - 5), start)))
      withThe[entity] = (withThe[entity] ?? 0) + 1;
  }
  return annotation.entities.map(({ name }, i) => ({
    name: normaliseName(name),
    mentions: mentions[i] ?? 0,
    withThe: withThe[i] ?? 0,
    isIntroduced: introduced[i] ?? true,
  }));
}
