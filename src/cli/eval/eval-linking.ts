import { createAnnotateTools } from '../../annotate/annotate-tools.ts';
import type { Annotation } from '../../core/annotation.ts';
import { readLinkModels } from '../../topics/link-model.ts';
import { chosenTopic, rankTopics } from '../../topics/link-topics.ts';
import { type LinkTools, loadContextTools, loadTypeModel } from '../../topics/topic-tools.ts';
import { type GoldDocument, LINKING_SETS, readGold } from './linking/gold-mentions.ts';
import { readHeldOutModels } from './linking/held-out-models.ts';
import { type KnowledgeBase, readKnowledgeBase } from './linking/knowledge-base.ts';

/** One asked mention: the gold's id when it is in the base, and the answer; null is "not in the base". */
interface Answer {
  readonly gold: string | null;
  readonly given: string | null;
}

function f1(right: number, given: number, wanted: number): number {
  return (2 * right) / Math.max(1, given + wanted);
}

function count<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.reduce((sum, item) => sum + (holds(item) ? 1 : 0), 0);
}

function figuresOf(name: string, answers: readonly Answer[]): Record<string, number> {
  const inBase = answers.filter(({ gold }) => gold !== null);
  const outside = answers.filter(({ gold }) => gold === null);
  const right = count(inBase, ({ gold, given }) => gold === given);
  const linked = (list: readonly Answer[]) => count(list, ({ given }) => given !== null);
  const silent = (list: readonly Answer[]) => list.length - linked(list);
  return {
    [`${name}.in_base_f1`]: f1(right, linked(inBase), inBase.length),
    [`${name}.in_base_accuracy`]: right / Math.max(1, inBase.length),
    [`${name}.all_f1`]: f1(right, linked(answers), inBase.length),
    [`${name}.not_in_base_f1`]: f1(silent(outside), silent(answers), outside.length),
  };
}

/** The likeliest topic of each entity, or null. */
function answersOf(
  text: string,
  annotation: Annotation,
  base: KnowledgeBase,
  tools: LinkTools,
): (string | null)[] {
  const article = { id: annotation.articleId, title: '', text, publishedAt: 0 };
  const rankings = rankTopics({ article, annotation, candidates: base.candidatesOf(annotation) }, tools);
  const answers = annotation.entities.map((): string | null => null);
  for (const ranking of rankings) answers[ranking.entity] = chosenTopic(ranking)?.candidate.topic.id ?? null;
  return answers;
}

function answerGold(
  { text, annotation, gold }: GoldDocument,
  base: KnowledgeBase,
  tools: LinkTools,
): Answer[] {
  const answers = answersOf(text, annotation, base, tools);
  return annotation.mentions.map(({ entity }, at) => {
    const id = gold[at]?.id ?? null;
    return { gold: id !== null && base.ids.has(id) ? id : null, given: answers[entity] ?? null };
  });
}

/** Spans of our own, linked, against the gold's in-base mentions: both offsets and the id have to be the same. */
function endToEnd(documents: readonly GoldDocument[], base: KnowledgeBase, tools: LinkTools): number {
  let [right, given, wanted] = [0, 0, 0];
  for (const { text, own, gold } of documents) {
    const known = new Map(
      gold
        .filter(({ id }) => id !== null && base.ids.has(id))
        .map(({ start, end, id }) => [`${start} ${end}`, id]),
    );
    const answers = answersOf(text, own, base, tools);
    const linked = own.mentions.filter(({ entity }) => answers[entity] !== null);
    wanted += known.size;
    given += linked.length;
    right += count(linked, ({ start, end, entity }) => known.get(`${start} ${end}`) === answers[entity]);
  }
  return f1(right, given, wanted);
}

/**
 * Linking of names to the knowledge base on six sets in ELEVANT's format, with the spans given and the types our own.
 *
 * - The base is entities, places and counts of titles, read as `topics import` reads them.
 * - Asked are labels that are names: those with a capital letter that are no pronoun. Left out are quantities and dates, and labels
 *   marked `coref` (pronouns and the like), `desc` (descriptions) or `optional`. Nested labels are asked each for itself. Mentions
 *   never hold masked tokens (`*`); the text around them does, and is given as it is.
 * - Gold ids that the base lacks, `<NIL>` and `<NO_MAPPING>` all mean "not in the base".
 * - Every surface of a document is one entity of the linker: all its mentions get one answer. The labels' types are not used.
 * - `in_base_f1`: over mentions whose gold id is in the base; precision over those answered with a topic, recall over all of them.
 * - `in_base_accuracy`: the same, silence counted as an error.
 * - `all_f1`: precision over all mentions answered with a topic, recall over those whose gold id is in the base.
 * - `not_in_base_f1`: F1 of the answer "not in the base".
 * - `end_to_end_f1`: spans, too, are our own; a topic on a span without a gold id of the base counts against precision.
 *
 * Each set is answered by models trained on all the others and none of it; under `two_fold`, half of each set's documents is
 * answered by models trained on the other half of all sets. They are in eval/linking-held-out.json, written by
 * `npm run train -- linking` with the shipped model, which has seen all documents.
 */
export async function evalLinking(): Promise<Record<string, number>> {
  const annotateTools = createAnnotateTools();
  const contextTools = loadContextTools();
  const base = readKnowledgeBase(loadTypeModel());
  const heldOut = readHeldOutModels();
  const folds = [0, 1].map((fold) => ({ ...contextTools, models: readLinkModels(heldOut[`fold-${fold}`]) }));
  const figures: Record<string, number> = {};
  for (const set of LINKING_SETS) {
    const tools = { ...contextTools, models: readLinkModels(heldOut[set]) };
    const documents = readGold(set, annotateTools);
    const answers = documents.flatMap((document) => answerGold(document, base, tools));
    const byFold = documents.flatMap((document, at) => answerGold(document, base, folds[at % 2] ?? tools));
    Object.assign(figures, figuresOf(set, answers), figuresOf(`${set}.two_fold`, byFold), {
      [`${set}.end_to_end_f1`]: endToEnd(documents, base, tools),
    });
  }
  return figures;
}
