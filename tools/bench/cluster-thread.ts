/** The thread in which the bench clusters its stream. */
import { parentPort, workerData } from 'node:worker_threads';
import { StoryClusterer } from '../../src/cluster/story-clusterer.ts';
import { createBackground } from '../../src/pipeline/appliers.ts';
import { RemotePress } from './remote-press.ts';

export interface ThreadTask {
  /** Articles in all, of one batch, and of one stretch. */
  readonly total: number;
  readonly batch: number;
  readonly sample: number;
}

/** One stretch of the stream. */
export interface Stretch {
  readonly articles: number;
  readonly activeStories: number;
  readonly keys: number;
  /** Time of the processor, that of the garbage collector's threads included. */
  readonly cpuMs: number;
}

const EMPTY = { stories: [], signatures: [], documentFrequencies: [], documents: 0 };

const { total, batch: size, sample } = workerData as ThreadTask;
const press = new RemotePress(size);
const clusterer = new StoryClusterer(EMPTY, { background: createBackground() });
let cpuMs = 0;
for (let articles = size; articles <= total; articles += size) {
  const batch = await press.next();
  const start = process.cpuUsage();
  clusterer.assign(batch);
  const { user, system } = process.cpuUsage(start);
  cpuMs += (user + system) / 1000;
  if (articles % sample !== 0) continue;
  const { activeStories, knownKeys: keys } = clusterer;
  parentPort?.postMessage({ articles: sample, activeStories, keys, cpuMs } satisfies Stretch);
  cpuMs = 0;
}
press.stop();
