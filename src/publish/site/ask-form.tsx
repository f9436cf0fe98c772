import type { Site } from './site.ts';

/** A box for a question; of one story when its slug is given. Works without JavaScript. */
export function AskForm({
  site,
  question = '',
  storySlug,
}: {
  readonly site: Site;
  readonly question?: string;
  readonly storySlug: string | null;
}) {
  return (
    <form class="search-form ask-form" action={site.address.href('/ask')} method="get">
      {storySlug === null ? null : <input type="hidden" name="story" value={storySlug} />}
      <p class="field grow">
        <label for="question">
          {storySlug === null ? 'Ask the sources a question' : 'Ask the sources of this story'}
        </label>
        <input id="question" type="search" name="q" value={question} maxlength={300} required />
      </p>
      <button type="submit">Ask</button>
    </form>
  );
}
