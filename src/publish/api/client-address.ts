import type { Context } from 'hono';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Who asks, for counting: the peer's address, or, when the peer is a proxy on this machine, the address that it has added last to
 * `X-Forwarded-For`. From other peers that header is not believed. IPv6 addresses count by their /64, which one client owns whole.
 */
export function clientAddress(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const peer = env?.incoming?.socket?.remoteAddress ?? '127.0.0.1';
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? '';
  const address = LOOPBACK.test(peer) && forwarded !== '' ? forwarded.slice(0, 64) : peer;
  return address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, 4).join(':')
    : address;
}
