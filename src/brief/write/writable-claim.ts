import type { Annotation } from '../../core/annotation.ts';
import type { Statement } from '../../core/briefing.ts';
import type { Citation, LedgerArticle } from '../../core/ledger.ts';
import { isInside, spanText } from '../../core/span.ts';
import type {
  CitedPassage,
  ClaimDate,
  ClaimFigure,
  ClaimQuote,
  ClaimRole,
  WritableClaim,
} from '../../core/written.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';

/** The articles of a story by id. */
type Articles = ReadonlyMap<string, LedgerArticle>;

const SHOWN_OF_DATE: Readonly<Record<string, number>> = { day: 10, minute: 10, month: 7, year: 4 };

function passageOf(articles: Articles, { articleId, start, end }: Citation): CitedPassage[] {
  const source = articles.get(articleId);
  if (source === undefined) return [];
  const { article, outlet } = source;
  return [
    {
      articleId,
      start,
      end,
      outletId: outlet.id,
      outletName: outlet.name,
      publishedAt: article.publishedAt,
      text: article.text.slice(start, end),
    },
  ];
}

function figuresOf(passage: CitedPassage, { article, annotation }: LedgerArticle): ClaimFigure[] {
  return annotation.figures
    .filter((figure) => isInside(figure, passage))
    .map((figure) => ({
      text: spanText(article.text, figure),
      value: figure.value,
      high: figure.high,
      unit: figure.unit,
      counted: figure.counted,
      modifier: figure.modifier,
      outletId: passage.outletId,
    }));
}

function datesOf(passage: CitedPassage, { article, annotation }: LedgerArticle): ClaimDate[] {
  return annotation.dates
    .filter((date) => isInside(date, passage) && Number.isFinite(date.at))
    .map((date) => ({
      text: spanText(article.text, date),
      date: new Date(date.at).toISOString().slice(0, SHOWN_OF_DATE[date.precision] ?? 4),
      precision: date.precision,
    }));
}

function quotesOf(passage: CitedPassage, { article, annotation }: LedgerArticle): ClaimQuote[] {
  return annotation.quotes
    .filter(({ kind, content }) => kind !== 'indirect' && isInside(content, passage))
    .map(({ content, speaker, speakerEntity }) => ({
      text: spanText(article.text, content),
      speaker:
        annotation.entities[speakerEntity]?.name ??
        (speaker === null ? null : spanText(article.text, speaker)),
    }));
}

function personKey(name: string): string {
  return normaliseName(name).split(' ').at(-1) ?? '';
}

function peopleIn(passage: CitedPassage, { mentions, entities, nominals }: Annotation): string[] {
  return [...mentions, ...(nominals ?? [])]
    .filter((mention) => isInside(mention, passage))
    .map(({ entity }) => entities[entity]?.name ?? '')
    .filter((name) => name !== '');
}

/** What any of the articles says those are whom the passages name. */
function rolesOf(articles: Articles, passages: readonly CitedPassage[], holder: string | null): ClaimRole[] {
  const named = new Set(
    passages
      .flatMap((passage) => {
        const source = articles.get(passage.articleId);
        return source === undefined ? [] : peopleIn(passage, source.annotation);
      })
      .concat(holder ?? [])
      .map(personKey),
  );
  return [...articles.values()].flatMap(({ article, annotation }) =>
    annotation.descriptions.flatMap((role): ClaimRole[] => {
      const name = annotation.entities[role.entity]?.name ?? '';
      if (!named.has(personKey(name))) return [];
      const citation = { articleId: article.id, start: role.start, end: role.end };
      return [{ name, text: role.text, tense: role.tense, asOf: role.asOf ?? article.publishedAt, citation }];
    }),
  );
}

function onlyOnce<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

/**
 * A statement as a numbered claim for a language model: with what its passages give in figures, dates and quotations, and
 * what the articles say its people are. Null when none of its passages is in the articles.
 */
export function toWritableClaim(
  number: number,
  statement: Pick<Statement, 'text' | 'kind' | 'by' | 'citations' | 'support'>,
  articles: readonly LedgerArticle[],
): WritableClaim | null {
  const byId: Articles = new Map(articles.map((one) => [one.article.id, one]));
  const passages = [...statement.citations, ...statement.support].flatMap((one) => passageOf(byId, one));
  const [first, ...others] = passages;
  if (first === undefined) return null;
  const read = passages.flatMap((passage) => {
    const source = byId.get(passage.articleId);
    return source === undefined ? [] : [{ passage, source }];
  });
  const holder = statement.by?.name ?? null;
  return {
    number,
    text: statement.text,
    kind: statement.kind,
    holder,
    outlets: onlyOnce(
      passages.map(({ outletId, outletName }) => ({ id: outletId, name: outletName })),
      ({ id }) => id,
    ),
    asOf: Math.max(...passages.map(({ publishedAt }) => publishedAt)),
    figures: read.flatMap(({ passage, source }) => figuresOf(passage, source)),
    quotes: onlyOnce(
      read.flatMap(({ passage, source }) => quotesOf(passage, source)),
      ({ text }) => text,
    ),
    dates: onlyOnce(
      read.flatMap(({ passage, source }) => datesOf(passage, source)),
      ({ text, date }) => `${text} ${date}`,
    ),
    roles: onlyOnce(rolesOf(byId, passages, holder), ({ name, text, tense }) => `${name}|${text}|${tense}`),
    passages: [first, ...others],
  };
}
