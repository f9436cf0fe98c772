import { err, ok, type Result } from './result.ts';

/** Whom a synthesis is made from, and how much it takes: set for the whole site, or by one reader in an address. */
export interface SourcePolicy {
  /** Ids of outlets that are left out, ascending. */
  readonly hide: readonly string[];
  /** Per outlet id how much its word counts beside the others; an outlet that is not named counts 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** How many independent outlets have to carry something before a page says it. 1 asks for nothing. */
  readonly minOutlets: number;
}

export const OPEN_POLICY: SourcePolicy = { hide: [], weights: {}, minOutlets: 1 };

/** More names than this in one policy are a mistake or an attempt to keep the machine busy. */
const MAX_POLICY_OUTLETS = 40;
export const MAX_MIN_OUTLETS = 9;
const WEIGHT_RANGE = [0.1, 10] as const;

/** A policy as a query string or a command line gives it. */
export interface PolicyText {
  /** Outlet ids, separated by commas or given one by one. */
  readonly hide?: readonly string[];
  /** `outlet:factor`, likewise. */
  readonly weigh?: readonly string[];
  readonly min?: string;
}

const OUTLET_ID = /^[\p{L}\p{N}][\p{L}\p{N}.:-]{0,99}$/u;

function items(values: readonly string[] | undefined): string[] {
  const parts = (values ?? []).flatMap((value) => value.split(','));
  return [...new Set(parts.map((part) => part.trim().toLowerCase()).filter((part) => part !== ''))];
}

function parseWeight(item: string): Result<readonly [string, number], string> {
  const cut = item.lastIndexOf(':');
  const [outlet, factor] = [item.slice(0, cut), Number(item.slice(cut + 1))];
  const [least, most] = WEIGHT_RANGE;
  if (!OUTLET_ID.test(outlet) || !(factor >= least && factor <= most))
    return err(`"${item}" is no weight: write OUTLET:FACTOR with a factor from ${least} to ${most}.`);
  return ok([outlet, factor]);
}

/** Reads a policy; equal policies come out equal, however they were written. The error is a sentence for the reader. */
export function parsePolicy(text: PolicyText): Result<SourcePolicy, string> {
  const hide = items(text.hide).sort();
  const weighed = items(text.weigh);
  if (hide.length + weighed.length > MAX_POLICY_OUTLETS)
    return err(`A policy names at most ${MAX_POLICY_OUTLETS} outlets.`);
  const odd = hide.find((id) => !OUTLET_ID.test(id));
  if (odd !== undefined) return err(`"${odd}" is no outlet: write its domain.`);
  const weights = new Map<string, number>();
  for (const item of weighed) {
    const weight = parseWeight(item);
    if (!weight.ok) return weight;
    if (weight.value[1] !== 1) weights.set(...weight.value);
  }
  const min = text.min === undefined || text.min === '' ? 1 : Number(text.min);
  if (!Number.isInteger(min) || min < 1 || min > MAX_MIN_OUTLETS)
    return err(`The least number of independent outlets is a whole number from 1 to ${MAX_MIN_OUTLETS}.`);
  return ok({ hide, weights: sorted(weights), minOutlets: min });
}

function sorted(weights: Iterable<readonly [string, number]>): Record<string, number> {
  return Object.fromEntries([...weights].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** True when a policy changes nothing. */
export function isOpenPolicy({ hide, weights, minOutlets }: SourcePolicy): boolean {
  return hide.length === 0 && Object.keys(weights).length === 0 && minOutlets <= 1;
}

/** Both policies at once: a reader may narrow what the site takes, and never widen it. */
export function joinPolicies(site: SourcePolicy, reader: SourcePolicy): SourcePolicy {
  const weights = new Map(Object.entries(site.weights));
  const [least, most] = WEIGHT_RANGE;
  for (const [id, factor] of Object.entries(reader.weights))
    weights.set(id, Math.min(most, Math.max(least, factor * (weights.get(id) ?? 1))));
  return {
    hide: [...new Set([...site.hide, ...reader.hide])].sort(),
    weights: sorted(weights),
    minOutlets: Math.max(site.minOutlets, reader.minOutlets),
  };
}

/** What of a policy can matter where only these outlets occur. Keeps foreign names out of caches and notes. */
export function policyFor(policy: SourcePolicy, outlets: ReadonlySet<string>): SourcePolicy {
  return {
    hide: policy.hide.filter((id) => outlets.has(id)),
    weights: sorted(Object.entries(policy.weights).filter(([id]) => outlets.has(id))),
    minOutlets: policy.minOutlets,
  };
}
