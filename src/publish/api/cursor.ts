import { createHmac, timingSafeEqual } from 'node:crypto';
import { badRequest } from '../errors.ts';

/** Where a list goes on: values of the sort key, in the list's own order. */
export type CursorKey = readonly (string | number)[];

/** Makes cursors and reads them back. */
export interface Cursors {
  /** @param list name of the list with its filters: a cursor of one list opens no other */
  seal(list: string, key: CursorKey): string;
  /** @throws AppError `web/bad-request` when it was not sealed here for this list */
  open(list: string, cursor: string): CursorKey;
}

const MAC_BYTES = 16;

/**
 * Opaque cursors: the key and a mac over key and list (HMAC-SHA-256, cut to 128 bits as RFC 2104 §5 allows), base64url. Nobody can
 * make one up that the list did not give, so a key read back needs no further checks.
 * @param secret the same on all machines that serve the site, and after a restart
 */
export function createCursors(secret: string): Cursors {
  const macOf = (list: string, text: string): Buffer =>
    createHmac('sha256', secret).update(`${list}\n${text}`).digest().subarray(0, MAC_BYTES);
  return {
    seal(list, key) {
      const text = JSON.stringify(key);
      return Buffer.concat([macOf(list, text), Buffer.from(text)]).toString('base64url');
    },
    open(list, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      const text = bytes.subarray(MAC_BYTES).toString();
      const mac = bytes.subarray(0, MAC_BYTES);
      const isOurs = mac.length === MAC_BYTES && timingSafeEqual(mac, macOf(list, text));
      // Base64 forgives stray characters; a cursor is what was given and nothing else.
      if (!isOurs || bytes.toString('base64url') !== cursor)
        throw badRequest(
          'This cursor was not given by this list. Leave it out to begin anew, and keep the other parameters as they were.',
        );
      return JSON.parse(text) as CursorKey;
    },
  };
}
