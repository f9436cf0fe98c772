import type { KnowledgeCache } from '../core/knowledge-base.ts';
import type { Db } from './store.ts';

/** Answers of a knowledge base, kept in the store. */
export function knowledgeAnswers(db: Db): KnowledgeCache {
  return {
    async get(question) {
      const row = await db
        .selectFrom('knowledgeAnswers')
        .select(['answer', 'answeredAt'])
        .where('question', '=', question)
        .executeTakeFirst();
      return row ?? null;
    },
    async put(question, answer, answeredAt) {
      await db
        .insertInto('knowledgeAnswers')
        .values({ question, answer, answeredAt })
        .onConflict((conflict) => conflict.column('question').doUpdateSet({ answer, answeredAt }))
        .execute();
    },
  };
}
