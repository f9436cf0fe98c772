import type { App } from '../app.ts';
import { reportProgress } from './output.ts';

/** Works off a round that has been begun, showing how far it is. */
export async function workRound(app: App): Promise<void> {
  const progress = reportProgress();
  try {
    await app.coordinator.complete((state) => progress.update(state));
    await app.coordinator.settle((state) => progress.update(state));
  } finally {
    progress.stop();
  }
}
