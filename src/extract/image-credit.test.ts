import { describe, expect, it } from 'vitest';
import { cleanCredit, splitCredit } from './image-credit.ts';

describe('splitCredit', () => {
  it.each([
    ['The pier at low tide. (Photo: Ann Lee)', 'The pier at low tide.', 'Ann Lee'],
    [
      'The pier at low tide. Photograph: Ann Lee/Harbour News',
      'The pier at low tide.',
      'Ann Lee/Harbour News',
    ],
    ['The pier at low tide. (Ann Lee/Reuters)', 'The pier at low tide.', 'Ann Lee/Reuters'],
    ['The pier at low tide. Ann Lee/Getty Images', 'The pier at low tide.', 'Ann Lee/Getty Images'],
    ['The pier at low tide. (AP Photo/Ann Lee)', 'The pier at low tide.', 'AP Photo/Ann Lee'],
    ['Die Mole bei Ebbe. (Foto Anna Löw)', 'Die Mole bei Ebbe.', 'Anna Löw'],
    ['The pier © 2026 Ann Lee', 'The pier', 'Ann Lee'],
    ['Photo by Ann Lee', null, 'Ann Lee'],
    ['Image credit: Harbour Museum', null, 'Harbour Museum'],
    ['The pier (built 1902) at low tide', 'The pier (built 1902) at low tide', null],
    [
      'Ann Lee, who took the photo, stands on the pier.',
      'Ann Lee, who took the photo, stands on the pier.',
      null,
    ],
    ['', null, null],
  ])('parts "%s"', (text, caption, credit) => {
    expect(splitCredit(text)).toEqual({ caption, credit });
  });
});

describe('cleanCredit', () => {
  it.each([
    ['Credit: Ann Lee', 'Ann Lee'],
    ['Credit...Ann Lee/The Harbour News', 'Ann Lee/The Harbour News'],
    ['CreditCreditAnn Lee', 'Ann Lee'],
    ['Image via Harbour Museum', 'Harbour Museum'],
    ['(Ann Lee / Harbour News)', 'Ann Lee / Harbour News'],
    ['Photo Works Ltd', 'Photo Works Ltd'],
    ['Creditors outside the Harbour Bank', 'Creditors outside the Harbour Bank'],
    ['The council of the town met on the pier on Tuesday to look at the damage done', null],
    ['', null],
  ])('reads "%s"', (text, credit) => {
    expect(cleanCredit(text)).toBe(credit);
  });
});
