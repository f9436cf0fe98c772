import { MENTION_TYPES } from '../../core/annotation.ts';
import { hashFeature } from '../../nlp/hashed-features.ts';
import { type LinearModel, readLinearModel, scoreLabels } from '../../nlp/linear-model.ts';
import type { TaggedToken, TextDocument } from '../text-document.ts';
import type { WordKnowledge } from './name-columns.ts';
import { atomsOf } from './name-columns.ts';
import { typeEvidence } from './name-type.ts';
import type { NameRange } from './split-run.ts';
import { hashWord } from './word-atoms.ts';
import type { CommonWords } from './word-use.ts';

export const TYPE_BITS = 15;

/**
 * Of a point of the rules against the learned scores. Linking sets by halves (2026-11-24): 0.3 gives aida-conll-dev .827,
 * wiki-fair-v2 .729; 0.7 gives .812 and .733; rules alone .698 and .574.
 */
const RULE_WEIGHT = 0.5;

/** Nothing is trained for `other`; of the rules only that a ship is named speaks for it, and that is sure. */
const SHIP_WEIGHT = 2;

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
  return rules.map((points, type) =>
    MENTION_TYPES[type] === 'other' ? SHIP_WEIGHT * points : RULE_WEIGHT * points + (learned[type] ?? 0),
  );
}

/** Buckets of what the words of a name, the words around it and the rules (their points by type) say about its type. */
export function typeFeatures(
  document: TextDocument,
  name: NameRange,
  rules: readonly number[],
  isCommon: CommonWords,
  words: WordKnowledge,
): Int32Array {
  const buckets: number[] = [];
  const add = (feature: string) => buckets.push(hashFeature(feature, TYPE_BITS));
  const { from, to, title } = name;
  const size = Math.min(4, to - from);
  add(`size ${size}`);
  add(`title ${title !== null}`);
  for (let at = from; at < to; at += 1) {
    const token = document.tokens[at];
    if (token !== undefined) addWord(token, placeOf(at, name), size, isCommon, words, add);
  }
  for (const offset of [-2, -1, 1, 2]) {
    addNeighbour(document.tokens[offset < 0 ? from + offset : to - 1 + offset], offset, size, words, add);
  }
  addRules(rules, add);
  return Int32Array.from(buckets);
}

type Add = (feature: string) => void;
type Place = 'first' | 'inside' | 'last';

function placeOf(at: number, { from, to }: NameRange): Place {
  if (at === from) return 'first';
  return at === to - 1 ? 'last' : 'inside';
}

function addWord(
  token: TaggedToken,
  place: Place,
  size: number,
  isCommon: CommonWords,
  words: WordKnowledge,
  add: Add,
): void {
  const { text, lower } = token;
  const { lists, shape, cluster } = atomsOf(words, text, lower);
  add(`${place} ${lower}`);
  add(`word ${lower}`);
  add(`${place} ${lower.slice(-3)}`);
  add(`${place} ${size} ${cluster}`);
  if (size === 1 || place === 'last') add(`shape ${size} ${shape}`);
  for (let bit = 0, left = lists; left !== 0; bit += 1, left >>>= 1)
    if ((left & 1) === 1) add(`${place} ${size} list ${bit}`);
  if (isCommon(lower)) add(`${place} common`);
}

function addNeighbour(
  token: TaggedToken | undefined,
  offset: number,
  size: number,
  words: WordKnowledge,
  add: Add,
): void {
  const lower = token?.lower ?? '';
  add(`${offset} ${lower}`);
  add(`${offset} ${size} cluster ${words.cluster(hashWord(lower))}`);
  if (Math.abs(offset) > 1) return;
  add(`${offset} ${size} ${lower}`);
  add(`${offset} tag ${token?.tag ?? ''} ${/^\p{Lu}/u.test(token?.text ?? '')}`);
}

/** The points of the rules, once for each whole point, so that more points weigh more. */
function addRules(points: readonly number[], add: Add): void {
  const top = Math.max(...points);
  add(`rules ${top < 0.7 ? -1 : points.indexOf(top)}`);
  for (const [type, amount] of points.entries()) {
    for (let point = 1; point <= Math.min(8, Math.round(amount)); point += 1) add(`rules ${type} ${point}`);
  }
}
