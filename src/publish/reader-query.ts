import { parsePolicy, type SourcePolicy } from '../core/source-policy.ts';
import { badRequest } from './errors.ts';

/** Names of the parameters that ask for a source policy. */
const POLICY_PARAMETERS = ['hide', 'weigh', 'min'] as const;

/** The policy that an address asks for; null when it asks for none. @throws AppError `web/bad-request` */
export function policyOfQuery(queries: (name: string) => readonly string[] | undefined): SourcePolicy | null {
  const [hide, weigh, min] = POLICY_PARAMETERS.map((name) => queries(name));
  if (hide === undefined && weigh === undefined && min === undefined) return null;
  const parsed = parsePolicy({
    ...(hide === undefined ? {} : { hide }),
    ...(weigh === undefined ? {} : { weigh }),
    ...(min?.[0] === undefined ? {} : { min: min[0] }),
  });
  if (!parsed.ok) throw badRequest(parsed.error);
  return parsed.value;
}
