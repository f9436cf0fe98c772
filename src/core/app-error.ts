/** Who has to act: `user` errors end a command with exit code 2, `fault` errors with 1. */
export type Blame = 'user' | 'fault';

/**
 * An error that stops what is being done: wrong configuration, an unreachable database, a broken invariant.
 * The message says what happened; the hint says the usual cause and the next step.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly hint: string;
  readonly blame: Blame;

  constructor(
    code: string,
    message: string,
    options: { hint?: string; blame?: Blame; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? '';
    this.blame = options.blame ?? 'fault';
  }
}
