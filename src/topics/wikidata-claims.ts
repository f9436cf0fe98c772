type Json = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one for anything else. */
export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The text on one line; null when there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replace(/\s+/g, ' ').trim().toWellFormed();
  return text === '' ? null : text;
}

/** Values of the best-ranked statements of a property (Wikibase JSON format): preferred ones, else normal ones. */
function bestValues(claims: Json, property: string): unknown[] {
  const all = Array.isArray(claims[property]) ? (claims[property] as readonly unknown[]).map(objectOf) : [];
  const preferred = all.filter((claim) => claim.rank === 'preferred');
  const best = preferred.length > 0 ? preferred : all.filter((claim) => claim.rank !== 'deprecated');
  return best.flatMap((claim) => {
    const snak = objectOf(claim.mainsnak);
    return snak.snaktype === 'value' ? [objectOf(snak.datavalue).value] : [];
  });
}

/** Ids of the items that a property names. */
export function itemsOf(claims: Json, property: string): string[] {
  return bestValues(claims, property).flatMap((value) => {
    const id = objectOf(value).id;
    return typeof id === 'string' && /^Q[1-9]\d*$/.test(id) ? [id] : [];
  });
}

/** The first text that a property has. */
export function stringOf(claims: Json, property: string): string | null {
  return (
    bestValues(claims, property)
      .map(textOf)
      .find((text) => text !== null) ?? null
  );
}

/** The first quantity that a property has; amounts are written "+1433886". */
export function quantityOf(claims: Json, property: string): number | null {
  const amounts = bestValues(claims, property).map((value) => Number(objectOf(value).amount));
  return amounts.find((amount) => Number.isFinite(amount)) ?? null;
}

/** The first point on the globe that a property has, as latitude and longitude. */
export function pointOf(claims: Json, property: string): readonly [number, number] | null {
  for (const value of bestValues(claims, property)) {
    const { latitude, longitude } = objectOf(value);
    const isPoint = typeof latitude === 'number' && typeof longitude === 'number';
    if (isPoint && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return [latitude, longitude];
  }
  return null;
}
