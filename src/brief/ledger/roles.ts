import type { RoleDescription } from '../../core/annotation.ts';
import type { RoleEntry } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { containsRun, quotedWords } from '../sentence-words.ts';
import type { StoryArticle, StoryIndex } from './story-sentence.ts';

function toEntry(article: StoryArticle, description: RoleDescription, stands: boolean): RoleEntry | null {
  const { article: stored, annotation, links } = article.source;
  const entity = annotation.entities[description.entity];
  const { start, end } = description;
  if (entity === undefined || !(start >= 0 && start < end && end <= stored.text.length)) return null;
  const text = description.text.replace(/\s+/g, ' ').trim();
  const words = quotedWords(text);
  if (!containsRun(quotedWords(stored.text.slice(start, end)), words)) return null;
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
  const latest = new Map<string, RoleEntry>();
  for (const article of index.articles)
    for (const description of article.source.annotation.descriptions) {
      const entry = toEntry(article, description, !index.overtaken.has(description));
      if (entry === null) continue;
      const key = [normaliseName(entry.name), entry.tense, normaliseName(entry.text)].join('|');
      latest.set(key, entry);
    }
  return [...latest.values()].sort(
    (a, b) =>
      (normaliseName(a.name) < normaliseName(b.name)
        ? -1
        : normaliseName(a.name) > normaliseName(b.name)
          ? 1
          : 0) ||
      b.asOf - a.asOf ||
      (a.text < b.text ? -1 : 1),
  );
}
