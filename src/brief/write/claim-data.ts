import type { ClaimRole, WritableClaim } from '../../core/written.ts';

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Names are told with the newest of what their bearers are called; more would be the ledger of another story. */
const ROLES_TOLD = 4;

function rolesTold(roles: readonly ClaimRole[]): object[] {
  return [...roles]
    .sort((a, b) => b.asOf - a.asOf)
    .slice(0, ROLES_TOLD)
    .map(({ name, text, tense, asOf }) => ({ name, role: text, tense, asOf: isoDay(asOf) }));
}

function unlessEmpty<T>(name: string, list: readonly T[]): Readonly<Record<string, readonly T[]>> {
  return list.length === 0 ? {} : { [name]: list };
}

/**
 * A claim as a model reads it: whole, and nothing of its article beyond it. `withOther` adds how another article puts the same,
 * which helps to tell what all say from what one says.
 */
export function claimData(claim: WritableClaim, withOther: boolean): object {
  const { number, text, kind, holder, outlets, asOf, figures, quotes, dates, roles, passages } = claim;
  const other = passages.find((passage) => passage.articleId !== passages[0].articleId);
  const written = [...new Set(figures.map((figure) => figure.text))];
  return {
    n: number,
    says: text,
    kind,
    ...(holder === null ? {} : { holder }),
    outlets: outlets.map(({ name }) => name),
    published: isoDay(asOf),
    ...unlessEmpty('figures', written),
    ...unlessEmpty(
      'quotes',
      quotes.map(({ text: words, speaker }) => ({ words, speaker })),
    ),
    ...unlessEmpty(
      'dates',
      dates.map(({ text: words, date }) => ({ words, date })),
    ),
    ...unlessEmpty('roles', rolesTold(roles)),
    ...(withOther && other !== undefined ? { alsoSaid: other.text.replace(/\s+/g, ' ') } : {}),
  };
}
