import { readFileSync } from 'node:fs';
import { annotateArticle } from '../../annotate/annotate-article.ts';
import { type AnnotateTools, createAnnotateTools } from '../../annotate/annotate-tools.ts';
import { readNameTagger } from '../../annotate/names/tag-names.ts';
import type { Annotation } from '../../core/annotation.ts';
import { clusteredMentions, readOwnChains } from './coreference-gold.ts';
import { type GoldNames, halfOf, LINKING_SETS, readLinkingNames, readOwnNames } from './name-gold.ts';
import { countSpans, noCounts, type SpanCounts, spanScores } from './name-spans.ts';
import { bCubed } from './scores.ts';

/**
 * Names: exact spans (micro precision, recall, F1) and, of the right spans, the share with the right type where the gold
 * says one.
 *
 * aida-conll-dev is also what the tagger is trained on. So each half of its documents (the first and the last ones) is
 * scored with a model of the same making that was trained without that half (eval/models, `npm run train -- names`); the shipped model
 * is trained on both. Gold spans that touch a masked token (`*`) are dropped, and so are predictions that overlap one.
 *
 * Own sentences (eval/gold/names.ndjson, written before the tagger was) and the other linking sets were no training data; the
 * shipped model reads them. Of these sets msnbc-updated leaves out names that are not in Wikipedia, kore50 is made of ambiguous
 * first and family names, and oke-2016, rss-500 (two names a sentence) and wiki-fair-v2 mark only some names: there only recall means anything.
 */
export function evalNames(): Promise<Record<string, number>> {
  const tools = createAnnotateTools();
  const figures: Record<string, number> = {};
  for (const set of LINKING_SETS) {
    const gold = readLinkingNames(set);
    const isComplete = set === 'aida-conll-dev' || set === 'msnbc-updated' || set === 'kore50';
    const counts = set === 'aida-conll-dev' ? scoreByHalves(gold, tools) : score(gold, () => tools);
    report(figures, set, counts, isComplete);
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

function scoreByHalves(gold: readonly GoldNames[], tools: AnnotateTools): SpanCounts {
  const without = [0, 1].map((half) => {
    const file = new URL(`../../../eval/models/names-without-${half}.json`, import.meta.url);
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return { ...tools, nameTagger: readNameTagger(json, tools.nameTagger.words) };
  });
  return score(gold, (at) => without[halfOf(at, gold.length)] ?? tools);
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
