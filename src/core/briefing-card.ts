import type { Briefing, OutletTone } from './briefing.ts';
import type { Citation } from './ledger.ts';

export interface CardTone extends Pick<OutletTone, 'name' | 'direction'> {
  readonly outletId: string;
  readonly citation: Citation;
}

/** What lists show of a briefing: kept beside it, so that a list of a hundred stories does not read a hundred briefings. */
export interface BriefingCard {
  /** First statement of "What's happened". */
  readonly summary: string | null;
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  /** Clear tones of outlets towards somebody, each with the first sentence that carries it. */
  readonly tones: readonly CardTone[];
  /** The outlets that the site's policy leaves out, and what is left; absent without a policy. */
  readonly underPolicy?: Pick<Briefing['counts'], 'articles' | 'independentOutlets' | 'countries'> & {
    readonly hide: readonly string[];
  };
}

export function briefingCard({ sections, counts, policy }: Briefing): BriefingCard {
  const { articles, independentOutlets, countries } = counts;
  return {
    summary: sections.whatHappened[0]?.text ?? null,
    topics: sections.topics.map(({ slug, title }) => ({ slug, title })),
    tones: sections.papersSay.outlets.flatMap(({ outletId, tone }) =>
      (tone ?? []).map(({ name, direction, citations: [citation] }) => ({
        outletId,
        name,
        direction,
        citation,
      })),
    ),
    ...(policy === undefined
      ? {}
      : { underPolicy: { hide: policy.hide, articles, independentOutlets, countries } }),
  };
}
