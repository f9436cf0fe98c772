/** Where Wikimedia's interfaces lie. */
export interface WikimediaAddresses {
  readonly wikidataApi: string;
  readonly commonsApi: string;
  /** The summary of a page (REST API, page/summary). */
  summary(language: string, title: string): string;
  /** Pictures are fetched from nowhere else, whatever an answer says. */
  readonly uploadPrefix: string;
}

/** Wikimedia's own hosts, or the folders of one address that stands for all of them. */
export function wikimediaAddresses(baseUrl: string | null): WikimediaAddresses {
  const page = (title: string) => encodeURIComponent(title.replaceAll(' ', '_'));
  if (baseUrl !== null) {
    return {
      wikidataApi: `${baseUrl}/wikidata/w/api.php`,
      commonsApi: `${baseUrl}/commons/w/api.php`,
      summary: (language, title) =>
        `${baseUrl}/wikipedia/${language}/api/rest_v1/page/summary/${page(title)}`,
      uploadPrefix: `${baseUrl}/upload/`,
    };
  }
  return {
    wikidataApi: 'https://www.wikidata.org/w/api.php',
    commonsApi: 'https://commons.wikimedia.org/w/api.php',
    summary: (language, title) => `https://${language}.wikipedia.org/api/rest_v1/page/summary/${page(title)}`,
    uploadPrefix: 'https://upload.wikimedia.org/',
  };
}

/** Servers that lag behind further than this many seconds are left alone (mediawiki.org/wiki/Manual:Maxlag_parameter). */
const MAX_LAG_S = '5';

/** An address of the Action API with its parameters. */
export function apiQuery(api: string, parameters: Readonly<Record<string, string>>): string {
  const all = { ...parameters, format: 'json', formatversion: '2', maxlag: MAX_LAG_S };
  return `${api}?${new URLSearchParams(all)}`;
}
