import type { Annotation } from '../core/annotation.ts';
import type { Db } from '../store/store.ts';
import { namedTopics } from '../store/topics.ts';
import { candidateKeys, type EntityCandidates, gatherCandidates } from '../topics/gather-candidates.ts';

/** Topics of the knowledge base that the names of an article may mean, by entity; one look-up for all of them. */
export async function linkCandidates(db: Db, annotation: Annotation): Promise<EntityCandidates[]> {
  const wanted = candidateKeys(annotation);
  const keys = wanted.flatMap((one) => one.keys.map(({ key }) => key));
  return gatherCandidates(wanted, await namedTopics(db, keys));
}
