import { paths } from '../address.ts';
import type { SaidAt } from '../passages/statement-at.ts';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';

export interface ReportedPage {
  readonly slug: string;
  readonly headline: string;
  readonly version: number;
  /** Null for the page as a whole. */
  readonly said: SaidAt | null;
  /** The place in the address, to be sent back. */
  readonly at: string | null;
}

export const MAX_NOTE = 2_000;
export const MAX_CONTACT = 254;

/** The form with which a reader says what is wrong. Works without a script and leaves no cookie. */
export function ReportForm({ site, page }: { readonly site: Site; readonly page: ReportedPage }) {
  const { slug, headline, version, said, at } = page;
  const { href } = site.address;
  return (
    <Layout site={site} title="Report an error" path="/report" indexed={false}>
      <div class="single">
        <p class="kicker">
          <a href={href(paths.story(slug))}>{headline}</a>
          <span>version {version}</span>
        </p>
        <h1>Report an error</h1>
        {said === null ? (
          <p>You report on the page as a whole.</p>
        ) : (
          <blockquote class="reported">
            <p>{said.text}</p>
          </blockquote>
        )}
        <p class="thin">
          People who run this site read what you send; nothing on the page changes by itself. If the article
          says it so, the mistake is the outlet’s: please tell them too.
        </p>
        <form class="report" action={href('/report')} method="post">
          <input type="hidden" name="story" value={slug} />
          <input type="hidden" name="v" value={String(version)} />
          {at === null ? null : <input type="hidden" name="at" value={at} />}
          <p class="field">
            <label for="note">What is wrong, and how do you know?</label>
            <textarea id="note" name="note" rows={6} required maxlength={MAX_NOTE}></textarea>
          </p>
          <p class="field">
            <label for="contact">How to reach you, if you want an answer</label>
            <input id="contact" name="contact" type="text" maxlength={MAX_CONTACT} autocomplete="email" />
          </p>
          <p class="field website" aria-hidden="true">
            <label for="website">Leave this empty</label>
            <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" />
          </p>
          <button type="submit">Send it</button>
        </form>
      </div>
    </Layout>
  );
}

export function ReportThanks({ site, slug }: { readonly site: Site; readonly slug: string }) {
  return (
    <Layout site={site} title="Thank you" path="/report" indexed={false}>
      <div class="single">
        <h1>Thank you</h1>
        <p>Your report is kept with the sentence as it stood, and will be read.</p>
        <p>
          <a href={site.address.href(paths.story(slug))}>Back to the story</a>
        </p>
      </div>
    </Layout>
  );
}
