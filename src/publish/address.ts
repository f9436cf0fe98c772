/** Where the site lies. Every link of every page, feed and API answer is made here. */
export interface Address {
  /** Path prefix without a trailing slash; empty at the root of a host. */
  readonly basePath: string;
  /** A link inside the site: `href('/about')` is `/news/about` under a sub-path. */
  href(path: string): string;
  /** The same with scheme and host, for feeds and the API. */
  absolute(path: string): string;
  /** The path that routes see: the request's path without the prefix, whether or not a proxy has cut it off. */
  route(pathname: string): string;
}

/**
 * @param baseUrl public address of the site (RFC 3986 absolute URI); query and fragment are ignored
 * @throws TypeError when it is no URL: configuration has checked it before
 */
export function createAddress(baseUrl: string): Address {
  const { origin, pathname } = new URL(baseUrl);
  const basePath = pathname.replace(/\/+$/, '');
  return {
    basePath,
    href: (path) => `${basePath}${path}`,
    absolute: (path) => `${origin}${basePath}${path}`,
    route: (path) => {
      if (basePath === '' || (path !== basePath && !path.startsWith(`${basePath}/`))) return path;
      return path.slice(basePath.length) || '/';
    },
  };
}

const part = encodeURIComponent;

/** Paths of the pages, before the prefix. */
export const paths = {
  front: (page = 1): string => (page > 1 ? `/?page=${page}` : '/'),
  section: (name: string, page = 1): string => `/section/${part(name)}${page > 1 ? `?page=${page}` : ''}`,
  story: (slug: string): string => `/story/${part(slug)}`,
  storyVersion: (slug: string, version: number): string => `/story/${part(slug)}?version=${version}`,
  storyVersions: (slug: string, since?: number): string =>
    `/story/${part(slug)}/versions${since === undefined ? '' : `?since=${since}`}`,
  storyForms: (slug: string): string => `/story/${part(slug)}/forms`,
  question: (slug: string): string => `/question/${part(slug)}`,
  sharePicture: (slug: string, version: number): string =>
    `/story/${part(slug)}/share.png?version=${version}`,
  topic: (slug: string): string => `/topic/${part(slug)}`,
  picture: (id: string): string => `/picture/${part(id)}`,
  outlet: (id: string): string => `/outlet/${part(id)}`,
  compare: (a: string, b: string): string => `/compare?${new URLSearchParams({ a, b })}`,
  confirmSubscription: (id: string, token: string): string => `/subscribe/confirm/${part(id)}/${part(token)}`,
  leaveSubscription: (id: string, token: string): string => `/subscribe/leave/${part(id)}/${part(token)}`,
  article: (id: string): string => `/article/${part(id)}`,
  /** The place of an article's excerpts where the passage that starts at this offset is shown. */
  passage: (id: string, start: number): string => `/article/${part(id)}#s${start}`,
  report: (story: string, version: number, at: string | null): string =>
    `/report?${new URLSearchParams({ story, v: String(version), ...(at === null ? {} : { at }) })}`,
  blindSpots: (grouping: string): string => `/blind-spots?by=${part(grouping)}`,
  day: (day: string): string => `/day/${part(day)}`,
  edition: (day: string): string => `/edition/${part(day)}`,
  ask: (query: Readonly<Record<string, string>>): string => {
    const text = new URLSearchParams(query).toString();
    return text === '' ? '/ask' : `/ask?${text}`;
  },
  handIn: (url?: string): string =>
    url === undefined ? '/hand-in' : `/hand-in?${new URLSearchParams({ url })}`,
  search: (query: Readonly<Record<string, string>>): string => `/search?${new URLSearchParams(query)}`,
} as const;
