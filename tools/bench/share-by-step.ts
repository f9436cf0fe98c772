import type { Profiler } from 'node:inspector';

/**
 * Share of CPU time of each function that `caller` calls directly, its own lines as `caller` itself, largest first.
 * What ran outside of `caller` (the garbage collector among it) is left out.
 */
export function shareByStep(profile: Profiler.Profile, caller: string): { step: string; share: number }[] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])),
  );
  const stepOf = (id: number): string | null => {
    let below: string | null = null;
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const name = nodes.get(at)?.callFrame.functionName ?? '';
      if (name === caller) return below ?? caller;
      below = name || '(anonymous)';
    }
    return null;
  };
  const spent = new Map<string, number>();
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const step = stepOf(id);
    if (step !== null) spent.set(step, (spent.get(step) ?? 0) + (profile.timeDeltas?.[at] ?? 0));
  }
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent].map(([step, time]) => ({ step, share: time / total })).sort((a, b) => b.share - a.share);
}
