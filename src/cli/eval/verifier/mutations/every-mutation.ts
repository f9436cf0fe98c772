import { cause, detail, quote } from './invented.ts';
import type { Mutation } from './mutation.ts';
import { agent, name, outlet, place, role, roleTense } from './names.ts';
import { counted, figure, modifier, scale, total, unit } from './numbers.ts';
import {
  attribution,
  claimNumber,
  done,
  everybody,
  modality,
  negation,
  otherClaim,
  speaker,
} from './said.ts';
import { comparison, date, direction } from './turned.ts';

/** Every way in which statements are made false, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  figure,
  unit,
  scale,
  modifier,
  total,
  counted,
  name,
  place,
  role,
  role_tense: roleTense,
  outlet,
  speaker,
  attribution,
  everybody,
  date,
  negation,
  modality,
  done,
  agent,
  quote,
  cause,
  detail,
  comparison,
  direction,
  claim_number: claimNumber,
  other_claim: otherClaim,
};
