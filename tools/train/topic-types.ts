import { readRows } from '../../src/cli/eval/read-data.ts';
import { MENTION_TYPES, type MentionType } from '../../src/core/annotation.ts';
import { hashFeature } from '../../src/nlp/hashed-features.ts';
import { typeFeatures } from '../../src/topics/infer-type.ts';
import { topicType } from '../../src/topics/topic-type.ts';
import { fitLinear, type LinearExample } from './fit-linear.ts';
import { packModel, writeModel } from './trained-model.ts';

interface Row {
  readonly label: string;
  readonly description?: string | null;
  readonly types?: readonly string[];
  readonly sources?: readonly string[];
}

const BITS = 15;
/** One shop in so many and one town in so many, so that they do not outweigh what the news is about. */
const SHOP_SHARE = 8;
const TOWN_SHARE = 15;
const OPTIONS = { labels: MENTION_TYPES, bits: BITS, epochs: 8, rate: 0.1, l2: 0.005, seed: 3 };

function example(title: string, description: string | null, type: MentionType): LinearExample {
  const label = MENTION_TYPES.indexOf(type);
  const buckets = typeFeatures(title, description).map((feature) => hashFeature(feature, BITS));
  return { buckets: Int32Array.from(buckets), label };
}

/**
 * The type of a topic by its title and description, from the rows of the base that have a type. Each row is shown with and without its
 * description, as most have none.
 */
export function train(): void {
  const examples: LinearExample[] = [];
  let shops = 0;
  for (const { label, description, types = [], sources = [] } of readRows<Row>(
    'knowledge/entities.jsonl.gz',
  )) {
    const isShop = sources.join() === 'nsi';
    if (isShop && shops++ % SHOP_SHARE > 0) continue;
    if ((!isShop && types.length === 0) || types.some((type) => type === 'DATETIME' || type === 'QUANTITY'))
      continue;
    const type = isShop ? 'organisation' : topicType(types);
    examples.push(example(label, null, type));
    if (description) examples.push(example(label, description, type));
  }
  for (const [at, { label }] of readRows<Row>('knowledge/places.jsonl.gz').entries())
    if (at % TOWN_SHARE === 0) examples.push(example(label, null, 'place'));
  writeModel('topic-types', packModel(fitLinear(examples, OPTIONS)));
}
