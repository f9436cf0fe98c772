import type { MentionType } from '../core/annotation.ts';
import { hashFeature } from '../nlp/hashed-features.ts';
import { bestLabel, type LinearModel, scoreLabels } from '../nlp/linear-model.ts';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*/gu;
const MAX_WORDS = 12;
const SUFFIX = 3;

function shapeOf(word: string): string {
  if (/^\p{N}/u.test(word)) return 'n';
  if (word.length > 1 && word === word.toUpperCase()) return 'A';
  return /^\p{Lu}/u.test(word) ? 'X' : 'x';
}

/** Names of what a title and a description look like, for the classifier of types. */
export function typeFeatures(title: string, description: string | null): string[] {
  const features = ['bias'];
  const plain = title.replace(/\s*\(([^)]*)\)\s*$/, (_all, inside: string) => {
    for (const word of inside.toLowerCase().match(WORD) ?? []) features.push(`in ${word}`);
    return '';
  });
  const words = (plain.match(WORD) ?? []).slice(0, MAX_WORDS);
  const lower = words.map((word) => word.toLowerCase());
  features.push(`shape ${words.map(shapeOf).join('').slice(0, 5)}`, `count ${Math.min(words.length, 5)}`);
  for (const [at, word] of lower.entries()) {
    features.push(`word ${word}`, `end ${word.slice(-SUFFIX)}`);
    if (at === 0) features.push(`first ${word}`);
    if (at === lower.length - 1) features.push(`last ${word}`, `lastEnd ${word.slice(-SUFFIX)}`);
    if (at > 0) features.push(`pair ${lower[at - 1]} ${word}`);
  }
  if (plain.includes(',')) features.push('comma');
  if (/[-–:!?]/.test(plain)) features.push(`mark ${plain.match(/[-–:!?]/)?.[0]}`);
  for (const word of (description?.toLowerCase().match(WORD) ?? []).slice(0, MAX_WORDS))
    features.push(`says ${word}`);
  return features;
}

/** A type less likely than this is not claimed. */
const MIN_PROBABILITY = 0.45;

/** The type a title and a description speak for, for rows of a base that do not say; `other` when none is likely. */
export function inferType(model: LinearModel, title: string, description: string | null): MentionType {
  const buckets = typeFeatures(title, description).map((feature) => hashFeature(feature, model.bits));
  const scores = scoreLabels(model, buckets);
  const best = bestLabel(scores);
  const top = scores[best] ?? 0;
  const probability = 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  return probability < MIN_PROBABILITY ? 'other' : (model.labels[best] as MentionType);
}
