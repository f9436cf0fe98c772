import type { MentionType } from '../core/annotation.ts';
import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Topic } from '../core/topic.ts';
import type { IdentifiedTopic, TopicIdentity } from '../core/topic-identity.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { topicSlug } from './topic-slug.ts';
import { itemsOf, objectOf, pointOf, quantityOf, stringOf, textOf } from './wikidata-claims.ts';
import { typeOfClaims } from './wikidata-classes.ts';

/** Which items of a dump are wanted: most of Wikidata's hundred million are genes, stars and papers. */
export interface EntityFilter {
  /** Labels and aliases are read in these; an item without a label in any of them is left out. The first names it. */
  readonly languages: readonly string[];
  /** Items of other types are left out; null takes all. */
  readonly types: ReadonlySet<MentionType> | null;
  /** An item with articles in fewer Wikipedias is left out. */
  readonly minSitelinks: number;
}

type Json = Readonly<Record<string, unknown>>;

const MAX_ALIASES = 100;
/** Articles in many Wikipedias make a topic what its name means; not tuned, since no dump is at hand: 300 give what a country has. */
const SITELINKS_POWER = 1.5;
const ALIAS_SHARE = 0.5;

function bad(problem: string): Result<never, Failure> {
  const message = `The row ${problem}. A Wikidata dump has one JSON entity a line; the file may be cut off or another one.`;
  return err({ code: 'topics/bad-row', message, retryable: false });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Names that are the same in most languages stand only once in Wikidata, under `mul`; they go for the first language. */
function withMul([first, ...others]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [first, 'mul', ...others];
}

function inLanguages(terms: unknown, languages: readonly string[]): string[] {
  const all = objectOf(terms);
  return languages.flatMap((language) => textOf(objectOf(all[language]).value) ?? []);
}

function aliasesIn(terms: unknown, languages: readonly string[]): string[] {
  const all = objectOf(terms);
  return languages.flatMap((language) => {
    const list = all[language];
    return Array.isArray(list) ? list.flatMap((alias) => textOf(objectOf(alias).value) ?? []) : [];
  });
}

/** Sites that are Wikipedias: `enwiki`, `zh_min_nanwiki`, not `commonswiki` or `enwikiquote`. */
function wikipediasOf(sitelinks: Json): readonly string[] {
  return Object.keys(sitelinks).filter(
    (site) =>
      site.endsWith('wiki') && !/^(?:commons|species|meta|wikidata|mediawiki|sources|wikimania)/.test(site),
  );
}

function articleOf(sitelinks: Json, languages: readonly string[]): string | null {
  for (const language of languages) {
    const title = textOf(objectOf(sitelinks[`${language.replaceAll('-', '_')}wiki`]).title);
    if (title !== null) {
      return `https://${language}.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`;
    }
  }
  return null;
}

function imageOf(claims: Json): string | null {
  const name = stringOf(claims, 'P18');
  return name === null
    ? null
    : `https://commons.wikimedia.org/wiki/Special:FilePath/${encodeURIComponent(name)}`;
}

/** Registers whose numbers tell that a topic is one that another base has: ISO 3166-1, 639-1, 4217, GeoNames. */
const REGISTERS: readonly (readonly [string, string, RegExp])[] = [
  ['P297', 'iso3166', /^[A-Z]{2}$/],
  ['P218', 'iso639', /^[a-z]{2}$/],
  ['P498', 'iso4217', /^[A-Z]{3}$/],
  ['P1566', 'geonames', /^[1-9]\d*$/],
];

function identityOf(claims: Json, countries: ReadonlyMap<string, string>): TopicIdentity {
  const keys = REGISTERS.flatMap(([property, register, form]) => {
    const number = stringOf(claims, property);
    return number !== null && form.test(number) ? [`${register}:${number}`] : [];
  });
  const point = pointOf(claims, 'P625');
  const [state] = itemsOf(claims, 'P17');
  const country = stringOf(claims, 'P297') ?? countries.get(state ?? '') ?? null;
  const population = quantityOf(claims, 'P1082');
  return {
    keys,
    place: point === null ? null : { country, latitude: point[0], longitude: point[1], population },
  };
}

function namesOf(
  entity: Json,
  title: string,
  filter: EntityFilter,
  weight: number,
): IdentifiedTopic['aliases'] {
  const byKey = new Map<string, { key: string; weight: number }>();
  const labels = [title, ...inLanguages(entity.labels, withMul(filter.languages))];
  const others = aliasesIn(entity.aliases, withMul(filter.languages)).slice(0, MAX_ALIASES);
  const add = (name: string, share: number) => {
    const key = normaliseName(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, { key, weight: weight * share });
  };
  for (const name of labels) add(name, 1);
  for (const name of others) add(name, ALIAS_SHARE);
  return [...byKey.values()];
}

function toTopic(qid: string, title: string, type: MentionType, entity: Json, filter: EntityFilter): Topic {
  const { languages } = filter;
  const modified = /^\d{4}-\d{2}-\d{2}/.exec(textOf(entity.modified) ?? '');
  return {
    id: qid,
    slug: topicSlug(title, qid),
    title,
    type,
    qid,
    description: inLanguages(entity.descriptions, languages)[0] ?? null,
    extract: null,
    wikipediaUrl: articleOf(objectOf(entity.sitelinks), languages),
    imageUrl: imageOf(objectOf(entity.claims)),
    source: 'Wikidata',
    licence: 'CC0 1.0',
    asOf: modified?.[0] ?? null,
    revision: null,
    picture: null,
    origin: 'base',
  };
}

/**
 * Reads one line of Wikidata's JSON dump (mediawiki.org/wiki/Wikibase/DumpFormat: one array, an entity a line, a comma behind it). Null
 * for the brackets around, for properties and lexemes, and for items that the filter leaves out. Error: `topics/bad-row`.
 *
 * @param countries ISO 3166-1 code by the Wikidata id of the country, for places that name their country by its item
 */
export function parseWikidataEntity(
  line: string,
  filter: EntityFilter,
  countries: ReadonlyMap<string, string>,
): Result<IdentifiedTopic | null, Failure> {
  const text = line.trim().replace(/,$/, '');
  if (text === '' || text === '[' || text === ']') return ok(null);
  const entity = objectOf(jsonOf(text));
  if (typeof entity.id !== 'string') return bad('is no entity');
  if (entity.type !== 'item') return ok(null);
  if (!/^Q[1-9]\d*$/.test(entity.id))
    return bad(`has the id "${entity.id.slice(0, 40)}", which is none of an item`);
  const [title] = inLanguages(entity.labels, withMul(filter.languages));
  const sitelinks = wikipediasOf(objectOf(entity.sitelinks)).length;
  if (title === undefined || normaliseName(title) === '' || sitelinks < filter.minSitelinks) return ok(null);
  const claims = objectOf(entity.claims);
  const type = typeOfClaims(itemsOf(claims, 'P31'), new Set(Object.keys(claims)));
  if (filter.types !== null && !filter.types.has(type)) return ok(null);
  const weight = Math.max(1, sitelinks) ** SITELINKS_POWER;
  return ok({
    topic: toTopic(entity.id, title, type, entity, filter),
    aliases: namesOf(entity, title, filter, weight),
    identity: identityOf(claims, countries),
  });
}
