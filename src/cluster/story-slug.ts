import slugify from '@sindresorhus/slugify';

/** Characters of words; with the hyphen and the part of the id an address stays below 70. */
const MAX_WORDS_LENGTH = 60;
const ID_LENGTH = 6;

/**
 * The part of a story's address that names it: words of the headline in ASCII, at most 60 characters and cut between
 * words, then the first six characters of the story's id. A headline with nothing to transliterate leaves `story`.
 *
 * @example storySlug('Flood hits Aldmark; 31 dead', 'k7n2qa…') // 'flood-hits-aldmark-31-dead-k7n2qa'
 */
export function storySlug(headline: string, storyId: string): string {
  const words = slugify(headline, { decamelize: false })
    .split('-')
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > MAX_WORDS_LENGTH) break;
    slug = longer;
  }
  if (slug === '') slug = (words[0] ?? 'story').slice(0, MAX_WORDS_LENGTH);
  return `${slug}-${storyId.slice(0, ID_LENGTH)}`;
}
