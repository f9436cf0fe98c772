import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../../../../eval/linking-held-out.json', import.meta.url);

/** Stored link models by the set they were not trained on. */
export function readHeldOutModels(): Record<string, unknown> {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
}

export function writeHeldOutModels(models: Readonly<Record<string, unknown>>): void {
  const lines = Object.entries(models).map(
    ([set, model]) => `${JSON.stringify(set)}:${JSON.stringify(model)}`,
  );
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
}
