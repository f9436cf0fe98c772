import { normaliseName } from '../nlp/normalise-name.ts';

/** A name as an alias; none when it has nothing to look up. */
export function nameAlias(
  name: string,
  weight: number,
): readonly { readonly key: string; readonly weight: number }[] {
  const key = normaliseName(name);
  return key === '' ? [] : [{ key, weight }];
}
