import type { Entity, Mention } from '../core/annotation.ts';
import type { StoryIndex, StorySentence } from './ledger/story-sentence.ts';
import type { Addition } from './statement-text.ts';

const FULL_NAME = /^(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]+$/u;
/** "Trump Tower", "Kavanaugh-Ford": the short name is part of another. */
const IN_A_NAME = /^(?:-|\s+\p{Lu})/u;
/** "Donald J. Trump" before it, or a first name the reading left out of the mention. */
const OFFICE_OR_PLAIN =
  /(?:^|[^\p{L}.])(?:\p{Ll}[\p{L}’'-]*|\p{Lu}\p{Ll}{1,3}\.|President|Justice|Judge|Senator|Minister|Chancellor|Chairman|Secretary|Governor|Mayor|General|King|Queen|Prince|Princess|Pope|Representative|Congressman|Congresswoman|Lord|Lady|Sir|Dame)[\s,]+$|^[\s“"]*$|[,;:—–]\s*$/u;

/** The first names that a mention by last name leaves out, as the article gives them; null when there are none to add. */
function firstNames(name: string, mention: string, text: string, entities: readonly Entity[]): string | null {
  const last = name.slice(name.lastIndexOf(' ') + 1);
  if (mention !== last || !FULL_NAME.test(name)) return null;
  const given = name.slice(0, -last.length).trim();
  // "Dora K. Holm" is "[Dora] Holm" where the article has her so too.
  const plain = given.replace(/\s\p{Lu}\.$/u, '');
  const first = text.includes(`${plain} ${last}`) ? plain : given;
  const shared = entities.filter(
    (other) => other.type === 'person' && (other.name === last || other.name.endsWith(` ${last}`)),
  );
  return shared.length === 1 ? first : null;
}

/** "Kim Jong Un": who is called by the name that stands first is not the one with it as a surname. */
function isOthersFirst(index: StoryIndex, last: string): boolean {
  return index.articles.some(({ source }) =>
    source.annotation.entities.some(({ name, type }) => type === 'person' && name.startsWith(`${last} `)),
  );
}

/** "Velmar Rovers": what stands first is a place or body in some article of the story. */
function isOtherName(index: StoryIndex, first: string): boolean {
  return index.articles.some(({ source }) =>
    source.annotation.entities.some(({ name, type }) => type !== 'person' && name === first),
  );
}

/** True when the surname goes with these first names in the story, and not mostly with others: no wife for her husband. */
function isUsual(index: StoryIndex, name: string): boolean {
  const last = name.slice(name.lastIndexOf(' '));
  const first = name.split(' ')[0];
  let own = 0;
  let all = 0;
  for (const { source } of index.articles)
    for (const entity of source.annotation.entities) {
      if (entity.type !== 'person' || !entity.name.endsWith(last)) continue;
      all += entity.mentions;
      if (entity.name.split(' ')[0] === first) own += entity.mentions;
    }
  return own * 2 > all;
}

/**
 * Full names for the people whom a sentence calls by last name only, to be set in brackets: "[Dora] Lindqvist". Only
 * names that the same article gives in full and no other person of it shares; none where `shown`, which the reader has
 * before him, or the sentence itself has the full name, and none within quotation marks.
 */
export function completedNames(index: StoryIndex, sentence: StorySentence, shown: string): Addition[] {
  const article = index.articles[sentence.article];
  if (article === undefined) return [];
  const { source, reading } = article;
  const { text } = source.article;
  const { entities, mentions, quotes } = source.annotation;
  const isQuoted = ({ start }: Mention): boolean =>
    quotes.some(({ kind, content }) => kind !== 'indirect' && start >= content.start && start < content.end);
  const done = new Set<number>();
  return mentions
    .filter(({ start, end, type }) => type === 'person' && start >= sentence.start && end <= sentence.end)
    .sort((a, b) => a.start - b.start)
    .flatMap((mention): Addition[] => {
      const name = entities[mention.entity]?.name ?? '';
      const first = firstNames(name, text.slice(mention.start, mention.end), text, entities);
      if (first === null || done.has(mention.entity) || !isUsual(index, name)) return [];
      if (reading.entityUses[mention.entity]?.isIntroduced === false) return [];
      done.add(mention.entity);
      const before = text.slice(sentence.start, mention.start);
      const isKnown = shown.includes(name) || sentence.text.includes(name) || shown.includes(`[${first}]`);
      const last = name.slice(name.lastIndexOf(' ') + 1);
      if (isOthersFirst(index, last)) return [];
      if (isKnown || isQuoted(mention) || isOtherName(index, first) || !OFFICE_OR_PLAIN.test(before))
        return [];
      if (IN_A_NAME.test(text.slice(mention.end, sentence.end))) return [];
      return [{ at: mention.start, text: `[${first}] ` }];
    });
}
