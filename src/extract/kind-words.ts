import type { ArticleKind } from '../core/article-details.ts';

/** Kinds that schema.org types stand for. `ReviewNewsArticle` is what one critic thinks. */
export const KIND_OF_TYPE: ReadonlyMap<string, ArticleKind> = new Map([
  ['LiveBlogPosting', 'live-blog'],
  ['OpinionNewsArticle', 'opinion'],
  ['ReviewNewsArticle', 'opinion'],
  ['AnalysisNewsArticle', 'analysis'],
  ['BackgroundNewsArticle', 'analysis'],
  ['PodcastEpisode', 'podcast'],
  ['RadioEpisode', 'podcast'],
  ['ImageGallery', 'gallery'],
  ['MediaGallery', 'gallery'],
]);

const WORDS: Readonly<Record<Exclude<ArticleKind, 'news'>, string>> = {
  opinion: `opinion opinions comment commentary commentisfree editorial editorials op-ed op-eds columnist columnists column columns
    letters viewpoint viewpoints perspectives voices guest-essay meinung kommentar kommentare kolumne kolumnen debatte leitartikel gastbeitrag
    tribune tribunes chroniques chronique idees opiniones columna columnas tribuna opinione opinioni editoriale commenti commento opiniao colunas mening
    meningen opinie columnisten asikter ledare debatt opinia мнения мнение колонки`,
  analysis: `analysis analyses explainer explainers explained news-analysis background backgrounder fact-check in-depth analyse analysen hintergrund
    decryptage decryptages explication analisis analisi analise analiza análisis análise аналитика`,
  'live-blog': `live liveblog live-blog live-updates live-news live-reporting liveticker live-ticker newsblog news-blog en-direct direct en-vivo directo
    ao-vivo in-diretta diretta`,
  interview: `interview interviews q-and-a q-a qanda entretien entretiens entrevista entrevistas intervista interviste wywiad wywiady интервью`,
  gallery: `gallery galleries photo-gallery photogallery photos picture-gallery in-pictures pictures slideshow slideshows photo-essay bildergalerie
    bilder bilderstrecke fotostrecke diaporama diaporamas portfolio galeria galerias fotogaleria fotogalerias fotogallery galerie galeries`,
  podcast: 'podcast podcasts podcast-episode episodes',
  'press-release': `press-release press-releases pressrelease pressreleases news-release news-releases newsrelease pressemitteilung pressemitteilungen
    communique communique-de-presse communiques nota-de-prensa notas-de-prensa comunicado comunicados comunicati-stampa pr-newswire business-wire`,
};

/** Kinds by the name of a section or of a part of an address, lower case, words parted by hyphens. */
export const KIND_OF_WORD: ReadonlyMap<string, ArticleKind> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    words.split(/\s+/).map((word) => [word, kind as ArticleKind] as const),
  ),
);

/** Hosts that carry nothing but press releases. */
export const PRESS_RELEASE_HOSTS: ReadonlySet<string> = new Set([
  'prnewswire.com',
  'prnewswire.co.uk',
  'businesswire.com',
  'globenewswire.com',
  'newswire.ca',
  'presseportal.de',
  'accesswire.com',
  'eurekalert.org',
]);

/** What a headline begins or ends with, and the kind it gives away. */
export const KIND_OF_HEADLINE: readonly (readonly [RegExp, ArticleKind])[] = [
  [/^(?:live(?: updates?| blog)?\s*[:|–—-]|liveblog\b|liveticker\b)/i, 'live-blog'],
  [/(?:[:|–—-]\s*(?:as it happened|live(?: updates| blog| coverage)?)|\blive updates)\s*$/i, 'live-blog'],
  [
    /^(?:opinion|comment|editorial|op-ed|column|letters?(?: to the editor)?|kommentar|meinung|opinión|opinião|tribune|avis)\s*[:|–—]/i,
    'opinion',
  ],
  [/[|–—]\s*(?:opinion|editorial|letters|commentary)\s*$/i, 'opinion'],
  [
    /^(?:(?:news )?analysis|explainer|explained|analyse|análisis|analisi|hintergrund|décryptage)\s*[:|–—]/i,
    'analysis',
  ],
  [/[|–—]\s*(?:analysis|explainer)\s*$/i, 'analysis'],
  [/^(?:interview|q&a|q and a|entretien|entrevista|intervista|im interview)\s*[:|–—]/i, 'interview'],
  [/^(?:in pictures|in photos|photos|gallery|pictures|bildergalerie|en images|fotos)\s*[:|–—]/i, 'gallery'],
  [/[|–—-]\s*(?:in pictures|in photos|photo gallery|gallery)\s*$/i, 'gallery'],
  [/^(?:podcast|listen)\s*[:|–—]/i, 'podcast'],
  [/[|–—]\s*podcast\s*$/i, 'podcast'],
  [/^press release\s*[:|–—]/i, 'press-release'],
];
