import type { Stage } from '../core/stage.ts';
import type { Db } from '../store/store.ts';
import { annotateStage } from './stages/annotate-stage.ts';
import { briefStage } from './stages/brief-stage.ts';
import { clusterStage } from './stages/cluster-stage.ts';
import { enrichStage } from './stages/enrich-stage.ts';
import { extractStage } from './stages/extract-stage.ts';
import { fetchStage } from './stages/fetch-stage.ts';
import { fingerprintStage } from './stages/fingerprint-stage.ts';
import { linkStage } from './stages/link-stage.ts';
import { pollStage } from './stages/poll-stage.ts';
import { repairStage } from './stages/repair-stage.ts';
import { sectionStage } from './stages/section-stage.ts';
import { toneStage } from './stages/tone-stage.ts';
import { writeStage } from './stages/write-stage.ts';
import type { World } from './world.ts';

// A list of stages has no common input type; each stage is consistent in itself, checked where it is defined.
export type AnyStage = Stage<World, Db, unknown, unknown, unknown>;

function stage<In, Tools, Out>(definition: Stage<World, Db, In, Tools, Out>): AnyStage {
  return definition as unknown as AnyStage;
}

/** THE order of the pipeline. */
export const STAGES: readonly AnyStage[] = [
  stage(pollStage),
  stage(fetchStage),
  stage(extractStage),
  stage(annotateStage),
  stage(linkStage),
  stage(sectionStage),
  stage(fingerprintStage),
  stage(clusterStage),
  stage(repairStage),
  stage(enrichStage),
  stage(toneStage),
  stage(briefStage),
  stage(writeStage),
];

/**
 * Stages that may run side by side, in the order of the phases. A phase starts when the one before has nothing left:
 * so the order in which pages arrive within a round, and the number of workers, cannot change what comes out.
 */
export const PHASES: readonly (readonly string[])[] = [
  ['poll', 'fetch', 'extract', 'annotate', 'link', 'section', 'fingerprint'],
  ['cluster'],
  ['repair'],
  ['enrich', 'tone'],
  ['brief'],
];

/** Stages that no round waits for: what they do adds to pages that are published already. */
export const BESIDE_ROUNDS: readonly string[] = ['write'];

/** Tables filled from outside the stages: by commands and importers. */
const SOURCES = ['outlets', 'feeds', 'rounds', 'topics'];

/** What is wrong with an order of stages: a table read before any stage has written it, or a name used twice. */
export function stageOrderProblems(stages: readonly AnyStage[]): string[] {
  const written = new Set(SOURCES);
  const names = new Set<string>();
  const problems: string[] = [];
  for (const { name, reads, writes } of stages) {
    if (names.has(name)) problems.push(`two stages are called ${name}`);
    names.add(name);
    for (const table of reads) {
      if (!written.has(table)) problems.push(`stage ${name} reads ${table}, which no earlier stage writes`);
    }
    for (const table of writes) written.add(table);
  }
  return problems;
}
