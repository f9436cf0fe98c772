import { DISCOURSE_ROLES, type DiscourseRole } from '../core/annotation.ts';

/** Weights of a multinomial logistic regression over named features: per feature one weight for each discourse role. */
export interface RoleModel {
  readonly weights: ReadonlyMap<string, readonly number[]>;
  /** Added to the scores, one per role: moves the decision towards rare roles, so that macro-F1 is not left to the common ones. */
  readonly offsets: readonly number[];
  /** Weights of the binary question whether a sentence reports speech, and its threshold on the log-odds. */
  readonly speech: ReadonlyMap<string, number>;
  readonly speechThreshold: number;
}

/** Reads the model as tools/train-roles.ts writes it. Throws when the file is not one: it is part of the program. */
export function readRoleModel(json: unknown): RoleModel {
  if (!isRecord(json) || !isRecord(json.weights) || !isRecord(json.speech)) {
    throw new TypeError(
      'data/models/roles.json is not a role model; train it with: npm exec -- tsx tools/train-roles.ts',
    );
  }
  const weights = new Map<string, readonly number[]>();
  for (const [feature, row] of Object.entries(json.weights)) weights.set(feature, numbers(row));
  const speech = new Map<string, number>();
  for (const [feature, weight] of Object.entries(json.speech)) speech.set(feature, Number(weight));
  return {
    weights,
    speech,
    offsets: numbers(json.offsets),
    speechThreshold: Number(json.speechThreshold ?? 0),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}

/** The likeliest role of a sentence with these features, `without` one that it cannot have. */
export function predictRole(
  model: RoleModel,
  features: readonly string[],
  without: DiscourseRole | null = null,
): DiscourseRole {
  const scores = DISCOURSE_ROLES.map((_, role) => model.offsets[role] ?? 0);
  for (const feature of features) {
    const row = model.weights.get(feature);
    if (row === undefined) continue;
    for (const [role, weight] of row.entries()) scores[role] = (scores[role] ?? 0) + weight;
  }
  if (without !== null) scores[DISCOURSE_ROLES.indexOf(without)] = Number.NEGATIVE_INFINITY;
  return DISCOURSE_ROLES[scores.indexOf(Math.max(...scores))] ?? 'none';
}

export function predictSpeech(model: RoleModel, features: readonly string[]): boolean {
  let logOdds = 0;
  for (const feature of features) logOdds += model.speech.get(feature) ?? 0;
  return logOdds > model.speechThreshold;
}
