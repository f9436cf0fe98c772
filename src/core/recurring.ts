/** Items that an outlet publishes again and again whatever happens: they are no news and found no story of the front page. */
export const RECURRING_KINDS = [
  'quiz',
  'puzzle',
  'horoscope',
  'lottery',
  'live-scores',
  'newsletter',
  'gallery',
  'tv-schedule',
  'correction',
  'listing',
  'repeated',
] as const;
export type RecurringKind = (typeof RECURRING_KINDS)[number];
