import { MENTION_TYPES } from '../core/annotation.ts';
import { NAME_MATCHES } from '../core/topic.ts';
import { DOMAINS } from './domains.ts';

const PAIRS = MENTION_TYPES.flatMap((mention) =>
  MENTION_TYPES.map((topic) => `type:${mention}>${topic}` as const),
);

const FIELDS = DOMAINS.flatMap((domain) => MENTION_TYPES.map((topic) => `field:${domain}>${topic}` as const));

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
  'prefix',
  'described',
  ...NAME_MATCHES.map((match) => `match:${match}` as const),
  ...PAIRS,
  ...FIELDS,
  'sportsTeam',
  'sportsTeamOfPlace',
  'article',
  'articleGap',
  'near',
  'nearGap',
  'hasAbout',
  'shareInArticle',
  'shareNear',
  'rareInArticle',
  'press',
  'pressGap',
  'hasContext',
  'contextInArticle',
  'contextNear',
  'contextArticle',
  'contextArticleGap',
  'contextVector',
  'inNames',
  'titleIsNamed',
  'coherence',
  'coherenceGap',
  'sharedMass',
  'sharedMassGap',
  'kin',
  'kinGap',
  'contextCoherence',
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
  'noneSports',
] as const;

export type Feature = (typeof FEATURES)[number];

/** Place of each feature in a row. */
export const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Readonly<
  Record<Feature, number>
>;
/** Place of `type:person>person`; the others follow row by row. */
export const FIRST_PAIR = AT['type:person>person'];
/** Place of `field:sports>person`; the others follow row by row. */
export const FIRST_FIELD = AT['field:sports>person'];
/** Features of the article's other entities; they are 0 in the first round, which has to guess those. */
export const COHERENCE: readonly Feature[] = [
  'coherence',
  'coherenceGap',
  'sharedMass',
  'sharedMassGap',
  'kin',
  'kinGap',
  'contextCoherence',
  'agreed',
  'noneBestCoherence',
];
