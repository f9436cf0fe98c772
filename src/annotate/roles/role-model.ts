import { type RoleNetwork, readRoleNetwork, type StoredRoleNetwork } from './role-network.ts';

/**
 * How the probabilities of the roles become a decision that is good for macro-F1. That is the mean over the roles of
 * 2 × right / (said + are); one sentence more that is said to have a role, and has it with probability p, raises that
 * role's share by (2p − F1) / (said + are), so the role with the highest rise is taken (after Lipton et al., ECML PKDD 2014).
 */
export interface RoleDecision {
  /** Multiplies the scores before the softmax, so that the probabilities are as often right as they say. */
  readonly sharpness: number;
  /** F1 to be expected of each role. */
  readonly f1: readonly number[];
  /** How often each role is said and is, together, for each sentence. */
  readonly share: readonly number[];
}

export interface RoleModel {
  readonly network: RoleNetwork;
  readonly decision: RoleDecision;
  /** Log-odds above which a sentence counts as speech. */
  readonly speechThreshold: number;
}

/** As it stands in data/models/roles.json. */
export interface StoredRoleModel {
  readonly network: StoredRoleNetwork;
  readonly decision: RoleDecision;
  readonly speechThreshold: number;
}

/** @throws TypeError when the JSON is none: models are part of the program. */
export function readRoleModel(json: unknown): RoleModel {
  const { network, decision, speechThreshold } = (json ?? {}) as Partial<StoredRoleModel>;
  if (network === undefined || decision === undefined || speechThreshold === undefined) {
    throw new TypeError(
      'data/models/roles.json does not hold a role model; train it with: npm run train -- roles',
    );
  }
  return { network: readRoleNetwork(network), decision, speechThreshold };
}

/** What saying each role of a sentence is worth to macro-F1, from its scores; numbers after those of the roles are not read. */
export function worthOfRoles({ sharpness, f1, share }: RoleDecision, scores: ArrayLike<number>): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (let role = 0; role < f1.length; role += 1) top = Math.max(top, scores[role] as number);
  const odds = f1.map((_, role) => Math.exp(sharpness * ((scores[role] as number) - top)));
  const sum = odds.reduce((total, one) => total + one, 0);
  return odds.map((one, role) => ((2 * one) / sum - (f1[role] as number)) / (share[role] as number));
}
