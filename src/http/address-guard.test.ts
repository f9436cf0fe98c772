import { describe, expect, it } from 'vitest';
import { checkUrl, isPublicAddress } from './address-guard.ts';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '::ffff:8.8.8.8', '[2a00:1450::1]'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  it.each([
    '',
    'example.com',
    '127.0.0.1',
    '::',
    '4000::1',
    '::808:808',
    '64:ff9b::8.8.8.8',
    'fec0::1',
    '2001::1',
    '2001:db8::1',
    '255.255.255.255',
  ])('refuses %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('checkUrl', () => {
  it.each([
    'http://example.com/',
    'https://example.com:8443/a?b',
    'http://example.com:8080/',
    'https://8.8.8.8/',
  ])('takes %s', (url) => {
    expect(checkUrl(url, false)).toMatchObject({ ok: true });
  });
  it('takes loopback and any port when private hosts are allowed', () => {
    expect(checkUrl('http://127.0.1.7:8171/feed', true)).toMatchObject({ ok: true });
  });
});
