import slugify from '@sindresorhus/slugify';

const MAX_LENGTH = 80;

/**
 * The address word of a topic, from its title: lower-case ASCII, words joined by hyphens. Two titles may share one: the store sets the
 * topic's id behind the later one. A title with nothing to transliterate gives the id itself.
 */
export function topicSlug(title: string, id: string): string {
  const slug = slugify(title, { decamelize: false }).slice(0, MAX_LENGTH).replace(/-+$/, '');
  return slug === '' ? id.toLowerCase() : slug;
}
