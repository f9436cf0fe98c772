import type { ArticleCard } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { counted } from '../../format/words.ts';
import { Moment } from '../moment.tsx';
import { outletFacts } from '../outlet-name.tsx';
import { type StoryView, siglum } from './story-view.ts';

/** Outlets listed in the head; the list of articles at the foot has all. */
const LISTED = 10;

/** One dot per article along the time of the story; hollow for reprints. Geometry in SVG user units. */
function PublicationStrip({
  articles,
  independent,
}: {
  readonly articles: readonly ArticleCard[];
  readonly independent: ReadonlySet<string>;
}) {
  const times = articles.map((article) => article.publishedAt);
  const first = Math.min(...times);
  const last = Math.max(...times);
  if (articles.length < 3 || first === last) return null;
  const x = (at: number): number => Math.round(6 + (228 * (at - first)) / (last - first));
  return (
    <figure class="strip">
      <svg viewBox="0 0 240 16" role="img" aria-label={`${counted(articles.length, 'article')} over time`}>
        <line x1="0" y1="8" x2="240" y2="8" />
        {articles.map((article) => (
          <circle
            cx={String(x(article.publishedAt))}
            cy="8"
            r="4"
            class={independent.has(article.id) ? 'dot' : 'dot copy'}
          />
        ))}
      </svg>
      <figcaption>
        <Moment at={first} short />
        <Moment at={last} short />
      </figcaption>
    </figure>
  );
}

/** The outlets of the story with their sigla, in the order in which they published, and when they did. */
export function Witnesses({ view }: { readonly view: StoryView }) {
  const articles = [...view.page.articles.map(({ article }) => article)].sort(
    (a, b) => a.publishedAt - b.publishedAt,
  );
  const writers = new Set(
    articles.filter(({ id }) => view.independent.has(id)).map(({ outletId }) => outletId),
  );
  const outlets = [...view.outlets.values()].filter(({ id }) => writers.has(id));
  const covered = new Set(view.page.briefing.sections.papersSay.outlets.map(({ outletId }) => outletId));
  if (outlets.length < 2) return null;
  return (
    <aside class="witnesses" aria-labelledby="witnesses-heading">
      <p class="label" id="witnesses-heading">
        Sources of this page
      </p>
      <PublicationStrip articles={articles} independent={view.independent} />
      <ul>
        {outlets.slice(0, LISTED).map((outlet) => (
          <li>
            <span class="siglum">{siglum(view, outlet.id)}</span>
            <span class="witness">
              <a
                href={
                  covered.has(outlet.id)
                    ? `#outlet-${outlet.id}`
                    : view.site.address.href(paths.outlet(outlet.id))
                }
              >
                {outlet.name}
              </a>
              <small>{outletFacts(outlet)}</small>
            </span>
          </li>
        ))}
      </ul>
      {outlets.length > LISTED ? (
        <p>
          <a href="#articles">and {counted(outlets.length - LISTED, 'more outlet')}</a>
        </p>
      ) : null}
    </aside>
  );
}
