import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * A short stable identifier of a text: the first 80 bits of its SHA-256 in lower-case base32 (RFC 4648 alphabet,
 * no padding), 16 characters. At 10 million ids the chance of any collision is below 1e-10.
 */
export function stableId(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  let id = '';
  let buffer = 0;
  let bits = 0;
  for (let i = 0; id.length < 16; i++) {
    buffer = ((buffer << 8) | (bytes[i] as number)) & 0xffff;
    bits += 8;
    while (bits >= 5 && id.length < 16) {
      bits -= 5;
      id += ALPHABET[(buffer >>> bits) & 31];
    }
  }
  return id;
}

/** A full SHA-256 in hex, for change detection. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
