import type { RankFactors, StandingFigure, StoryStanding } from '../../core/standing.ts';
import { counted, listed } from './words.ts';

/**
 * Why a story stands where it does, in one plain sentence, from the stored factors. Without a place it says what is known
 * of its coverage: an item that recurs has none.
 */
export function explainRank({ place, factors }: StoryStanding): string {
  if (place === null) return 'Not on the front page: an item that its outlet publishes again and again.';
  const reasons = [coverage(factors), pace(factors), figureReason(factors.figure)].filter(
    (reason) => reason !== null,
  );
  const position = `No. ${place.toLocaleString('en-GB')} on the front page`;
  const because = `${position}: ${listed(reasons)}`;
  return factors.heldBack
    ? `${because}; it stands lower than that because ${counted(factors.kinAbove, 'story', 'stories')} of the same event ${factors.kinAbove === 1 ? 'is' : 'are'} above it.`
    : `${because}.`;
}

function coverage({ outlets, owners, countries, kinds }: RankFactors): string {
  if (outlets === 0) return 'only reprints of others’ texts tell it';
  const parts = [counted(outlets, 'independent outlet')];
  if (owners < outlets) parts.push(`of ${counted(owners, 'owner')}`);
  if (countries > 1) parts.push(`in ${counted(countries, 'country', 'countries')}`);
  const verb = outlets === 1 ? 'reports' : 'report';
  return `${parts.join(' ')}${kinds > 1 ? `, of ${counted(kinds, 'kind')},` : ''} ${verb} it`;
}

function pace({ recent, articles, paceHours, quietHours }: RankFactors): string {
  if (recent === articles && articles === 1) return `its article is from the last ${paceHours} hours`;
  if (recent === articles) return `all ${articles} articles are from the last ${paceHours} hours`;
  if (recent > 0)
    return `${recent} of ${articles} articles ${recent === 1 ? 'is' : 'are'} from the last ${paceHours} hours`;
  const quiet =
    quietHours < 48 ? counted(Math.round(quietHours), 'hour') : counted(Math.round(quietHours / 24), 'day');
  return `nothing has been added for ${quiet}`;
}

function figureReason(figure: StandingFigure | null): string | null {
  if (figure === null) return null;
  if (figure.what === 'money') return `${money(figure)} is in question`;
  return `${counted(figure.value, 'person', 'people')} ${figure.value === 1 ? 'is' : 'are'} reported ${figure.what}`;
}

const MONEY_WORDS: readonly (readonly [size: number, word: string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** `US$2.4 billion`; ICU's own long form is "b" in English. */
function money({ value, unit }: StandingFigure): string {
  const [size, word] = MONEY_WORDS.find(([least]) => value >= least) ?? [1, ''];
  const amount = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: unit,
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(value / size);
  return `${amount} ${word}`.trim();
}
