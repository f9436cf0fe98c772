import { expect, it } from 'vitest';
import { isAgencyOutlet } from './agency-outlet.ts';

it.each([
  ['reuters.com', 'reuters', true],
  ['in.reuters.com', 'reuters', true],
  ['apnews.com', 'associated press', true],
  ['afp.com', 'agence france presse', true],
  ['northpress.example', 'north press', true],
  ['herald.example', 'reuters', false],
  ['apple.com', 'associated press', false],
  ['127.0.0.1:8080', 'associated press', false],
  ['herald.example', '', false],
])('outlet %s is the agency %s: %s', (outletId, agency, expected) => {
  expect(isAgencyOutlet(outletId, agency)).toBe(expected);
});
