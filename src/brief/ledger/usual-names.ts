import type { StoryArticle } from './story-sentence.ts';

/** First names that go with a surname, with the number of mentions in the story. */
export type NamesBySurname = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Every person's full names in a story, by surname. */
export function namesBySurname(articles: readonly StoryArticle[]): NamesBySurname {
  const names = new Map<string, Map<string, number>>();
  for (const { source, entityKeys } of articles)
    source.annotation.entities.forEach(({ name, type, mentions }, position) => {
      const surname = entityKeys[position] ?? '';
      if (type !== 'person' || surname === '' || !name.includes(' ')) return;
      const full = names.get(surname) ?? new Map<string, number>();
      full.set(name, (full.get(name) ?? 0) + mentions);
      names.set(surname, full);
    });
  return names;
}

/** One name has to stand for this share of all with its surname. */
const CLEAR_SHARE = 0.6;

function clearName(full: ReadonlyMap<string, number>): string | null {
  let all = 0;
  let best: readonly [string, number] | null = null;
  for (const [name, times] of full) {
    all += times;
    if (best === null || times > best[1] || (times === best[1] && name < best[0])) best = [name, times];
  }
  return best !== null && best[1] >= CLEAR_SHARE * all ? best[0] : null;
}

/** A speaker's name as it is shown, from the name read, its sentence and its article. */
export type HolderNames = (holder: string | null, sentence: string, article: string) => string | null;

/**
 * Speakers' names as they are shown. Where the sentence has only the surname ("Mr. Holm said") and an article made
 * somebody else of it than the story nearly always means, the usual name if that article has it, else the surname alone.
 */
export function createHolderNames(names: NamesBySurname): HolderNames {
  const usualNames = new Map<string, string | null>();
  for (const [surname, full] of names) usualNames.set(surname, clearName(full));
  return (holder, sentence, article) => {
    if (holder === null || holder.startsWith('the ')) return holder;
    const words = holder.split(' ');
    const surname = words.at(-1) ?? '';
    const usual = usualNames.get(surname.toLowerCase()) ?? null;
    if (usual === null || usual === holder || (words.length > 1 && sentence.includes(holder))) return holder;
    return sentence.includes(surname) ? asArticleHas(usual, words, article) : holder;
  };
}

/** The usual name where the article has it, else no first name that is somebody else's. */
function asArticleHas(usual: string, words: readonly string[], article: string): string {
  if (article.includes(usual)) return usual;
  return words.length > 1 && usual.split(' ')[0] !== words[0] ? (words.at(-1) ?? '') : words.join(' ');
}
