import { readFileSync, writeFileSync } from 'node:fs';
import type { StoredLinearModel } from '../../src/nlp/linear-model.ts';

/** Weights as they come out of training, row-major by bucket. */
export interface TrainedWeights {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly weights: Float64Array;
}

/** Signed bytes with one scale. The largest weights are cut at the 99.99th percentile, so that one outlier costs no precision. */
export function packModel(trained: TrainedWeights, offsets: readonly number[] = []): StoredLinearModel {
  const sizes = Float64Array.from(trained.weights.filter((weight) => weight !== 0).map(Math.abs)).sort();
  const top = sizes[Math.floor(sizes.length * 0.9999)] ?? 1;
  const scale = Number((top / 127).toPrecision(6));
  const bytes = Int8Array.from(trained.weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return {
    labels: trained.labels,
    bits: trained.bits,
    scale,
    offsets: trained.labels.map((_, label) => Number((offsets[label] ?? 0).toFixed(4))),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}

/** Writes data/models/NAME.json and says how large it is. */
export function writeModel(name: string, model: object): void {
  const json = `${JSON.stringify(model)}\n`;
  writeFileSync(new URL(`../../data/models/${name}.json`, import.meta.url), json);
  console.error(`data/models/${name}.json: ${json.length} bytes`);
}

/** data/models/NAME.json, for a trainer that builds on another one's model. */
export function readModel(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/models/${name}.json`, import.meta.url), 'utf8'));
}
