import { describe, expect, it } from 'vitest';
import { failureOf } from './http-failure.ts';

const URL_ASKED = new URL('https://paper.example/feed');
const thrown = (code: string) => Object.assign(new Error(code), { code });

describe('failureOf', () => {
  it.each([
    ['ENOTFOUND', 'http/unknown-host', true],
    ['EAI_AGAIN', 'http/network', true],
    ['CERT_HAS_EXPIRED', 'http/certificate', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'http/certificate', false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'http/certificate', false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'http/certificate', false],
    ['ECONNREFUSED', 'http/network', true],
    ['ECONNRESET', 'http/network', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'http/timeout', true],
  ])('%s is %s', (code, expected, retryable) => {
    const failure = failureOf(thrown(code), URL_ASKED, { timedOut: false, timeoutMs: 1_000 });
    expect(failure).toMatchObject({ code: expected, retryable });
    expect(failure.message).toContain(URL_ASKED.href);
  });
});
