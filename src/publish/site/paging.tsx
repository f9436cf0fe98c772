import type { Site } from './site.ts';

/** Links to the pages before and after; nothing when there is only one. */
export function Paging({
  site,
  page,
  hasNext,
  link,
}: {
  readonly site: Site;
  readonly page: number;
  readonly hasNext: boolean;
  /** Path of a page by its number. */
  readonly link: (page: number) => string;
}) {
  if (page === 1 && !hasNext) return null;
  const { href } = site.address;
  return (
    <nav class="paging" aria-label="Pages">
      {page > 1 ? (
        <a rel="prev" href={href(link(page - 1))}>
          Previous page
        </a>
      ) : (
        <span></span>
      )}
      <span>Page {page}</span>
      {hasNext ? (
        <a rel="next" href={href(link(page + 1))}>
          Next page
        </a>
      ) : (
        <span></span>
      )}
    </nav>
  );
}
