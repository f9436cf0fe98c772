import { describe, expect, it } from 'vitest';
import { joinPolicies, OPEN_POLICY, parsePolicy } from './source-policy.ts';

describe('parsePolicy', () => {
  it.each([
    [{ hide: ['b.example,A.example', 'b.example'] }, { ...OPEN_POLICY, hide: ['a.example', 'b.example'] }],
    [{ weigh: ['b.example:0.5', 'a.example:1'] }, { ...OPEN_POLICY, weights: { 'b.example': 0.5 } }],
    [{ weigh: ['127.0.0.1:4001:2'] }, { ...OPEN_POLICY, weights: { '127.0.0.1:4001': 2 } }],
    [{ min: '2' }, { ...OPEN_POLICY, minOutlets: 2 }],
    [{ min: '', hide: [''] }, OPEN_POLICY],
  ])('reads %j', (text, policy) => {
    expect(parsePolicy(text)).toEqual({ ok: true, value: policy });
  });

  it.each([
    [{ min: '0' }],
    [{ min: '2.5' }],
    [{ min: 'many' }],
    [{ weigh: ['a.example'] }],
    [{ weigh: ['a.example:0'] }],
    [{ weigh: ['a.example:Infinity'] }],
    [{ hide: ['<script>'] }],
    [{ hide: [Array.from({ length: 41 }, (_, i) => `o${i}.example`).join(',')] }],
  ])('refuses %j', (text) => {
    expect(parsePolicy(text).ok).toBe(false);
  });
});

describe('joinPolicies', () => {
  it('lets a reader narrow what the site takes, and never widen it', () => {
    const site = { hide: ['a.example'], weights: { 'b.example': 0.5 }, minOutlets: 2 };
    const reader = { hide: ['c.example'], weights: { 'b.example': 0.1 }, minOutlets: 1 };
    expect(joinPolicies(site, reader)).toEqual({
      hide: ['a.example', 'c.example'],
      weights: { 'b.example': 0.1 },
      minOutlets: 2,
    });
  });
});
