import type { Annotation } from '../core/annotation.ts';
import type { Db } from '../store/store.ts';
import { topicCandidates } from '../store/topics.ts';
import { candidateKeys, type LinkInput } from '../topics/link-topics.ts';

/** Topics of the knowledge base that the names of an article may mean, by entity. */
export async function linkCandidates(db: Db, annotation: Annotation): Promise<LinkInput['candidates']> {
  const wanted = candidateKeys(annotation);
  const keys = wanted.flatMap((one) => one.keys);
  const found = await topicCandidates(db, keys);
  return wanted.map((one) => ({
    entity: one.entity,
    topics: one.keys.flatMap((key) => found.get(key) ?? []),
  }));
}
