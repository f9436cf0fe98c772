import type { ArticleCard } from '../../core/library.ts';
import type { Outlet } from '../../core/outlet.ts';
import { paths } from '../address.ts';
import type { ReadNext } from '../compare/read-next.ts';
import { counted } from '../format/words.ts';
import type { Site } from './site.ts';

/** Another outlet's article on the same story that has least in common with one that was read, and what was counted. */
export function ReadNextNote({
  site,
  read,
  next,
  article,
}: {
  readonly site: Site;
  /** The outlet that was read. */
  readonly read: Outlet;
  readonly next: ReadNext;
  readonly article: ArticleCard;
}) {
  const { both, onlyRead, onlyNext } = next;
  return (
    <section class="read-next" aria-labelledby="next-heading">
      <h2 class="list-heading" id="next-heading">
        Read next
      </h2>
      <p>
        <a href={site.address.href(paths.article(article.id))}>{article.title}</a>
      </p>
      <p class="facts">
        {article.outlet.name} tells this story most differently: {counted(both, 'fact')} in both, {onlyRead}{' '}
        only at {read.name}, {onlyNext} only at {article.outlet.name}.{' '}
        <a href={site.address.href(paths.compare(read.id, article.outletId))}>Compare the two outlets</a>
      </p>
    </section>
  );
}
