// Which stories of a list a reader does not want to see.

/** @typedef {{ text: string, topics: readonly string[], outlets: readonly string[] }} Shown Slugs of topics, names of outlets. */

/** @param {string} word */
function wordPattern(word) {
  const source = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'iu');
}

/**
 * Why a story is muted, in words; null when it is not. A word counts only as a whole word; an outlet only when nobody
 * else reports the story.
 * @param {Shown} shown
 * @param {import('./reader-state.js').ReaderState['muted']} muted
 * @returns {string | null}
 */
export function muteReason(shown, muted) {
  const word = muted.words.find((one) => wordPattern(one).test(shown.text));
  if (word !== undefined) return `the word “${word}”`;
  const topic = muted.topics.find(({ id }) => shown.topics.includes(id));
  if (topic !== undefined) return `the topic ${topic.name}`;
  const names = new Set(muted.outlets.map(({ name }) => name));
  if (shown.outlets.length > 0 && shown.outlets.every((name) => names.has(name)))
    return 'only outlets that you muted';
  return null;
}
