import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './address-guard.ts';

/** Raised inside the connector; the client makes an `http/blocked-address` failure of it. */
export class BlockedAddressError extends Error {
  override readonly name = 'BlockedAddressError';
  readonly host: string;

  constructor(host: string) {
    super(`${host} is not a public address`);
    this.host = host;
  }
}

export interface ConnectorOptions {
  readonly connectTimeoutMs: number;
  readonly allowPrivateHosts: boolean;
  /** Name resolution; the system's unless a test brings its own. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * A connector that opens sockets to public addresses only. A name is resolved once and the socket is opened to the very
 * addresses that were checked, so a second answer of its server (DNS rebinding) is never asked for; IP literals, which
 * never pass a lookup, are checked before, and the address of the open socket once more.
 */
export function createGuardedConnector(options: ConnectorOptions): buildConnector.connector {
  const resolve = options.lookup ?? (systemLookup as LookupFunction);
  const connect = buildConnector({
    timeout: options.connectTimeoutMs,
    allowH2: false,
    lookup: options.allowPrivateHosts ? resolve : guardLookup(resolve),
  });
  if (options.allowPrivateHosts) return connect;
  return (target, callback) => {
    const literal = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !isPublicAddress(literal)) {
      callback(new BlockedAddressError(literal), null);
      return;
    }
    connect(target, (...result) => {
      const [error, socket] = result;
      if (error === null && !isPublicAddress(socket.remoteAddress ?? '')) {
        socket.destroy();
        callback(new BlockedAddressError(target.hostname), null);
        return;
      }
      callback(...result);
    });
  };
}

function guardLookup(resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, answer, family) => {
      const addresses = typeof answer === 'string' ? [answer] : (answer ?? []).map((entry) => entry.address);
      // One private address among public ones is refused as well: which one is dialled is not ours to choose.
      const refused = error === null && addresses.some((address) => !isPublicAddress(address));
      if (refused) callback(new BlockedAddressError(hostname), []);
      else callback(error, answer, family);
    });
  };
}
