import { readFileSync, writeFileSync } from 'node:fs';

/** Figures that were reached once and may not fall silently: `stories.allsides-dev.b3_f1` → 0.91. */
export type Floors = Record<string, number>;

const FILE = new URL('../../../eval/floors.json', import.meta.url);

export function readFloors(): Floors {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Floors;
}

export function writeFloors(floors: Floors): void {
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Figures below their floor, as sentences. A floor that was not measured is a failure, too. */
export function belowFloor(
  name: string,
  figures: Readonly<Record<string, number>>,
  floors: Floors,
): string[] {
  return Object.entries(floors)
    .filter(([key]) => key.startsWith(`${name}.`))
    .flatMap(([key, floor]) => {
      const value = figures[key.slice(name.length + 1)];
      if (value === undefined) return [`${key} was not measured (floor ${floor})`];
      return value < floor ? [`${key} is ${value.toFixed(5)}, below its floor of ${floor}`] : [];
    });
}

/** Floors raised to what was reached (rounded down to three digits); none is ever lowered. */
export function raisedFloors(
  name: string,
  figures: Readonly<Record<string, number>>,
  floors: Floors,
): Floors {
  const raised = { ...floors };
  for (const [figure, value] of Object.entries(figures)) {
    const key = `${name}.${figure}`;
    raised[key] = Math.max(floors[key] ?? 0, Math.floor(value * 1000) / 1000);
  }
  return raised;
}
