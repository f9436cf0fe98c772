import type { ArticleCard } from '../../core/library.ts';
import type { RecurringKind } from '../../core/recurring.ts';
import { paths } from '../address.ts';
import { copyWords } from '../format/copy-words.ts';
import { webLink } from '../format/web-link.ts';
import { counted, readingMinutes } from '../format/words.ts';
import { PublishedAt } from './moment.tsx';
import { OutletLink } from './outlet-name.tsx';
import type { Site } from './site.ts';

/** Copies of one text that are listed in the open; more are folded away. */
const OPEN_COPIES = 4;

const RECURRING_NAMES: Readonly<Record<RecurringKind, string>> = {
  quiz: 'quiz',
  puzzle: 'puzzle',
  horoscope: 'horoscope',
  lottery: 'lottery numbers',
  'live-scores': 'scores',
  newsletter: 'newsletter',
  gallery: 'pictures',
  'tv-schedule': 'programme guide',
  correction: 'correction',
  listing: 'listing',
  repeated: 'same title on several days',
};

/** What the reader should know before opening it. */
function Marks({ article }: { readonly article: ArticleCard }) {
  const marks: string[] = [];
  if (article.copyOf !== null) marks.push(copyWords(article));
  if (article.recurring !== null) marks.push(`recurring item (${RECURRING_NAMES[article.recurring]})`);
  if (article.origin === 'feed') marks.push('read from the feed only');
  if (article.truncated) marks.push('shown in part by the outlet');
  if (marks.length === 0) return null;
  return <span class="marks">{marks.join(' · ')}</span>;
}

interface EntryProps {
  readonly site: Site;
  readonly article: ArticleCard;
  readonly copies: readonly ArticleCard[];
}

/** The articles that repeat one text, under it. */
function Copies({ site, copies }: Omit<EntryProps, 'article'>) {
  if (copies.length === 0) return null;
  const list = (
    <ul class="copies">
      {copies.map((copy) => (
        <Entry site={site} article={copy} copies={[]} />
      ))}
    </ul>
  );
  if (copies.length <= OPEN_COPIES) return list;
  return (
    <details>
      <summary>{counted(copies.length, 'article')} with this text</summary>
      {list}
    </details>
  );
}

function Entry({ site, article, copies }: EntryProps) {
  const link = webLink(article.url);
  return (
    <li class={article.copyOf === null ? undefined : 'is-copy'} data-outlet={article.outletId}>
      <p class="article-outlet">
        <OutletLink site={site} outlet={article.outlet} />
      </p>
      <div>
        <p class="article-title">
          {link === null ? (
            article.title
          ) : (
            <a href={link} rel="noopener">
              {article.title}
            </a>
          )}
        </p>
        <p class="facts">
          <PublishedAt article={article} /> · {readingMinutes(article.words)} min read ·{' '}
          <a href={site.address.href(paths.article(article.id))}>cited passages</a>{' '}
          <Marks article={article} />
        </p>
        <Copies site={site} copies={copies} />
      </div>
    </li>
  );
}

/**
 * Articles with outlet, headline, time, reading time and marks; the headline leads to the original. Copies stand under
 * the text they repeat when that is in the list.
 */
export function ArticleList({
  site,
  articles,
}: {
  readonly site: Site;
  readonly articles: readonly ArticleCard[];
}) {
  const listed = new Set(articles.map(({ id }) => id));
  const isUnder = ({ copyOf }: ArticleCard) => copyOf !== null && listed.has(copyOf);
  const copiesOf = Map.groupBy(articles.filter(isUnder), ({ copyOf }) => copyOf);
  return (
    <ul class="articles">
      {articles
        .filter((article) => !isUnder(article))
        .map((article) => (
          <Entry site={site} article={article} copies={copiesOf.get(article.id) ?? []} />
        ))}
    </ul>
  );
}
