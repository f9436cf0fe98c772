import { type RoleNetwork, readRoleNetwork, type StoredRoleNetwork } from './role-network.ts';

export interface RoleModel {
  readonly network: RoleNetwork;
  /** Added to the scores, one per role: moves the decision towards rare roles, so that macro-F1 is not left to the common ones. */
  readonly offsets: readonly number[];
  /** Log-odds above which a sentence counts as speech. */
  readonly speechThreshold: number;
}

/** As it stands in data/models/roles.json. */
export interface StoredRoleModel {
  readonly network: StoredRoleNetwork;
  readonly offsets: readonly number[];
  readonly speechThreshold: number;
}

/** @throws TypeError when the JSON is none: models are part of the program. */
export function readRoleModel(json: unknown): RoleModel {
  const { network, offsets, speechThreshold } = (json ?? {}) as Partial<StoredRoleModel>;
  if (network === undefined || offsets === undefined || speechThreshold === undefined) {
    throw new TypeError(
      'data/models/roles.json does not hold a role model; train it with: npm run train -- roles',
    );
  }
  return { network: readRoleNetwork(network), offsets, speechThreshold };
}
