import { MENTION_TYPES } from '../core/annotation.ts';
import type { Topic } from '../core/topic.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { contentTerms } from '../nlp/terms.ts';
import { acronymOf, bareName } from './name-keys.ts';

/** What of a topic is compared with a name and an article; the same for the same topic. */
export interface TopicProfile {
  /** Words of the title without what sets it apart: "Halvik" of "Halvik, Norrland" and "Halvik (film)". */
  readonly head: readonly string[];
  readonly headKey: string;
  /** All words of the title. */
  readonly words: readonly string[];
  readonly acronym: string | null;
  /** Stems of title and description, each once. */
  readonly terms: readonly string[];
  /** Index into MENTION_TYPES. */
  readonly type: number;
  /** How early the topic was numbered in Wikidata: 1 for the first, 0 for the newest or one without a number. */
  readonly seniority: number;
}

const MAX_PROFILES = 20_000;
const MAX_EXTRACT = 300;
/** Digits of the newest Wikidata numbers. */
const QID_DIGITS = 8.2;
const profiles = new Map<string, { readonly topic: Topic; readonly profile: TopicProfile }>();

function seniority(qid: string | null): number {
  const number = Number(qid?.slice(1) ?? 0);
  return number > 0 ? Math.max(0, 1 - Math.log10(number) / QID_DIGITS) : 0;
}

function makeProfile(topic: Topic): TopicProfile {
  const title = normaliseName(topic.title);
  const headKey = bareName(normaliseName(topic.title.replace(/\s*\([^)]*\)$|,\s.*$/, '')) || title);
  const about = `${topic.title} ${topic.description ?? ''} ${topic.extract?.slice(0, MAX_EXTRACT) ?? ''}`;
  return {
    head: headKey.split(' '),
    headKey,
    words: title.split(' '),
    acronym: acronymOf(topic.title),
    terms: [...new Set(contentTerms(about))],
    type: MENTION_TYPES.indexOf(topic.type),
    seniority: seniority(topic.qid),
  };
}

function sameText(a: Topic, b: Topic): boolean {
  return (
    a.title === b.title && a.type === b.type && a.description === b.description && a.extract === b.extract
  );
}

/** The profile of a topic, kept while it is asked for often: the topics of the news are few. */
export function topicProfile(topic: Topic): TopicProfile {
  const known = profiles.get(topic.id);
  if (known !== undefined && sameText(known.topic, topic)) return known.profile;
  const profile = makeProfile(topic);
  if (profiles.size >= MAX_PROFILES) profiles.clear();
  profiles.set(topic.id, { topic, profile });
  return profile;
}
