import type { ArticleCard } from '../../core/library.ts';
import type { CopyExtent, OriginGround } from '../../core/story.ts';

type Copy = Pick<ArticleCard, 'copyKind' | 'copyReason' | 'originName'>;

const EXTENTS: Readonly<Record<CopyExtent, string | null>> = {
  whole: null,
  cut: 'shortened',
  extended: 'with text of its own added',
  rewritten: 'reworded',
};

/** Why the other text is taken for the origin, where the relation itself does not say it. */
const GROUNDS: Readonly<Record<OriginGround, string | null>> = {
  agency: null,
  earliest: 'which had it earlier',
  stored: 'where it was read first',
  central: 'which is nearest to all prints of it',
  longest: 'which has the longest print of it',
  none: null,
};

/** An agency's normalised name for reading: `Associated Press`, `TASS`. */
export function agencyName(agency: string): string {
  if (/^\p{L}{2,4}$/u.test(agency)) return agency.toUpperCase();
  return agency.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

function relation({ copyKind, copyReason, originName }: Copy): string {
  const other = originName ?? 'an article that is not stored here';
  switch (copyKind) {
    case 'wire-copy': {
      const agency = copyReason?.agency ?? null;
      if (agency === null || copyReason?.origin === 'agency') return `reprints ${other}`;
      return originName === null
        ? `reprints ${agencyName(agency)}`
        : `reprints ${agencyName(agency)}, via ${originName}`;
    }
    case 'sister': {
      const owner = copyReason?.owner;
      return `same text as its sister title ${other}${owner ? ` (both ${owner})` : ''}`;
    }
    case 'update':
      return 'updated version of its own earlier article';
    default: {
      const ground = copyReason === null ? null : GROUNDS[copyReason.origin];
      return ground === null ? `same text as ${other}` : `same text as ${other}, ${ground}`;
    }
  }
}

/** What a copy is, in words: "reprints Reuters, via North Post; shortened, 81 % the same". */
export function copyWords(copy: Copy): string {
  const { copyReason } = copy;
  const extent = copyReason === null ? null : EXTENTS[copyReason.extent];
  if (copyReason === null || extent === null) return relation(copy);
  return `${relation(copy)}; ${extent}, ${Math.round(100 * copyReason.containment)} % the same`;
}
