import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedBy } from './hub-signature.ts';

const BODY = Buffer.from('<rss/>');
const signed = (method: string, secret = 'key', body = BODY) =>
  `${method}=${createHmac(method, secret).update(body).digest('hex')}`;

describe('isSignedBy', () => {
  it.each([
    ['sha1', signed('sha1'), true],
    ['sha256', signed('sha256'), true],
    ['sha384', signed('sha384'), true],
    ['sha512', signed('sha512'), true],
    ['digits in capitals', signed('sha256').toUpperCase(), true],
    ['a method of no standing', signed('md5'), false],
    ['the digest of another key', signed('sha256', 'other'), false],
    ['the digest of another body', signed('sha256', 'key', Buffer.from('<rss></rss>')), false],
    ['half a digest', signed('sha256').slice(0, 20), false],
    ['a digest named by another method', signed('sha256').replace('sha256', 'sha1'), false],
    ['no signature', null, false],
    ['an empty one', '', false],
  ])('%s', (_, signature, expected) => {
    expect(isSignedBy('key', BODY, signature)).toBe(expected);
  });
});
