/**
 * One step of the pipeline. `load` and `save` touch the world; `apply` may not: it returns a plain value, so the
 * type itself forbids awaiting I/O inside.
 */
export interface Stage<World, In, Tools, Out> {
  readonly name: string;
  /** Raise it when `apply` changes meaning; rows saved by an older version are redone. */
  readonly version: number;
  /** Tables, so that the order of the stages can be checked at start. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Keys whose row is missing or was saved by an older version: what a restart has to queue again. */
  pending(world: World): Promise<readonly string[]>;
  load(world: World, key: string): Promise<In | undefined>;
  apply(input: In, tools: Tools): Out extends PromiseLike<unknown> ? never : Out;
  /** Idempotent upsert in one transaction. Returns the keys that the next stages now have to look at. */
  save(world: World, key: string, output: Out): Promise<readonly NextWork[]>;
}

export interface NextWork {
  readonly stage: string;
  readonly keys: readonly string[];
}
