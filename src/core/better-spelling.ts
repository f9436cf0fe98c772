/** Initials have so many letters at most ("DACA"); a longer word in capitals is set so by an outlet or a headline. */
const MAX_INITIALS = 4;

/** Words of a name that shout: of one word those too long for initials, of several also the short ones ("KIM JONG UN"). */
function shoutedWords(title: string): number {
  const words = title.split(' ');
  const least = words.length === 1 ? MAX_INITIALS + 1 : 3;
  return words.filter((word) => word.length >= least && /\p{Lu}{3}/u.test(word)).length;
}

/** "J." in "Donald J. Trump". */
function initials(title: string): number {
  return title.split(' ').filter((word) => /^\p{Lu}\.?$/u.test(word)).length;
}

/**
 * True when a spelling of a name is to stand in place of another of the same key: the one without an article, with fewer words in
 * capitals, with fewer initials, the fuller one; of two as long, the one that sorts first. A total order, so that whichever comes first plays no part.
 */
export function isBetterSpelling(title: string, than: string): boolean {
  const article = Number(/^the /i.test(title)) - Number(/^the /i.test(than));
  if (article !== 0) return article < 0;
  const shouted = shoutedWords(title) - shoutedWords(than);
  if (shouted !== 0) return shouted < 0;
  const initial = initials(title) - initials(than);
  if (initial !== 0) return initial < 0;
  return title.length === than.length ? title < than : title.length > than.length;
}
