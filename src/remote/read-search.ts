import type { KnowledgeCandidate } from '../core/knowledge-base.ts';
import { fields, line, list } from './json-fields.ts';

/** Reads an answer of `wbsearchentities`; null when it is none. Entries that are no items are left out. */
export function readSearch(answer: unknown): KnowledgeCandidate[] | null {
  const { search } = fields(answer);
  if (!Array.isArray(search)) return null;
  return list(search).flatMap((entry): KnowledgeCandidate[] => {
    const { id, label, description, match } = fields(entry);
    const name = line(label);
    if (typeof id !== 'string' || !/^Q[1-9]\d*$/.test(id) || name === null) return [];
    return [
      { qid: id, label: name, description: line(description), matched: line(fields(match).text) ?? name },
    ];
  });
}
