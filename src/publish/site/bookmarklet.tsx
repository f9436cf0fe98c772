import { type Address, paths } from '../address.ts';
import type { Site } from './site.ts';

/**
 * A bookmark that hands in the page it is used on. It is made of the site's own address alone and runs only from the bookmarks
 * of a browser: on our own pages the content security policy stops it, as it stops every script that is not a file of the site.
 */
export function bookmarklet(address: Address): string {
  const target = JSON.stringify(`${address.absolute(paths.handIn())}?url=`);
  // A browser decodes the whole before it runs it.
  return `javascript:${encodeURIComponent(`location.assign(${target}+encodeURIComponent(location.href))`)}`;
}

/** The bookmark to drag away, with what it does. */
export function Bookmarklet({ site }: { readonly site: Site }) {
  return (
    <>
      <h2 id="bookmark">A bookmark for any article</h2>
      <p>
        Drag this link to the bookmarks bar of your browser. Used on an article elsewhere, it opens{' '}
        <a href={site.address.href(paths.handIn())}>the page that tells</a> which story the article belongs
        to, what it leaves out and what to read next. It sends the address of that article to this site, and
        nothing else. Clicked here it does nothing: this site lets no script run but its own files.
      </p>
      <p>
        <a class="button" href={bookmarklet(site.address)}>
          Which story is this?
        </a>
      </p>
    </>
  );
}
