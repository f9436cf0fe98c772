import { fields, type Json, line } from './json-fields.ts';

/** Statements that are read of an item; of the others only that it has them, which tells its type. */
const READ_PROPERTIES = ['P31', 'P17', 'P18', 'P218', 'P297', 'P498', 'P625', 'P1082', 'P1566'];

export interface ReadEntity {
  readonly qid: string;
  /** The item in Wikibase's JSON, without what nobody reads: an item may have a megabyte of statements. */
  readonly json: string;
  /** Title of its Wikipedia article in the language; null when there is none. */
  readonly article: string | null;
  /** Name of its picture on Commons. */
  readonly imageName: string | null;
}

export type EntityAnswer =
  | { readonly kind: 'found'; readonly entity: ReadEntity }
  | { readonly kind: 'missing' }
  | { readonly kind: 'odd' };

function imageNameOf(claims: Json): string | null {
  const statements = Array.isArray(claims.P18) ? claims.P18.map(fields) : [];
  const usable = statements.filter(({ rank }) => rank !== 'deprecated');
  const best = usable.find(({ rank }) => rank === 'preferred') ?? usable[0];
  return line(fields(fields(best?.mainsnak).datavalue).value);
}

function trimmed(entity: Json, claims: Json): Json {
  const { type, id, labels, descriptions, aliases, sitelinks, modified } = entity;
  const names = Object.keys(claims);
  const kept = Object.fromEntries(
    names.map((name) => [name, READ_PROPERTIES.includes(name) ? claims[name] : []]),
  );
  // Addresses and badges of three hundred articles are long; their number and titles are what counts.
  const titles = Object.entries(fields(sitelinks)).map(([site, link]) => [
    site,
    { title: fields(link).title },
  ]);
  return {
    type,
    id,
    labels,
    descriptions,
    aliases,
    sitelinks: Object.fromEntries(titles),
    claims: kept,
    modified,
  };
}

/** Reads an answer of `wbgetentities` about one item; an item that went into another one answers as the other. */
export function readEntity(answer: unknown, language: string): EntityAnswer {
  const { entities } = fields(answer);
  const [first] = Object.values(fields(entities));
  const entity = fields(first);
  if ('missing' in entity) return { kind: 'missing' };
  const { id, type } = entity;
  if (typeof id !== 'string' || !/^Q[1-9]\d*$/.test(id) || type !== 'item') return { kind: 'odd' };
  const claims = fields(entity.claims);
  const site = `${language.replaceAll('-', '_')}wiki`;
  return {
    kind: 'found',
    entity: {
      qid: id,
      json: JSON.stringify(trimmed(entity, claims)),
      article: line(fields(fields(entity.sitelinks)[site]).title),
      imageName: imageNameOf(claims),
    },
  };
}
