/**
 * True when two values of plain data (what JSON can hold) are equal throughout. Properties that are undefined count as
 * present: data that came from one place has the same ones.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b);
  return !Array.isArray(b) && isSameRecord(a as Record<string, unknown>, b as Record<string, unknown>);
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isSameData(a[i], b[i])) return false;
  return true;
}

function isSameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let properties = 0;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !isSameData(a[key], b[key])) return false;
    properties++;
  }
  for (const _ in b) properties--;
  return properties === 0;
}
