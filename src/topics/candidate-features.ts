import { type Entity, MENTION_TYPES } from '../core/annotation.ts';
import type { TopicCandidate } from '../core/topic.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { contentTerms } from '../nlp/terms.ts';
import type { ArticleContext } from './article-context.ts';
import { AT, FEATURES, FIRST_FIELD, FIRST_PAIR } from './link-features.ts';
import { bareName } from './name-keys.ts';
import type { TopicContext } from './topic-contexts.ts';
import { type TopicProfile, topicProfile } from './topic-profile.ts';
import type { ContextTools } from './topic-tools.ts';
import { addWord, cosine, rarity } from './topic-words.ts';

/** A candidate made ready for scoring. */
export interface ReadyCandidate {
  readonly candidate: TopicCandidate;
  readonly profile: TopicProfile;
  /** Stems of title and description that are not in the entity's name. */
  readonly about: readonly string[];
  /** What the press writes around it, if that is known. */
  readonly known: TopicContext | undefined;
  /** Sum of the vectors of `about`. */
  readonly vector: Float64Array;
  readonly row: Float64Array;
}

/** An entity's name, read once for all its candidates. */
interface WantedName {
  readonly key: string;
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly type: number;
  readonly capitals: boolean;
}

const HEAVIEST_LOG = 4;

function readName(entity: Entity): WantedName {
  const key = bareName(normaliseName(entity.name));
  return {
    key,
    words: key.split(' '),
    stems: new Set(contentTerms(entity.name)),
    type: MENTION_TYPES.indexOf(entity.type),
    capitals: entity.name.length > 3 && entity.name === entity.name.toUpperCase(),
  };
}

function within(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word) => others.includes(word));
}

/** Letters that two words begin with, as a share of the shorter: "Halvish" and "Halvik" share 4 of 6. */
function commonPrefix(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  return shorter === 0 ? 0 : same / shorter;
}

function fillName(row: Float64Array, wanted: WantedName, profile: TopicProfile): void {
  const { words, key } = wanted;
  const { head } = profile;
  const title = profile.words;
  row[AT.sameTitle] = Number(title.length === words.length && within(words, title));
  row[AT.sameHead] = Number(profile.headKey === key);
  const longer = head.length > words.length;
  row[AT.lastOfTitle] = Number(longer && head.at(-1) === words.at(-1) && within(words, head));
  row[AT.firstOfTitle] = Number(longer && head[0] === words[0] && within(words, head));
  row[AT.withinTitle] = Number(within(words, title));
  row[AT.titleWithin] = Number(within(head, words));
  row[AT.extraWords] = Math.min(1, title.filter((word) => !words.includes(word)).length / 4);
  row[AT.acronym] = Number(profile.acronym !== null && profile.acronym === key);
  row[AT.noSharedWord] = title.some((word) => words.includes(word)) ? 0 : 1;
  row[AT.qualified] = Number(title.length > head.length);
  row[AT.prefix] = head.reduce((most, word) => Math.max(most, commonPrefix(word, words[0] ?? '')), 0);
  const isPerson = MENTION_TYPES[profile.type] === 'person' && words.length > 1 && head.length > 1;
  if (!isPerson || head[0] === words[0]) return;
  const sameInitial = head[0]?.[0] === words[0]?.[0];
  row[AT.otherFirstName] = Number(!sameInitial && !head.includes(words[0] ?? ''));
  row[AT.sameInitial] = Number(sameInitial);
}

function fillWeight(row: Float64Array, candidate: TopicCandidate, heaviest: number, count: number): void {
  const log = Math.log10(candidate.weight + 0.1);
  row[AT.bias] = 1;
  row[AT.prior] = candidate.prior;
  row[AT.logPrior] = Math.log10(candidate.prior + 1e-4) / HEAVIEST_LOG;
  row[AT.weight] = log / HEAVIEST_LOG;
  row[AT.weightGap] = (log - heaviest) / HEAVIEST_LOG;
  row[AT.heaviest] = Number(log >= heaviest);
  row[AT.only] = Number(count === 1);
  row[AT[`match:${candidate.match}`]] = 1;
}

function fillContext(
  ready: ReadyCandidate,
  context: ArticleContext,
  near: ArticleContext['near'][number] | undefined,
  vectors: ContextTools['vectors'],
): void {
  const { row, about, vector } = ready;
  let all = 0;
  let inArticle = 0;
  let inNear = 0;
  let rarest = 0;
  let inNames = 0;
  for (const term of about) {
    const worth = rarity(vectors, term);
    all += worth;
    if (near?.terms.has(term)) inNear += worth;
    if (!context.terms.has(term)) continue;
    inArticle += worth;
    rarest = Math.max(rarest, worth);
    if (context.nameTerms.has(term)) inNames += 1;
  }
  row[AT.hasAbout] = Number(about.length > 0);
  row[AT.shareInArticle] = all === 0 ? 0 : inArticle / (all + 0.5);
  row[AT.shareNear] = all === 0 ? 0 : inNear / (all + 0.5);
  row[AT.rareInArticle] = rarest;
  row[AT.inNames] = Math.min(1, inNames / 3);
  row[AT.article] = cosine(vector, context.vector);
  if (near !== undefined) row[AT.near] = cosine(vector, near.vector);
}

