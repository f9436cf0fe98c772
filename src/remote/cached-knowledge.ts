import type { Clock } from '../core/clock.ts';
import type { Failure } from '../core/failure.ts';
import type { KnowledgeBase, KnowledgeCache } from '../core/knowledge-base.ts';
import { ok, type Result } from '../core/result.ts';

const DAY_MS = 86_400_000;
/** What something is changes slowly, what a name is used for faster. */
const TOPIC_MS = 30 * DAY_MS;
const SEARCH_MS = 7 * DAY_MS;
/** Raised when answers are kept in another form. */
const FORM = 1;

/** A base whose answers are kept: no question is asked twice within its time. Failures are not kept, pictures by whoever shows them. */
export function cachedKnowledge(base: KnowledgeBase, cache: KnowledgeCache, clock: Clock): KnowledgeBase {
  async function remember<T>(
    question: string,
    keepMs: number,
    ask: () => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    const known = await cache.get(question);
    if (known !== null && known.answeredAt > clock.now() - keepMs) return ok(JSON.parse(known.answer) as T);
    const answer = await ask();
    if (answer.ok) await cache.put(question, JSON.stringify(answer.value), clock.now());
    return answer;
  }

  return {
    search: (name, language) =>
      remember(`search ${FORM} ${language} ${name}`, SEARCH_MS, () => base.search(name, language)),
    topic: (qid, language, fresh = false) =>
      remember(`topic ${FORM} ${language} ${qid}`, fresh ? 0 : TOPIC_MS, () => base.topic(qid, language)),
    file: (image) => base.file(image),
  };
}
