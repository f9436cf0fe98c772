import type { DatePrecision } from '../../core/article.ts';
import { formatMoment, formatShort, guessPrecision, isoMoment } from '../format/time.ts';

/** A time as readers see it, with its machine form. A time without known precision is a day when it is midnight sharp. */
export function Moment({
  at,
  precision,
  short = false,
}: {
  readonly at: number;
  readonly precision?: DatePrecision;
  readonly short?: boolean;
}) {
  const known = precision ?? guessPrecision(at);
  const text = short ? formatShort(at, known) : formatMoment(at, known);
  return <time datetime={isoMoment(at, known)}>{text}</time>;
}

/** When an article was published, honest about what is known of it. */
export function PublishedAt({
  article,
}: {
  readonly article: { readonly publishedAt: number; readonly datePrecision: DatePrecision };
}) {
  const moment = <Moment at={article.publishedAt} precision={article.datePrecision} />;
  return article.datePrecision === 'unknown' ? <>undated, taken in {moment}</> : moment;
}
