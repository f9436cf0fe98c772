import { errors as undiciErrors } from 'undici';
import type { Failure } from '../core/failure.ts';
import { blockedAddress } from './address-guard.ts';
import { BlockedAddressError } from './guarded-connector.ts';
import { BodyTooLargeError, UnknownCodingError } from './read-body.ts';

const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** Statuses of a server that may answer better a moment later. */
function isPassingStatus(status: number): boolean {
  return (
    status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505)
  );
}

export function statusFailure(status: number, url: URL, retryAfterMs: number | null): Failure {
  if (status === 410) {
    const message = `${url.href} is gone for good, its server says (410). Look for a new address at the outlet.`;
    return { code: 'http/gone', message, retryable: false, status };
  }
  const retryable = isPassingStatus(status);
  const next = retryable
    ? 'It is asked again later.'
    : 'The page is gone, or readers like this one are not let in.';
  return {
    code: 'http/status',
    message: `${url.href} answered with status ${status}. ${next}`,
    retryable,
    status,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  };
}

/** Makes a failure of what a request threw. An error that no network or server can cause is a bug and thrown on. */
export function failureOf(
  error: unknown,
  url: URL,
  timing: { timedOut: boolean; timeoutMs: number },
): Failure {
  const blocked = findBlocked(error);
  if (blocked !== null) return blockedAddress(`${url.host} (${blocked.host})`);
  if (error instanceof BodyTooLargeError) {
    const message = `${url.href} sends ${error.message}, more than is read. Raise the limit if this page is wanted.`;
    return { code: 'http/too-large', message, retryable: false };
  }
  if (error instanceof UnknownCodingError)
    return network(url, `uses ${error.message}, which is not read`, false);
  const code = errorCode(error);
  if (timing.timedOut || TIMEOUT_CODES.has(code)) {
    const message = `${url.href} did not answer within ${timing.timeoutMs} ms. The site may be overloaded; it is asked again later.`;
    return { code: 'http/timeout', message, retryable: true };
  }
  if (isMalformed(error)) return network(url, 'answered in a way that is no valid HTTP', true);
  if (code === '' && !isAbort(error)) throw error;
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    const message = `${url.href} has a certificate that is not trusted (${code}). Trying again will not help; the site has to put it right.`;
    return { code: 'http/certificate', message, retryable: false };
  }
  if (code === 'ENOTFOUND') {
    const message = `${url.href} has a host name that cannot be resolved. Check the address; it is asked again later.`;
    return { code: 'http/unknown-host', message, retryable: true };
  }
  return network(url, describe(code), code !== 'UND_ERR_INVALID_ARG');
}

export function hostPaused(url: URL, ms: number): Failure {
  const message = `${url.host} asked for a pause, ${Math.ceil(ms / 1_000)} s of which are left. It is asked again afterwards.`;
  return { code: 'http/status', message, retryable: true, retryAfterMs: ms };
}

export function closed(url: URL | string): Failure {
  const message = `${url} was not read, because the program is stopping. It is asked again after the next start.`;
  return { code: 'http/network', message, retryable: true };
}

function network(url: URL, problem: string, retryable: boolean): Failure {
  const next = retryable ? 'It is asked again later.' : 'Trying again will not help; check the address.';
  return { code: 'http/network', message: `${url.href} ${problem}. ${next}`, retryable };
}

function describe(code: string): string {
  // The resolver's own trouble (getaddrinfo(3)), as without a network: nothing is said of the name.
  if (code === 'EAI_AGAIN') return 'could not be looked up, because no name server answered';
  if (code === 'ECONNREFUSED') return 'refused the connection';
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET')
    return 'closed the connection before the answer was complete';
  if (code.startsWith('Z_') || code.includes('BROTLI'))
    return `sent a body that cannot be unpacked (${code})`;
  if (code === '') return 'was not read to the end, because reading was stopped';
  return `could not be read (${code})`;
}

function findBlocked(error: unknown): BlockedAddressError | null {
  if (error instanceof BlockedAddressError) return error;
  if (error instanceof AggregateError)
    return error.errors.map(findBlocked).find((found) => found !== null) ?? null;
  return error instanceof Error && error.cause !== undefined ? findBlocked(error.cause) : null;
}

function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** undici's parser gives no code with its errors. */
function isMalformed(error: unknown): boolean {
  return error instanceof undiciErrors.HTTPParserError;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
