import { Layout } from './layout.tsx';
import type { Site } from './site.ts';

/** What a reader saved and read; the browser fills it in, the server knows nothing of it. */
export function ReadingPage({ site }: { readonly site: Site }) {
  return (
    <Layout site={site} title="Your reading" path="/reading" indexed={false}>
      <div class="single reading">
        <h1>Your reading</h1>
        <p>
          Kept in this browser by the site’s own script, and sent nowhere. Saved stories can be read without a
          connection. <a href={site.address.href('/settings')}>Settings</a> has the export, and the way to
          forget it all.
        </p>
        <section aria-labelledby="saved-heading">
          <h2 id="saved-heading">Saved for later</h2>
          <p class="thin empty">Nothing is saved. Every story has a button for it, and the key s.</p>
          <ul id="saved" class="plain-list"></ul>
        </section>
        <section aria-labelledby="following-heading">
          <h2 id="following-heading">Topics you follow</h2>
          <p>
            <a href={site.address.href('/following')} data-following>
              Newest stories of these topics
            </a>
          </p>
        </section>
        <section aria-labelledby="balance-heading">
          <h2 id="balance-heading">Reading balance</h2>
          <p class="facts">
            Counted are the passages and originals you open, by their outlet. Country, kind and owner are
            facts about a publisher; nothing here says which balance is right.
          </p>
          <div id="balance"></div>
        </section>
        <section aria-labelledby="history-heading">
          <h2 id="history-heading">Read lately</h2>
          <p class="thin empty">No story was read in this browser yet.</p>
          <ol id="history" class="plain-list"></ol>
        </section>
      </div>
    </Layout>
  );
}
