import type { RoleDescription } from '../../core/annotation.ts';
import type { RoleEntry } from '../../core/ledger.ts';
import type { StoryArticle, StoryIndex } from './story-sentence.ts';

function toEntry(
  article: StoryArticle,
  description: RoleDescription,
  text: string,
  stands: boolean,
): RoleEntry | null {
  const { article: stored, annotation, links } = article.source;
  const entity = annotation.entities[description.entity];
  const { start, end } = description;
  if (entity === undefined) return null;
  const link = links.find((one) => one.entity === description.entity);
  return {
    name: entity.name,
    topicId: link?.topic.id ?? null,
    text,
    office: description.office,
    organisation: annotation.entities[description.organisation]?.name ?? null,
    tense: description.tense,
    asOf: description.asOf ?? stored.publishedAt,
    stands,
    citation: { articleId: stored.id, start, end },
  };
}

/**
 * Who is what, when: each description of a person or body with the date of the article that says so. The same
 * description is kept once, with its latest date; different ones stand beside each other, newest first. Of roles that
 * contradict each other only the newest `stands`; the others keep their date and citation.
 */
export function collectRoles(index: StoryIndex): RoleEntry[] {
  const latest = new Map<string, { readonly entry: RoleEntry; readonly name: string }>();
  for (const article of index.articles) {
    const { descriptions, entityUses } = article.reading;
    article.source.annotation.descriptions.forEach((description, position) => {
      const read = descriptions[position] ?? null;
      if (read === null) return;
      const entry = toEntry(article, description, read.text, !index.overtaken.has(description));
      if (entry === null) return;
      const name = entityUses[description.entity]?.name ?? '';
      latest.set([name, entry.tense, read.key].join('|'), { entry, name });
    });
  }
  return [...latest.values()]
    .sort(
      (a, b) =>
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
        b.entry.asOf - a.entry.asOf ||
        (a.entry.text < b.entry.text ? -1 : 1),
    )
    .map(({ entry }) => entry);
}
