/** One line of settings each: what a value has to be, told in words where it is not. */

/** A whole number within limits, both included. */
export function wholeNumber(
  value: string | undefined,
  fallback: number,
  [least, most]: readonly [number, number],
  name: string,
  problems: string[],
): number {
  if (value === undefined) return fallback;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  problems.push(`${name} has to be a whole number from ${least} to ${most}, not "${value}".`);
  return fallback;
}

export function onOff(
  value: string | undefined,
  fallback: boolean,
  name: string,
  problems: string[],
): boolean {
  if (value === undefined) return fallback;
  if (['on', 'true', 'yes', '1'].includes(value)) return true;
  if (['off', 'false', 'no', '0'].includes(value)) return false;
  problems.push(`${name} has to be "on" or "off", not "${value}".`);
  return fallback;
}

export function amount(value: string | undefined, name: string, problems: string[]): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(value)) return Number(value);
  problems.push(`${name} has to be an amount such as 0.25, not "${value}".`);
  return null;
}
