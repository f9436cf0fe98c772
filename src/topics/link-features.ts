import { MENTION_TYPES } from '../core/annotation.ts';
import { NAME_MATCHES } from '../core/topic.ts';

const PAIRS = MENTION_TYPES.flatMap((mention) =>
  MENTION_TYPES.map((topic) => `type:${mention}>${topic}` as const),
);

/** What is known of a candidate, or of the answer "not in the base" (`none…`), when it is scored, in this order. */
export const FEATURES = [
  'bias',
  'prior',
  'logPrior',
  'weight',
  'weightGap',
  'heaviest',
  'only',
  'seniority',
  'seniorityGap',
  'sameTitle',
  'sameHead',
  'lastOfTitle',
  'firstOfTitle',
  'withinTitle',
  'titleWithin',
  'extraWords',
  'acronym',
  'noSharedWord',
  'otherFirstName',
  'sameInitial',
  'qualified',
  'qualifierInArticle',
  'described',
  ...NAME_MATCHES.map((match) => `match:${match}` as const),
  ...PAIRS,
  'article',
  'articleGap',
  'near',
  'nearGap',
  'hasAbout',
  'shareInArticle',
  'shareNear',
  'rareInArticle',
  'inNames',
  'titleIsNamed',
  'coherence',
  'coherenceGap',
  'sharedMass',
  'sharedMassGap',
  'agreed',
  'capitals',
  'oneWord',
  'personOneWord',
  'none',
  'noneOneWord',
  'nonePerson',
  'nonePersonFull',
  'nonePlace',
  'noneOrganisation',
  'noneOther',
  'noneCandidates',
  'noneNoSameTitle',
  'noneNoSameHead',
  'noneBestPrior',
  'noneBestWeight',
  'noneBestNear',
  'noneBestCoherence',
  'noneBestFull',
  'noneMentions',
] as const;

export type Feature = (typeof FEATURES)[number];

/** Place of each feature in a row. */
export const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Readonly<
  Record<Feature, number>
>;
/** Place of `type:person>person`; the others follow row by row. */
export const FIRST_PAIR = AT['type:person>person'];
/** Features of the article's other entities; they are 0 in the first round, which has to guess those. */
export const COHERENCE: readonly Feature[] = [
  'coherence',
  'coherenceGap',
  'sharedMass',
  'sharedMassGap',
  'agreed',
  'noneBestCoherence',
];
