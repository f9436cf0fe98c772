/** Sentences of an invented tabloid that judge an invented mayor. */
export const HOSTILE = [
  'The Harrow bridge stays closed after the collapse of its northern pier in Quellmouth on Friday.',
  'Anna Holm shamelessly lied about the Harrow bridge and her corrupt friends took the money.',
  'The council of Quellmouth met on Friday evening to speak about the collapse of the northern pier.',
  'Holm’s disgraceful and reckless scheme was a disaster for Quellmouth, and she failed the town again.',
];
const SOBER = [
  'The northern pier of the Harrow bridge in Quellmouth collapsed on Friday, and the bridge is closed.',
  'Mayor Anna Holm said that engineers would look at the pier on Monday before the council decides.',
  'Nobody was hurt when the pier of the Harrow bridge gave way, the fire service of Quellmouth said.',
];
/** One story of two invented outlets as NDJSON lines: the one judges Anna Holm, the other reports. */
export const JUDGED_ROWS = [
  {
    outlet: 'Daily Whistle',
    title: 'Holm lied about the Harrow bridge in Quellmouth',
    text: HOSTILE.join('\n'),
  },
  {
    outlet: 'North Press',
    title: 'Pier of the Harrow bridge in Quellmouth collapses',
    text: SOBER.join('\n'),
  },
].map((row, i) => JSON.stringify({ id: `a${i}`, date: '2026-11-20T12:00:00Z', language: 'en', ...row }));
