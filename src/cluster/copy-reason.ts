import type { CopyExtent, CopyKind, CopyReason, OriginGround } from '../core/story.ts';
import { isAgencyOutlet } from './agency-outlet.ts';
import { type CopyIndex, type IndexedText, MIN_CONTAINMENT } from './copy-index.ts';
import { type OutletFacts, sharedOwner } from './same-owner.ts';
import { DAY_MS } from './settings.ts';

/** What is known of outlets, by id. */
export type OutletCatalogue = ReadonlyMap<string, OutletFacts>;

/** A text that lies in the other to this share is in it as a whole: a cut of a paragraph or two takes more away. */
const WHOLE = 0.85;

/**
 * Whether a text is an agency's own print of what the group repeats: the credited agency's, or any agency's where no
 * credit names another.
 */
export function isAgencyText(
  text: IndexedText,
  credits: ReadonlySet<string>,
  outlets: OutletCatalogue,
): boolean {
  if (credits.size > 0) return [...credits].some((agency) => isAgencyOutlet(text.outletId, agency));
  return outlets.get(text.outletId)?.kind === 'agency';
}

/** A credit on either side makes it agency text, since the words are the same; two different credits do not. */
function isWireCopy(copy: IndexedText, origin: IndexedText, outlets: OutletCatalogue): boolean {
  const credit = copy.wireCredit ?? origin.wireCredit;
  if (credit === null) return outlets.get(origin.outletId)?.kind === 'agency';
  const agreed = origin.wireCredit === null || origin.wireCredit === credit;
  return agreed || isAgencyOutlet(origin.outletId, credit);
}

/** What a copy is called: by one outlet an update, by an agency's credit a wire copy, by one owner a sister's text. */
export function copyKind(copy: IndexedText, origin: IndexedText, outlets: OutletCatalogue): CopyKind {
  if (copy.outletId === origin.outletId) {
    return copy.publishedAt >= origin.publishedAt ? 'update' : 'near-duplicate';
  }
  if (isWireCopy(copy, origin, outlets)) return 'wire-copy';
  const owner = sharedOwner(outlets.get(origin.outletId), outlets.get(copy.outletId));
  return owner === null ? 'near-duplicate' : 'sister';
}

/** Why `copy` is a copy and `origin` its origin, given all texts of the group that `origin` was chosen from. */
export function copyReason(
  copy: IndexedText,
  origin: IndexedText,
  ground: OriginGround,
  { outlets, index }: { readonly outlets: OutletCatalogue; readonly index: CopyIndex },
): CopyReason {
  const jaccard = index.jaccard(copy, origin);
  const containment = index.containment(copy, origin);
  return {
    origin: ground,
    agency: isWireCopy(copy, origin, outlets) ? (copy.wireCredit ?? origin.wireCredit) : null,
    owner: sharedOwner(outlets.get(origin.outletId), outlets.get(copy.outletId)),
    extent: copyExtent(copy, origin, { jaccard, containment }),
    containment: Math.round(containment * 100) / 100,
  };
}

function copyExtent(
  copy: IndexedText,
  origin: IndexedText,
  { jaccard, containment }: { readonly jaccard: number; readonly containment: number },
): CopyExtent {
  if (containment < MIN_CONTAINMENT) return 'rewritten';
  const shared = (jaccard * (copy.shingles + origin.shingles)) / (1 + jaccard);
  if (shared >= WHOLE * Math.max(copy.shingles, origin.shingles)) return 'whole';
  return copy.shingles < origin.shingles ? 'cut' : 'extended';
}

/**
 * Whether `origin` was published before `copy` as far as the times tell: one at midnight stands for its whole day.
 */
export function isEarlier(origin: IndexedText, copy: IndexedText): boolean {
  const isDay = [origin, copy].some(({ publishedAt }) => publishedAt % DAY_MS === 0);
  const unit = isDay ? DAY_MS : 1;
  return Math.floor(origin.publishedAt / unit) < Math.floor(copy.publishedAt / unit);
}
