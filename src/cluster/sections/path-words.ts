import type { Section } from '../../core/section.ts';

/**
 * What outlets of several languages call their sections in addresses. `politics` is the outlet's own country's unless the
 * path also names another. Words that outlets use for more than one section ("life", "society", "news") are left out.
 */
const NAMES: Readonly<Record<Section, string>> = {
  world: `world worldnews world-news international foreign global-news africa americas asia asia-pacific asiapacific europe middle-east
middleeast latin-america latin_america monde mundo internacional internacionales internazionale esteri ausland welt-nachrichten mezhdunarodnye
wereld buitenland swiat`,
  national: `politics national nation politik politique politica politiek nationworld onpolitics domestic inland binnenland kraj
white-house congress senate elections election state-watch court-battles national-news policy-and-politics news-and-politics`,
  business: `business businesses money economy economics finance markets market companies personal-finance personalfinance investing
industry banking economia economie wirtschaft finanzen finances bourse affari biznes ekonomika ekonomia bizness entreprises empresas mercados`,
  science: `science technology tech health environment climate climate-change energy-environment energy-and-environment space
cybersecurity wellness medicine sciences scienza ciencia ciencias wissenschaft wissen technologie technik tecnologia sante salud
salute gesundheit planete medio-ambiente umwelt klima nauka tekhnologii`,
  sport: `sport sports football soccer cricket tennis golf rugby nfl nba mlb nhl olympics formula1 f1 baseball basketball hockey
boxing cycling athletics deporte deportes sportivo esporte esportes fussball futbol calcio rugby-union rugby-league mma ncaa`,
  culture: `culture entertainment arts art music movies film films tv television books theater theatre celebrity celebrities
showbiz tvshowbiz culturebox kultur kultura cultura spettacoli culturas arts-and-entertainment entertainment-arts feuilleton stage musik
musique cinema fashion tv-and-radio artanddesign arts-culture kunst`,
};

/** Section by segment of an address, lower case. */
export const SECTION_OF_WORD: ReadonlyMap<string, Section> = new Map(
  Object.entries(NAMES).flatMap(([section, words]) =>
    words.split(/\s+/).map((word) => [word, section as Section] as const),
  ),
);
