import { readFileSync } from 'node:fs';
import { annotateArticle } from '../../annotate/annotate-article.ts';
import { type AnnotateTools, createAnnotateTools } from '../../annotate/annotate-tools.ts';
import { readNameTagger } from '../../annotate/names/tag-names.ts';
import { readNameTyper } from '../../annotate/names/type-features.ts';
import type { Annotation } from '../../core/annotation.ts';
import { clusteredMentions, readOwnChains } from './coreference-gold.ts';
import { type GoldNames, halfOf, LINKING_SETS, readLinkingNames, readOwnNames } from './name-gold.ts';
import { countSpans, noCounts, type SpanCounts, spanScores } from './name-spans.ts';
import { bCubed } from './scores.ts';

/**
 * Names: exact spans (micro precision, recall, F1) and, of the right spans, the share with the right type where the gold
 * says one (demonyms apart).
 *
 * The linking sets are also what the models are trained on: aida-conll-dev the tagger, all of them the types. So each half
 * of a set's documents (the first and the last ones) is scored with models of the same making that were trained without that
 * half (eval/models, `npm run train -- names` and `name-types`); the shipped models are trained on both. Gold spans that touch a masked
 * token (`*`) are dropped, and so are predictions that overlap one.
 *
 * Our own sentences and coreference cases (eval/gold, written before the models were) are read by the shipped models.
 * msnbc-updated leaves out names that Wikipedia does not know, and kore50 is made of ambiguous first and family names; oke-2016,
 * rss-500 (two names a sentence) and wiki-fair-v2 mark only some names, so there only recall means anything.
 */
export function evalNames(): Promise<Record<string, number>> {
  const tools = createAnnotateTools();
  const halves = [0, 1].map((half) => toolsWithout(half, tools));
  const figures: Record<string, number> = {};
  for (const set of LINKING_SETS) {
    const gold = readLinkingNames(set);
    const isComplete = set === 'aida-conll-dev' || set === 'msnbc-updated' || set === 'kore50';
    const toolsFor = (at: number) => halves[halfOf(at, gold.length)] ?? tools;
    report(figures, set, score(gold, toolsFor), isComplete);
  }
  report(
    figures,
    'own',
    score(readOwnNames(), () => tools),
    true,
  );
  const chains = readOwnChains().flatMap((chain, at) =>
    clusteredMentions(chain, annotate(chain.text, tools), `${at}`),
  );
  const { precision, recall, f1 } = bCubed(chains);
  Object.assign(figures, {
    'coreference.b3_precision': precision,
    'coreference.b3_recall': recall,
    'coreference.b3_f1': f1,
  });
  return Promise.resolve(figures);
}

function toolsWithout(half: number, tools: AnnotateTools): AnnotateTools {
  const read = (name: string): unknown => {
    const file = new URL(`../../../eval/models/${name}-without-${half}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8'));
  };
  const { words } = tools.names.tagger;
  return {
    ...tools,
    names: { tagger: readNameTagger(read('names'), words), typer: readNameTyper(read('name-types'), words) },
  };
}

function score(gold: readonly GoldNames[], toolsFor: (at: number) => AnnotateTools): SpanCounts {
  const counts = noCounts();
  for (const [at, each] of gold.entries())
    countSpans(counts, each, annotate(each.text, toolsFor(at)).mentions);
  return counts;
}

function report(figures: Record<string, number>, set: string, counts: SpanCounts, isComplete: boolean): void {
  const { precision, recall, f1, typed } = spanScores(counts);
  if (isComplete) Object.assign(figures, { [`${set}.precision`]: precision, [`${set}.f1`]: f1 });
  Object.assign(figures, { [`${set}.recall`]: recall, [`${set}.typed`]: typed });
}

function annotate(text: string, tools: AnnotateTools): Annotation {
  return annotateArticle({ id: '', title: '', text, publishedAt: 0, language: 'en', byline: null }, tools);
}
