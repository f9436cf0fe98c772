/**
 * True when two values of plain data (what JSON can hold) are equal throughout. Properties that are undefined count as
 * present: data that came from one place has the same ones.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!isSameData(a[i], b[i])) return false;
    return true;
  }
  if (Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let properties = 0;
  for (const key in left) {
    if (!Object.hasOwn(right, key) || !isSameData(left[key], right[key])) return false;
    properties++;
  }
  for (const _ in right) properties--;
  return properties === 0;
}
