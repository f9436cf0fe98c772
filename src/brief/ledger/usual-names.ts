import type { StoryArticle } from './story-sentence.ts';

/** First names that go with a surname, with the number of mentions in the story. */
export type NamesBySurname = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Every person's full names in a story, by surname. */
export function namesBySurname(articles: readonly StoryArticle[]): NamesBySurname {
  const names = new Map<string, Map<string, number>>();
  for (const { source, entityKeys, reading } of articles)
    source.annotation.entities.forEach(({ name, type, mentions }, position) => {
      const surname = entityKeys[position] ?? '';
      if (type !== 'person' || surname === '' || !name.includes(' ')) return;
      if (reading.entityUses[position]?.isIntroduced === false) return;
      const full = names.get(surname) ?? new Map<string, number>();
      full.set(name, (full.get(name) ?? 0) + mentions);
      names.set(surname, full);
    });
  for (const full of names.values()) shorten(full);
  return names;
}

/** "Slippery Dora Holm" is Dora Holm: what an article has before a name that others have without it is no part of it. */
function shorten(full: Map<string, number>): void {
  for (const [name, times] of [...full]) {
    const shorter = [...full.keys()].find((other) => name.endsWith(` ${other}`));
    if (shorter === undefined) continue;
    full.delete(name);
    full.set(shorter, (full.get(shorter) ?? 0) + times);
  }
}

/** One name has to stand for this share of all with its surname. */
const CLEAR_SHARE = 0.6;

function firstOf(name: string): string {
  return name.split(' ')[0] ?? '';
}

/** The form most used of the person who is nearly always meant; "Dora Holm" and "Dora K. Holm" are one. */
function clearName(full: ReadonlyMap<string, number>): string | null {
  let all = 0;
  let best: readonly [string, number] | null = null;
  for (const [name, times] of full) {
    all += times;
    if (best === null || times > best[1] || (times === best[1] && name < best[0])) best = [name, times];
  }
  if (best === null) return null;
  const first = firstOf(best[0]);
  const same = [...full].reduce((sum, [name, times]) => sum + (firstOf(name) === first ? times : 0), 0);
  return same >= CLEAR_SHARE * all ? best[0] : null;
}

/** What stands behind a surname. */
const GENERATION = /^(?:Jr|Sr)\.?$/;

/**
 * A holder in words: "Varga Blasts Rivals", a headline taken for a name, is whom the sentence names by its first word; "Aksel Holm
 * Marek" and "Holm Jr." in a sentence that has "Holm" are shown by that.
 */
function plainWords(holder: string, sentence: string, names: NamesBySurname): readonly string[] {
  const all = holder.split(' ');
  const last = all.findLastIndex((word) => !GENERATION.test(word) && sentence.includes(word));
  const words = last < 0 ? all : all.slice(0, last + 1);
  const isHeadline = words.length > 2 && names.has((words[0] ?? '').toLowerCase());
  return isHeadline ? words.slice(0, 1) : words;
}

/** A speaker's name as it is shown, from the name read, its sentence and its article. */
export type HolderNames = (holder: string | null, sentence: string, article: string) => string | null;

/**
 * Speakers' names as they are shown. Where the sentence has only the surname ("Mr. Holm said") and an article made
 * somebody else of it than the story nearly always means, the usual name if that article has it, else the surname alone, as where
 * several people of that surname are meant about as often.
 */
export function createHolderNames(names: NamesBySurname): HolderNames {
  const usualNames = new Map<string, string | null>();
  for (const [surname, full] of names) usualNames.set(surname, clearName(full));
  return (holder, sentence, article) => {
    if (holder === null || holder.startsWith('the ')) return holder;
    if (holder.includes(' ') && sentence.includes(holder)) return holder;
    const words = plainWords(holder, sentence, names);
    const surname = words.at(-1) ?? '';
    const usual = usualNames.get(surname.toLowerCase());
    if (usual === undefined) return asSentenceHas(words, sentence);
    if (!sentence.includes(surname)) return words.join(' ');
    return usual === null ? surname : asArticleHas(usual, words, article);
  };
}

/** "Sworn Inspectors", a name that a headline gave to a body, where the sentence has "Inspectors": no more than that. */
function asSentenceHas(words: readonly string[], sentence: string): string {
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from).join(' ');
    if (sentence.includes(name)) return name;
  }
  return words.join(' ');
}

/** The usual name where the article has it, else no first name that is somebody else's. */
function asArticleHas(usual: string, words: readonly string[], article: string): string {
  if (words.length > 1 && firstOf(usual) === words[0]) return words.join(' ');
  return article.includes(usual) ? usual : (words.at(-1) ?? '');
}
