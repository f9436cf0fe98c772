import type { Child } from 'hono/jsx';
import { paths } from '../address.ts';
import { SECTION_NAMES } from '../format/section-names.ts';
import { isoDay } from '../format/time.ts';
import { counted } from '../format/words.ts';
import { jsonLdText } from './head/json-ld.ts';
import { OpenGraph, type SharedStory } from './head/open-graph.tsx';
import { KeySheet } from './key-sheet.tsx';
import { Moment } from './moment.tsx';
import type { Site } from './site.ts';

export interface LayoutProps {
  readonly site: Site;
  readonly title: string;
  readonly description?: string | null;
  /** Path of this page, for the canonical link. */
  readonly path: string;
  /** Path of the page's feed without its ending, when the page is a list. */
  readonly feed?: string;
  /** Query of the feed ("?q=port"). */
  readonly feedQuery?: string;
  /** Text in the search box. */
  readonly query?: string;
  /** False for pages that search engines should leave alone: excerpts of others' articles, search results. */
  readonly indexed?: boolean;
  /** Address of a further style sheet. */
  readonly style?: string;
  /** What makes the page one of a story to other sites. */
  readonly story?: SharedStory;
  /** The page as data of schema.org. */
  readonly jsonLd?: object;
  readonly children?: Child;
}

const FEED_TYPES = [
  ['atom', 'application/atom+xml', 'Atom'],
  ['rss', 'application/rss+xml', 'RSS'],
  ['json', 'application/feed+json', 'JSON Feed'],
] as const;

function Head(props: LayoutProps) {
  const { site, title, description, path, feed, feedQuery = '', indexed = true, jsonLd } = props;
  const { address } = site;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === site.name ? title : `${title} · ${site.name}`}</title>
      {description ? <meta name="description" content={description} /> : null}
      {indexed ? null : <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <link rel="canonical" href={address.absolute(path)} />
      <link rel="icon" type="image/svg+xml" href={site.assets.icon} />
      <link rel="stylesheet" href={site.assets.style} />
      {props.style === undefined ? null : <link rel="stylesheet" href={props.style} />}
      <link rel="manifest" href={address.href('/manifest.webmanifest')} />
      <link id="fonts" rel="stylesheet" href={site.assets.fontStyle} media="(scripting: none)" />
      <script src={site.assets.early} data-start={site.assets.modules[0]}></script>
      {feed === undefined
        ? null
        : FEED_TYPES.map(([ending, type, name]) => (
            <link
              rel="alternate"
              type={type}
              title={`${title} (${name})`}
              href={address.href(`${feed}.${ending}${feedQuery}`)}
            />
          ))}
      {indexed ? (
        <OpenGraph site={site} title={title} description={description} path={path} story={props.story} />
      ) : null}
      {indexed && jsonLd !== undefined ? (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(jsonLd) }}></script>
      ) : null}
    </head>
  );
}

function Masthead({ site, path, query = '' }: LayoutProps) {
  const { href } = site.address;
  const links: readonly (readonly [string, string])[] = [
    [paths.front(), 'Front page'],
    [paths.day(site.status.newestAt === null ? site.today : isoDay(site.status.newestAt)), 'By day'],
    ['/outlets', 'Outlets'],
    ['/edition', 'Edition'],
    ['/reading', 'Your reading'],
    ['/ask', 'Ask'],
    ['/blind-spots', 'Blind spots'],
    ['/about', 'How it works'],
  ];
  return (
    <div class="masthead">
      <a class="brand" href={href('/')}>
        {site.name}
      </a>
      <nav aria-label="Site">
        {links.map(([target, label]) => (
          <a href={href(target)} aria-current={target === path.split('?')[0] ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <search>
        <form class="searchbox" action={href('/search')} method="get">
          <label class="unseen" for="q">
            Search the stories
          </label>
          <input id="q" type="search" name="q" value={query} placeholder="Search" />
          <button type="submit">Search</button>
        </form>
      </search>
    </div>
  );
}

/** The sections that have stories, as a row under the masthead. */
function SectionNav({ site, path }: LayoutProps) {
  const { sections } = site.status;
  if (sections.length === 0) return null;
  return (
    <nav class="section-nav" aria-label="Sections">
      {sections.map((section) => {
        const target = paths.section(section);
        return (
          <a
            href={site.address.href(target)}
            aria-current={path.split('?')[0] === target ? 'page' : undefined}
          >
            {SECTION_NAMES[section]}
          </a>
        );
      })}
    </nav>
  );
}

function Footer({ site, feed = '/index', feedQuery = '' }: LayoutProps) {
  const { status, address } = site;
  return (
    <footer class="colophon">
      <p>
        {counted(status.articles, 'article')} of {counted(status.outlets, 'outlet')} in{' '}
        {counted(status.stories, 'story', 'stories')}.{' '}
        {status.lastPolledAt === null ? (
          'No feed has been polled yet.'
        ) : (
          <>
            <a href={address.href('/sources')}>Feeds</a> last polled <Moment at={status.lastPolledAt} />.
          </>
        )}{' '}
        All times are UTC.
      </p>
      <p>
        Each sentence is taken from the articles it cites, and each citation leads to the passage.{' '}
        <a href={address.href('/about')}>How this site works</a>
      </p>
      <ul class="plain-row" aria-label="Other forms of this site">
        {FEED_TYPES.map(([ending, , name]) => (
          <li>
            <a href={address.href(`${feed}.${ending}${feedQuery}`)}>{name}</a>
          </li>
        ))}
        <li>
          <a href={address.href('/outlets.opml')}>Sources (OPML)</a>
        </li>
        <li>
          <a href={address.href('/api/v1/docs')}>API</a>
        </li>
        {site.hasHandIn ? (
          <li>
            <a href={address.href(paths.handIn())}>Hand in an article</a>
          </li>
        ) : null}
        {site.hasMail ? (
          <li>
            <a href={address.href('/subscribe')}>E-mail</a>
          </li>
        ) : null}
        <li>
          <a href={address.href('/settings')}>Settings</a>
        </li>
        <li>Variorum {site.version}</li>
      </ul>
    </footer>
  );
}

/** The frame of every page: head, masthead, notice, main, footer. Holds no inline script and no style attribute. */
export function Layout(props: LayoutProps) {
  const { site, children } = props;
  return (
    <html lang="en">
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          Skip to the text
        </a>
        <header>
          <Masthead {...props} />
          <SectionNav {...props} />
          {site.notice === null ? null : <p class="notice">{site.notice}</p>}
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Footer {...props} />
        <KeySheet />
      </body>
    </html>
  );
}