/** The field of the article against the type of the topic; in sports, whether a club or team is called by this name for short. */
function fillField(
  row: Float64Array,
  profile: TopicProfile,
  wanted: WantedName,
  context: ArticleContext,
): void {
  for (const [at, share] of context.domains.entries())
    row[FIRST_FIELD + at * MENTION_TYPES.length + profile.type] = share;
  const sports = context.domains[0] ?? 0;
  const isTeam = MENTION_TYPES[profile.type] === 'organisation' && profile.headKey !== wanted.key;
  if (!isTeam || !wanted.words.every((word) => profile.words.includes(word))) return;
  row[AT.sportsTeam] = sports;
  if (MENTION_TYPES[wanted.type] === 'place') row[AT.sportsTeamOfPlace] = sports;
}

/** What is known of the topic from the press against this article. */
function fillKnown(
  { row, known }: ReadyCandidate,
  context: ArticleContext,
  near: ArticleContext['near'][number] | undefined,
): void {
  if (known === undefined) return;
  const share = (terms: ReadonlySet<string>) =>
    known.terms.reduce((sum, term) => sum + Number(terms.has(term)), 0) / (known.terms.length + 1);
  row[AT.hasContext] = 1;
  row[AT.press] = Math.log1p(known.articles) / 5;
  row[AT.contextInArticle] = share(context.terms);
  row[AT.contextArticle] = cosine(known.vector, context.vector);
  if (near === undefined) return;
  row[AT.contextNear] = share(near.terms);
  row[AT.contextVector] = cosine(known.vector, near.vector);
}

/** Sets each row's distance from the best row of a feature. */
export function fillGap(ready: readonly ReadyCandidate[], from: number, to: number): void {
  let best = Number.NEGATIVE_INFINITY;
  for (const { row } of ready) best = Math.max(best, row[from] as number);
  for (const { row } of ready) row[to] = (row[from] as number) - best;
}

function readyCandidate(
  candidate: TopicCandidate,
  wanted: WantedName,
  context: ArticleContext,
  { vectors, contexts }: ContextTools,
): ReadyCandidate {
  const profile = topicProfile(candidate.topic);
  const row = new Float64Array(FEATURES.length);
  const about = profile.terms.filter((term) => !wanted.stems.has(term));
  const vector = new Float64Array(vectors.dimensions);
  for (const term of about) addWord(vector, vectors, term, rarity(vectors, term));
  fillName(row, wanted, profile);
  row[AT.seniority] = profile.seniority;
  row[AT.described] = candidate.topic.description === null ? 0 : 1;
  row[FIRST_PAIR + wanted.type * MENTION_TYPES.length + profile.type] = 1;
  fillField(row, profile, wanted, context);
  row[AT.capitals] = Number(wanted.capitals);
  row[AT.oneWord] = Number(wanted.words.length === 1);
  row[AT.personOneWord] = Number(wanted.words.length === 1 && MENTION_TYPES[profile.type] === 'person');
  row[AT.titleIsNamed] = Number(profile.headKey !== wanted.key && context.names.has(profile.headKey));
  const qualifiers = profile.words.slice(profile.head.length);
  row[AT.qualifierInArticle] = Number(qualifiers.some((word) => context.nameTerms.has(word)));
  return { candidate, profile, about, known: contexts.get(candidate.topic.id), vector, row };
}

/** Feature rows of an entity's candidates, all but those that need the other entities. */
export function readyCandidates(
  entity: Entity,
  index: number,
  candidates: readonly TopicCandidate[],
  context: ArticleContext,
  tools: ContextTools,
): ReadyCandidate[] {
  const wanted = readName(entity);
  const ready = candidates.map((candidate) => readyCandidate(candidate, wanted, context, tools));
  const heaviest = Math.log10(Math.max(...candidates.map((one) => one.weight), 0) + 0.1);
  for (const one of ready) {
    fillWeight(one.row, one.candidate, heaviest, ready.length);
    fillContext(one, context, context.near[index], tools.vectors);
    fillKnown(one, context, context.near[index]);
  }
  fillGap(ready, AT.seniority, AT.seniorityGap);
  fillGap(ready, AT.article, AT.articleGap);
  fillGap(ready, AT.near, AT.nearGap);
  fillGap(ready, AT.press, AT.pressGap);
  fillGap(ready, AT.contextArticle, AT.contextArticleGap);
  return ready;
}

/** The row of the answer "not in the base" for an entity with these candidates. */
export function noneRow(
  entity: Entity,
  ready: readonly ReadyCandidate[],
  context: ArticleContext,
): Float64Array {
  const row = new Float64Array(FEATURES.length);
  const best = (at: number) => ready.reduce((top, one) => Math.max(top, one.row[at] as number), 0);
  const oneWord = !normaliseName(entity.name).includes(' ');
  row[AT.none] = 1;
  row[AT.noneOneWord] = Number(oneWord);
  row[AT.nonePerson] = Number(entity.type === 'person');
  row[AT.nonePersonFull] = Number(entity.type === 'person' && !oneWord);
  row[AT.nonePlace] = Number(entity.type === 'place');
  row[AT.noneOrganisation] = Number(entity.type === 'organisation');
  row[AT.noneOther] = Number(entity.type === 'other');
  row[AT.noneCandidates] = Math.log1p(ready.length) / 3;
  row[AT.noneNoSameTitle] = 1 - best(AT.sameTitle);
  row[AT.noneNoSameHead] = 1 - best(AT.sameHead);
  row[AT.noneBestPrior] = best(AT.prior);
  row[AT.noneBestWeight] = best(AT.weight);
  row[AT.noneBestNear] = best(AT.near);
  row[AT.noneBestFull] = best(AT['match:full']);
  row[AT.noneSports] = context.domains[0] ?? 0;
  row[AT.noneMentions] = Math.min(1, Math.log1p(entity.mentions) / 3);
  return row;
}
