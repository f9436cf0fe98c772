import { refineTone, type ToneQuestion, toneQuestions } from '../../annotate/refine-tone.ts';
import { labelsOf, type ToneLabel, toneTasks } from '../../annotate/tone-task.ts';
import type { Annotation, Tone } from '../../core/annotation.ts';
import type { Failure } from '../../core/failure.ts';
import type { LanguageModel } from '../../core/language-model.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Stage } from '../../core/stage.ts';
import { annotationOf } from '../../store/annotations.ts';
import { articlesToJudge, saveArticleTone } from '../../store/article-tones.ts';
import { articleById } from '../../store/articles.ts';
import type { Db } from '../../store/store.ts';
import { newsTime, roundTime, type World } from '../world.ts';

/** Articles asked about in a round. Most cost one call or none; pages of the round wait for all of them. */
const PER_ROUND = 60;
const HOUR_MS = 3_600_000;
/** Older stories are left as they are: a model that is switched on over an archive does not judge all of it. */
const LIVE_MS = 7 * 24 * HOUR_MS;
const RETRY_AFTER_MS = 6 * HOUR_MS;
/** What whoever runs this can mend, or time: all but answers and questions of the wrong form. */
const PASSING_CODES = [
  'model/unreachable',
  'model/timeout',
  'model/busy',
  'model/budget',
  'model/key',
  'model/not-found',
  'stage/crash',
];
const LONGEST_WAIT_MS = 60_000;

interface Judged {
  readonly title: string;
  readonly annotation: Annotation;
  readonly questions: readonly ToneQuestion[];
  readonly labels: Result<readonly ToneLabel[], Failure>;
  readonly model: string;
}

interface Refined {
  readonly tone: readonly Tone[];
  readonly model: string;
  readonly failure: Failure | null;
}

async function pending(world: World): Promise<string[]> {
  if (world.model === null) return [];
  const roundAt = await roundTime(world);
  return await articlesToJudge(world.store.db, {
    model: world.model.name,
    version: toneStage.version,
    liveSince: (await newsTime(world)) - LIVE_MS,
    roundAt,
    perRound: PER_ROUND,
    retryBefore: roundAt - RETRY_AFTER_MS,
    passingCodes: PASSING_CODES,
  });
}

async function ask(
  model: LanguageModel,
  questions: readonly ToneQuestion[],
): Promise<Result<readonly ToneLabel[], Failure>> {
  const labels: ToneLabel[] = [];
  for (const task of toneTasks(questions, model.contextTokens)) {
    const answer = await model.ask(task);
    if (!answer.ok) return answer;
    labels.push(...labelsOf(answer.value));
  }
  return ok(labels);
}

async function load(world: World, articleId: string): Promise<Judged | undefined> {
  const { model, store } = world;
  const article = await articleById(store.db, articleId);
  const annotation = await annotationOf(store.db, articleId);
  if (model === null || article === null || annotation === null) return undefined;
  const questions = toneQuestions(article, annotation);
  const labels = await ask(model, questions);
  return { title: article.title, annotation, questions, labels, model: model.name };
}

function apply({ title, annotation, questions, labels, model }: Judged): Refined {
  if (!labels.ok) return { tone: [], model, failure: labels.error };
  const tone = refineTone({ title }, annotation, questions, labels.value, model);
  return { tone, model, failure: null };
}

/** A server that asks to wait a little is waited for; a longer pause is a later round's matter. */
function postpone({ failure }: Refined): Failure | null {
  const isShort = (failure?.retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
  return failure?.code === 'model/busy' && isShort ? failure : null;
}

/** Article → its tone as a language model judges it, when one may be asked (VARIORUM_MODEL). Failing that, the trained judge's stays. */
export const toneStage: Stage<World, Db, Judged, unknown, Refined> = {
  name: 'tone',
  version: 1,
  reads: ['articles', 'annotations', 'stories', 'story_articles'],
  writes: ['article_tones'],
  thread: 'main',
  pending,
  load,
  apply,
  postpone,
  save: async (db, articleId, { tone, model, failure }) => {
    if (failure === null) await saveArticleTone(db, articleId, tone, { model, version: toneStage.version });
    return { next: [], failure };
  },
};
