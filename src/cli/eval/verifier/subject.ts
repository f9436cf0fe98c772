import { contentStems } from '../../../brief/sentence-words.ts';
import type { LedgerArticle } from '../../../core/ledger.ts';
import { isInside } from '../../../core/span.ts';
import type { TextReader, WritableClaim } from '../../../core/written.ts';
import type { StoryStock, Subject } from './mutations/mutation.ts';
import type { PressStatement, PressStory } from './true-statements.ts';

/** Words that stand for a common word of an article: by part of speech, most frequent last. */
const STOCK_TAGS = new Set(['NOUN', 'VERB', 'ADJ']);

/** What the articles of a story have to offer for changing statements. */
export function stockOf(
  { articles, claims }: PressStory,
  read: TextReader,
  outlets: readonly string[],
): StoryStock {
  const words = new Map<string, Set<string>>();
  for (const { article } of articles)
    for (const { tag, lower } of read(article.text, article.publishedAt).words)
      if (STOCK_TAGS.has(tag) && /^\p{Ll}{4,}$/u.test(lower))
        words.set(tag, (words.get(tag) ?? new Set()).add(lower));
  const names = new Map(
    articles.flatMap(({ annotation }) =>
      annotation.entities
        .filter(({ kind, mentions }) => kind === undefined && mentions > 0)
        .map(({ name, type }) => [name, { name, type }] as const),
    ),
  );
  const offices = articles.flatMap(({ annotation }) => annotation.descriptions.map(({ office }) => office));
  const counted = articles.flatMap(({ annotation }) =>
    annotation.figures.flatMap((one) => one.counted?.split(' ').at(-1) ?? []),
  );
  return {
    names: [...names.values()],
    offices: [...new Set(offices)],
    outlets,
    counted: [...new Set(counted)].filter((word) => /^\p{Ll}{4,}$/u.test(word)),
    words: new Map([...words].map(([tag, found]) => [tag, [...found]])),
    claims: claims.map(({ number, text }) => ({ number, words: contentStems(text) })),
  };
}

const CALENDAR = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Parts of a passage that its article gives as somebody's words, and the rest. */
function divided(
  articles: readonly LedgerArticle[],
  claim: WritableClaim,
): { spoken: string; unspoken: string } {
  let spoken = '';
  let unspoken = '';
  for (const passage of claim.passages) {
    const source = articles.find(({ article }) => article.id === passage.articleId);
    const quotes =
      source?.annotation.quotes.filter(
        ({ content }) => content.start < passage.end && content.end > passage.start,
      ) ?? [];
    for (const { index, 0: word } of (source?.article.text.slice(passage.start, passage.end) ?? '').matchAll(
      /\S+/g,
    )) {
      const at = { start: passage.start + index, end: passage.start + index + 1 };
      if (quotes.some(({ content }) => isInside(at, content))) spoken += ` ${word}`;
      else unspoken += ` ${word}`;
    }
  }
  return { spoken, unspoken };
}

/** Names of those whom the passages mean, as their articles spell them out. */
function namesMeant(articles: readonly LedgerArticle[], { passages }: WritableClaim): string[] {
  return passages.flatMap((passage) => {
    const annotation = articles.find(({ article }) => article.id === passage.articleId)?.annotation;
    if (annotation === undefined) return [];
    return [...annotation.mentions, ...(annotation.nominals ?? [])]
      .filter((mention) => isInside(mention, passage))
      .map(({ entity }) => annotation.entities[entity]?.name ?? '');
  });
}

function evidenceOf(articles: readonly LedgerArticle[], claims: readonly WritableClaim[]): string {
  return claims
    .flatMap((claim) => [
      claim.text,
      claim.holder ?? '',
      ...claim.outlets.map(({ name }) => name),
      ...claim.roles.flatMap(({ name, text }) => [name, text]),
      ...namesMeant(articles, claim),
      ...claim.dates.flatMap(({ date }) => [date, date.length < 10 ? date : CALENDAR.format(new Date(date))]),
      ...claim.passages.map(({ text }) => text),
    ])
    .join('\n');
}

/** A number that is the same for the same text: FNV-1a. */
export function seedOf(text: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return hash >>> 0;
}

export function toSubject(
  { id, statement, claims }: PressStatement,
  story: PressStory,
  stock: StoryStock,
  read: TextReader,
): Subject {
  const newest = claims.reduce((at, { asOf }) => Math.max(at, asOf), 0);
  const reading = read(statement.text, newest);
  const parts = claims.map((claim) => divided(story.articles, claim));
  return {
    text: statement.text,
    claims: statement.claims,
    words: reading.words,
    annotation: reading,
    evidence: evidenceOf(story.articles, claims),
    spoken: parts.map(({ spoken }) => spoken).join('\n'),
    unspoken: parts.map(({ unspoken }) => unspoken).join('\n'),
    outlets: [...new Set(claims.flatMap(({ outlets }) => outlets.map(({ name }) => name)))],
    storyOutlets: story.ledger.independentOutlets.length,
    stock: {
      ...stock,
      claims: [...stock.claims, ...claims.map(({ number, text }) => ({ number, words: contentStems(text) }))],
    },
    seed: seedOf(id),
  };
}
