import { counted } from '../format/words.ts';
import { Layout } from './layout.tsx';
import { MeasuredQuality } from './measured-quality.tsx';
import type { Site } from './site.ts';

function Making() {
  return (
    <>
      <h2>How a page is made</h2>
      <p>
        The program polls the feeds of the outlets, reads each article’s own page, and notes where its
        sentences, names, figures, quotes and dates lie. Articles on the same event are brought together as
        one story. Sentences of several articles that say the same are counted as one claim. The story page is
        put together from these claims by extraction: its sentences are sentences of the articles, shortened
        by leaving words out or made clear with words in square brackets.
      </p>
      <p>
        Articles that repeat another’s text do not count as sources of their own: reprints of a news agency,
        texts that sister titles of one owner share, newer versions by the same outlet, also when they are
        cut, lightly reworded or have paragraphs added. They stand under the text they repeat, with the
        reason. An article of which the other’s text makes up less than a fifth stays a source. So a story can
        have more articles than independent outlets.
      </p>
    </>
  );
}

function Citations() {
  return (
    <>
      <h2>How citations are checked</h2>
      <p>
        A citation is kept as data: the article and the exact stretch of its text. It is never guessed from
        prose. A sentence cannot be printed without at least one, and a machine checks that the cited stretch
        lies inside the stored article and contains the words of the sentence. The letters after a sentence
        stand for the outlets that carry it; they open the passage with its neighbouring sentences.
      </p>
      <p>
        Opinions and forecasts appear only with the name of who holds them and the outlet that printed them.
        Where outlets contradict each other, both sides are shown. Where little is known, the page says so or
        leaves the section out.
      </p>
      <h3>Keys</h3>
      <p>
        While a passage is open, <kbd>Esc</kbd> closes it and <kbd>←</kbd> <kbd>→</kbd> lead to the passages
        before and after it; <kbd>?</kbd> shows all keys. Everything can be read without a script as well.
      </p>
    </>
  );
}

function Ranking() {
  return (
    <>
      <h2>How stories are ranked</h2>
      <p>
        By what can be counted: how many independent outlets report a story, of how many owners, countries and
        kinds; how fast new articles come in; how recent the newest is; and, to a limited degree, the dead,
        the injured and the sums that two outlets or more report. Of stories on one event at most three are
        among the first. Clicks and opinion play no part, and every reader sees the same order. Each story
        says why it stands where it does. Quizzes, horoscopes and other items that recur are in no list; they
        are kept and found by search.
      </p>
      <p>
        A section is the one an outlet itself gives in its addresses, else it is read from the words and the
        places an article names; a story takes the vote of its independent articles. Public affairs are
        national where most outlets report them from their own country, else they are the world’s.
      </p>
      <h2>What it does not do</h2>
      <ul>
        <li>It does not write news, add opinions or make forecasts of its own.</li>
        <li>It does not decide who is right, and it rates no outlet.</li>
        <li>
          It does not republish articles. Of each only short excerpts are shown, and the original is always
          linked. Pages that robots.txt closes are not read.
        </li>
        <li>It sets no cookies, loads nothing from other hosts and does not follow its readers.</li>
        <li>
          It cannot be better than its sources: what all of them have wrong, it repeats, with their names.
        </li>
      </ul>
    </>
  );
}

/** The methodology page. */
export function AboutPage({
  site,
  quality,
}: {
  readonly site: Site;
  readonly quality: Readonly<Record<string, number>>;
}) {
  const { status, address } = site;
  return (
    <Layout
      site={site}
      title="How this site works"
      description="What the program does and does not do, how citations are checked and how stories are ranked."
      path="/about"
    >
      <div class="single prose">
        <h1>How this site works</h1>
        <p class="lead">
          {site.name} reads many outlets, finds the articles that report the same story, and publishes one
          page per story on which every sentence leads to the passage that supports it.
        </p>
        <p class="facts">
          At present: {counted(status.articles, 'article')}, {counted(status.stories, 'story', 'stories')},{' '}
          {counted(status.outlets, 'outlet')} with {counted(status.feeds, 'feed')},{' '}
          {counted(status.topics, 'topic')}.
        </p>
        <Making />
        <Citations />
        <Ranking />
        <MeasuredQuality quality={quality} />
        <h2>Use it elsewhere</h2>
        <p>
          Every list is also a feed: put <code>.atom</code>, <code>.rss</code> or <code>.json</code> behind
          its address, <a href={address.href('/index.atom')}>/index.atom</a> for the front page. The same data
          is open as an API, described at{' '}
          <a href={address.href('/api/v1/openapi.json')}>/api/v1/openapi.json</a>.
        </p>
      </div>
    </Layout>
  );
}
