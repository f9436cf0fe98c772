import { hashFeature } from '../../nlp/hashed-features.ts';
import { type LinearModel, readLinearModel, scoreLabels } from '../../nlp/linear-model.ts';
import type { TextDocument } from '../text-document.ts';
import type { WordKnowledge } from './name-columns.ts';
import { typeEvidence } from './name-type.ts';
import type { NameRange } from './split-run.ts';
import { hashWord, wordAtoms } from './word-atoms.ts';
import type { CommonWords } from './word-use.ts';

export const TYPE_BITS = 15;

/**
 * Of a point of the rules against the learned scores. Linking sets by halves (2026-11-24): 0.3 gives aida-conll-dev .827,
 * wiki-fair-v2 .729; 0.7 gives .812 and .733; rules alone .698 and .574.
 */
const RULE_WEIGHT = 0.5;

/** The trained judge of what kind of thing a name names. Labels are MENTION_TYPES. */
export interface NameTyper {
  readonly model: LinearModel;
  readonly words: WordKnowledge;
}

/** @throws TypeError when the JSON is not the model. */
export function readNameTyper(json: unknown, words: WordKnowledge): NameTyper {
  return { model: readLinearModel(json, 'name-types'), words };
}

/** Scores of the types, in the order of MENTION_TYPES, for a name where it stands. */
export function typeScores(
  document: TextDocument,
  name: NameRange,
  isCommon: CommonWords,
  typer: NameTyper,
): number[] {
  const rules = typeEvidence(document, name, isCommon);
  const learned = scoreLabels(typer.model, typeFeatures(document, name, rules, isCommon, typer.words));
  return rules.map((points, type) => RULE_WEIGHT * points + (learned[type] ?? 0));
}

/** Buckets of what the words of a name, the words around it and the rules say about its type. */
export function typeFeatures(
  document: TextDocument,
  name: NameRange,
  rules: readonly number[],
  isCommon: CommonWords,
  words: WordKnowledge,
): Int32Array {
  const { tokens } = document;
  const buckets: number[] = [];
  const add = (feature: string) => buckets.push(hashFeature(feature, TYPE_BITS));
  const { from, to, title } = name;
  const size = Math.min(4, to - from);
  add(`size ${size}`);
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const place = at === from ? 'first' : at === to - 1 ? 'last' : 'inside';
    const cluster = words.cluster(hashWord(token.lower));
    add(`${place} ${token.lower}`);
    add(`word ${token.lower}`);
    add(`${place} ${token.lower.slice(-3)}`);
    add(`${place} ${size} ${cluster}`);
    const { lists, shape } = wordAtoms(token.text, token.lower);
    if (size === 1 || at === to - 1) add(`shape ${size} ${shape}`);
    for (let bit = 0; bit < 16; bit += 1) if ((lists >> bit) & 1) add(`${place} ${size} list ${bit}`);
    if (isCommon(token.lower)) add(`${place} common`);
  }
  add(`title ${title !== null}`);
  for (const offset of [-2, -1, 1, 2]) {
    const token = tokens[offset < 0 ? from + offset : to - 1 + offset];
    const lower = token?.lower ?? '';
    const isNear = Math.abs(offset) === 1;
    add(`${offset} ${lower}`);
    if (isNear) add(`${offset} ${size} ${lower}`);
    add(`${offset} ${size} cluster ${words.cluster(hashWord(lower))}`);
    if (isNear) add(`${offset} tag ${token?.tag ?? ''} ${/^\p{Lu}/u.test(token?.text ?? '')}`);
  }
  addEvidence(rules, add);
  return Int32Array.from(buckets);
}

/** The points of the rules, once for each whole point, so that more points weigh more. */
function addEvidence(points: readonly number[], add: (feature: string) => void): void {
  const top = Math.max(...points);
  add(`rules ${top < 0.7 ? -1 : points.indexOf(top)}`);
  for (const [type, amount] of points.entries()) {
    for (let point = 1; point <= Math.min(8, Math.round(amount)); point += 1) add(`rules ${type} ${point}`);
  }
}
