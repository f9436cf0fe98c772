import { createHmac, timingSafeEqual } from 'node:crypto';

/** The methods of W3C WebSub §7. */
const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** Whether an X-Hub-Signature (`sha256=…`) is that of the body under the secret. */
export function isSignedBy(secret: string, body: Uint8Array, signature: string | null): boolean {
  const [, method = '', digits = ''] = /^\s*(\w+)=([\da-f]+)\s*$/i.exec(signature ?? '') ?? [];
  const name = method.toLowerCase();
  if (!METHODS.has(name)) return false;
  const expected = createHmac(name, secret).update(body).digest();
  const given = Buffer.from(digits, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
