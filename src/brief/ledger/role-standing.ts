import type { RoleDescription } from '../../core/annotation.ts';
import type { StoryArticle } from './story-sentence.ts';

/**
 * Offices of which nobody holds two at once. One who is a member of a parliament and leads its majority, or governs
 * and chairs a committee, is not contradicted.
 */
export const EXCLUSIVE_OFFICES: ReadonlySet<string> = new Set([
  'president',
  'vice president',
  'prime minister',
  'premier',
  'chancellor',
  'opposition leader',
  'governor',
  'mayor',
  'senator',
  'representative',
  'attorney general',
  'secretary of state',
  'defence secretary',
  'ambassador',
  'justice',
]);

/** One description with what it is compared by. */
interface Held {
  readonly description: RoleDescription;
  readonly office: string;
  readonly tense: RoleDescription['tense'];
  /** The body or place as a key; null when the description names none. */
  readonly of: string | null;
  /** Time the description is true of, milliseconds. */
  readonly at: number;
  readonly outlet: string;
  /** A title before the name and nothing besides: papers go on giving it to those who once held it. */
  readonly isTitle: boolean;
}

/** One name for each office, however a description writes it. */
export function officeKey(office: string, description: string): string {
  const key = office
    .replace(/\bdefense\b/, 'defence')
    .replace(/^leader of the opposition$/, 'opposition leader')
    .replace(/^vice-/, 'vice ');
  return key === 'leader' && /\bopposition\b/i.test(description) ? 'opposition leader' : key;
}

function toHeld(article: StoryArticle, description: RoleDescription): Held {
  const { article: stored, outlet } = article.source;
  const body = article.reading.entityUses[description.organisation];
  return {
    description,
    office: officeKey(description.office, description.text),
    tense: description.tense,
    of: body?.name ?? null,
    at: description.asOf ?? stored.publishedAt,
    outlet: outlet.id,
    isTitle:
      !/^(?:the|a|an|its|his|her|their)\b/i.test(description.text) && !description.text.includes(' of '),
  };
}

/** Every description of the story with the surname and name of its bearer, in the order of the articles. */
function described(articles: readonly StoryArticle[]): { key: string; name: string; held: Held }[] {
  return articles.flatMap((article) =>
    article.source.annotation.descriptions.flatMap((description) => {
      const use = article.reading.entityUses[description.entity];
      const key = article.entityKeys[description.entity] ?? '';
      if (use === undefined || key === '') return [];
      return [{ key, name: use.name, held: toHeld(article, description) }];
    }),
  );
}

/** Descriptions by person: a surname alone is that of the first full name of the story that ends in it. */
function byPerson(articles: readonly StoryArticle[]): Map<string, Held[]> {
  const all = described(articles);
  const fullNames = new Map<string, string>();
  for (const { key, name } of all) if (name.includes(' ') && !fullNames.has(key)) fullNames.set(key, name);
  const people = new Map<string, Held[]>();
  for (const { key, name, held } of all) {
    const person = name.includes(' ') ? name : (fullNames.get(key) ?? name);
    const known = people.get(person);
    if (known === undefined) people.set(person, [held]);
    else known.push(held);
  }
  return people;
}

function isHolding({ tense }: Held): boolean {
  return tense === 'current' || tense === 'acting';
}

function sameBody(a: Held, b: Held): boolean {
  return a.of === null || b.of === null || a.of === b.of;
}

/** True when `other` says that what `one` says no longer holds. */
function overtakes(other: Held, one: Held, support: (held: Held) => number): boolean {
  if (!isHolding(one) && one.tense !== 'elect') return false;
  if (other.office === one.office && sameBody(one, other)) {
    if (other.tense === 'former') return other.at >= one.at || one.isTitle;
    return one.tense === 'elect' && isHolding(other) && other.at > one.at;
  }
  if (!isHolding(one) || !isHolding(other)) return false;
  if (!EXCLUSIVE_OFFICES.has(one.office) || !EXCLUSIVE_OFFICES.has(other.office)) return false;
  if (other.at !== one.at) return other.at > one.at;
  return support(other) > support(one) || (support(other) === support(one) && other.office < one.office);
}

/**
 * Descriptions by an office their bearer no longer has, as far as the story's articles tell: another report, as new or
 * newer, calls the bearer a former one, or gives an office that nobody holds beside it. They hold only as of their
 * date, and no page may say them of today.
 */
export function overtakenDescriptions(articles: readonly StoryArticle[]): ReadonlySet<RoleDescription> {
  const overtaken = new Set<RoleDescription>();
  for (const held of byPerson(articles).values()) {
    const outlets = new Map<string, Set<string>>();
    for (const { office, outlet } of held)
      outlets.set(office, (outlets.get(office) ?? new Set<string>()).add(outlet));
    const support = ({ office }: Held): number => outlets.get(office)?.size ?? 0;
    for (const one of held)
      if (held.some((other) => other !== one && overtakes(other, one, support)))
        overtaken.add(one.description);
  }
  return overtaken;
}
