import type { Annotation, Entity } from '../core/annotation.ts';
import { stableId } from '../core/hash.ts';
import { bareTopic, type Topic } from '../core/topic.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { bareName } from './name-keys.ts';
import { isInTitle } from './salience.ts';
import { topicSlug } from './topic-slug.ts';

const TOPIC_TYPES = new Set(['person', 'organisation', 'place', 'event']);
const MIN_MENTIONS = 2;

/** True when an entity that no base knows is worth a topic: named twice, in the title, or described. */
function isWorthTopic(entity: Entity, index: number, annotation: Annotation, title: string): boolean {
  const key = normaliseName(entity.name);
  if (!TOPIC_TYPES.has(entity.type) || key.length < 3 || !/\p{L}/u.test(key)) return false;
  // A lone family name would join strangers across articles.
  if (entity.type === 'person' && !key.includes(' ')) return false;
  return (
    entity.mentions >= MIN_MENTIONS ||
    isInTitle(entity.name, title) ||
    annotation.descriptions.some((description) => description.entity === index)
  );
}

/** The capitals of a headline as a name is written; short ones are abbreviations. */
function plainTitle(name: string): string {
  return name.replace(/\p{Lu}{6,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** "Ida M. Brandt" and "Mayor Ida Brandt" are one; of "Mayor Brandt", and of what is no person, every word counts. */
function topicKey({ name, type }: Entity): string {
  const full = normaliseName(name);
  const bare = bareName(full);
  return type === 'person' && bare.includes(' ') ? bare : full;
}

/** A topic that only the articles know, the same for the same name and type everywhere; null when it is not worth one. */
export function localTopic(annotation: Annotation, index: number, title: string): Topic | null {
  const entity = annotation.entities[index];
  if (entity === undefined || !isWorthTopic(entity, index, annotation, title)) return null;
  const key = topicKey(entity);
  const id = `local-${stableId(`${entity.type}\n${key}`)}`;
  return bareTopic({
    id,
    // From the key, not the spelling: whichever article comes first, the address is the same.
    slug: `${topicSlug(key, id)}-${id.slice(-6)}`,
    title: plainTitle(entity.name),
    type: entity.type,
    origin: 'articles',
  });
}
