/** Texts of a press that does not exist: as long as real ones, with names and figures, no two alike. */

const ONSETS = [
  'Bra',
  'Cor',
  'Del',
  'Fen',
  'Gal',
  'Hal',
  'Ister',
  'Jor',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Os',
  'Pel',
  'Quin',
  'Ros',
  'Sal',
  'Tor',
  'Ul',
  'Vel',
  'Wes',
  'Yar',
  'Zan',
];
const MIDDLES = ['a', 'e', 'i', 'o', 'an', 'en', 'er', 'in', 'or', 'um', 'ed', 'is'];
const ENDS = [
  'burg',
  'ford',
  'ham',
  'mere',
  'nik',
  'stad',
  'ton',
  'vik',
  'wick',
  'by',
  'dale',
  'grad',
  'haven',
  'port',
];
const FIRST_NAMES = [
  'Ada',
  'Bruno',
  'Clara',
  'Dario',
  'Edda',
  'Felix',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Karla',
  'Leon',
  'Mona',
  'Nils',
  'Olga',
  'Pavel',
  'Rosa',
  'Stefan',
  'Tilda',
  'Viktor',
];
const SUBJECTS = [
  'The council',
  'The harbour authority',
  'A court',
  'The regional ministry',
  'The railway',
  'The water board',
  'A parents’ group',
  'The fishermen’s union',
  'The university',
  'The hospital',
  'A commission',
  'The fire service',
];
const DEEDS = [
  'approved a plan for',
  'put off a decision on',
  'warned of delays to',
  'promised money for',
  'opened an inquiry into',
  'withdrew its support for',
  'published figures on',
  'asked residents about',
  'announced new rules for',
  'called for an end to',
];
const THINGS = [
  'the new ferry terminal',
  'school buses in the outer districts',
  'the flood wall',
  'night trains',
  'the old market hall',
  'cheaper housing by the river',
  'the closed steelworks',
  'wind turbines off the coast',
  'a second bridge',
  'the museum of navigation',
  'fishing quotas',
  'the ring road',
];
const REASONS = [
  'after a vote that lasted until midnight',
  'because the cost had doubled since spring',
  'following weeks of protest',
  'days before the budget is due',
  'on the advice of two engineers',
  'although a study is still under way',
  'when the last bidder gave up',
];
const SAYINGS = [
  'We have waited long enough',
  'Nobody told the people who live here',
  'The figures speak for themselves',
  'It will be done within the year',
  'This is not what was agreed',
  'There is no money for both',
];

/** Numbers that look drawn by lot but follow from the seed (xorshift32). */
export function lots(seed: number): () => number {
  let state = (Math.imul(seed + 1, 2_654_435_761) ^ 0x5bd1e995) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

export interface InventedText {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export function inventedText(seed: number): InventedText {
  const draw = lots(seed);
  const of = (words: readonly string[]) => words[Math.floor(draw() * words.length)] ?? '';
  const place = () => of(ONSETS) + of(MIDDLES) + of(ENDS);
  const person = () => `${of(FIRST_NAMES)} ${of(ONSETS)}${of(MIDDLES)}sen`;
  const here = place();
  const sentence = () => {
    const kind = draw();
    if (kind < 0.4) return `${of(SUBJECTS)} of ${here} ${of(DEEDS)} ${of(THINGS)} ${of(REASONS)}.`;
    if (kind < 0.6) return `“${of(SAYINGS)},” said ${person()}, who speaks for the town of ${place()}.`;
    if (kind < 0.8)
      return `About ${Math.ceil(draw() * 900)} people took part in ${place()}, ${Math.ceil(draw() * 60)} per cent more than a year ago.`;
    return `${person()} had ${of(DEEDS)} ${of(THINGS)} ${of(REASONS)}, and ${of(SUBJECTS).toLowerCase()} of ${place()} agreed.`;
  };
  const paragraphs = Array.from({ length: 7 }, () => Array.from({ length: 3 }, sentence).join(' '));
  return { title: `${of(SUBJECTS)} of ${here} ${of(DEEDS)} ${of(THINGS)}`, paragraphs };
}
