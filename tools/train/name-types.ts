import { writeFileSync } from 'node:fs';
import { createEnglishTagger } from '../../src/annotate/annotate-tools.ts';
import { isDemonym } from '../../src/annotate/names/demonym.ts';
import { PERSON_TITLES } from '../../src/annotate/names/name-lexicon.ts';
import { typeEvidence } from '../../src/annotate/names/name-type.ts';
import { readNameWords } from '../../src/annotate/names/name-words.ts';
import type { NameRange } from '../../src/annotate/names/split-run.ts';
import { TYPE_BITS, typeFeatures } from '../../src/annotate/names/type-features.ts';
import { buildDocument, type TextDocument } from '../../src/annotate/text-document.ts';
import { type GoldName, halfOf, LINKING_SETS, readLinkingNames } from '../../src/cli/eval/name-gold.ts';
import { MENTION_TYPES } from '../../src/core/annotation.ts';
import { fitLinear, type LinearExample } from './fit-linear.ts';
import { packModel, readModel, writeModel } from './trained-model.ts';

/** Rate, epochs and L2 as tuned for other models of this size; not searched. */
const OPTIONS = { labels: MENTION_TYPES, bits: TYPE_BITS, epochs: 8, rate: 0.1, l2: 1e-4, seed: 7 };

/**
 * What a name names: data/models/name-types.json from all names of known type in ../shared/data/linking, and for `eval
 * names` two more in eval/models, each without the half of every set that it is asked about.
 */
export function train(): void {
  const tools = createEnglishTagger();
  const words = readNameWords(readModel('name-words'));
  const examples: { readonly example: LinearExample; readonly half: number }[] = [];
  for (const set of LINKING_SETS) {
    const gold = readLinkingNames(set);
    for (const [at, { text, names }] of gold.entries()) {
      const document = buildDocument(text, 'en', tools.tagEnglish);
      const half = halfOf(at, gold.length);
      for (const [range, type] of rangesOf(document, names)) {
        const buckets = typeFeatures(
          document,
          range,
          typeEvidence(document, range, tools.isCommonEnglish),
          tools.isCommonEnglish,
          words,
        );
        examples.push({ example: { buckets, label: MENTION_TYPES.indexOf(type) }, half });
      }
    }
  }
  for (const left of [0, 1]) {
    const rest = examples.filter(({ half }) => half !== left).map(({ example }) => example);
    const file = new URL(`../../eval/models/name-types-without-${left}.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify(packModel(fitLinear(rest, OPTIONS)))}\n`);
  }
  writeModel(
    'name-types',
    packModel(
      fitLinear(
        examples.map(({ example }) => example),
        OPTIONS,
      ),
    ),
  );
}

/** Names of known type as ranges of tokens; demonyms have none, and names that start or end within a token are left out. */
function rangesOf(
  document: TextDocument,
  names: readonly GoldName[],
): [NameRange, NonNullable<GoldName['type']>][] {
  const starts = new Map(document.tokens.map(({ start }, index) => [start, index]));
  const ends = new Map(document.tokens.map(({ end }, index) => [end, index + 1]));
  return names.flatMap(({ start, end, type }) => {
    const from = starts.get(start);
    const to = ends.get(end);
    if (type === null || type === 'other' || from === undefined || to === undefined) return [];
    const before = document.tokens[from - 1];
    const isTitle = before !== undefined && /^\p{Lu}/u.test(before.text) && PERSON_TITLES.has(before.lower);
    const range = { from, to, title: isTitle ? before.lower : null };
    return isDemonym(document, range) ? [] : [[range, type] as [NameRange, NonNullable<GoldName['type']>]];
  });
}
