import { formatDay } from '../format/time.ts';
import { counted, listed } from '../format/words.ts';
import { escapeXml, xmlText } from '../format/xml-text.ts';
import { type Measure, wrapText } from './wrap-lines.ts';

/** What the picture of a story says. */
export interface ShareCard {
  readonly siteName: string;
  readonly headline: string;
  readonly independentOutlets: number;
  readonly countries: number;
  readonly outletNames: readonly string[];
  /** Publication time of the newest article, milliseconds. */
  readonly asOf: number;
}

/** Size that Open Graph readers show without cutting, pixels. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;
export const SHARE_FONT = 'Source Serif 4';

const MARGIN = 80;
const LINE = 1.16;
const HEADLINE_SIZES = [
  [72, 4],
  [60, 5],
  [50, 5],
] as const;
/** Scripts that the packaged font has letters for; a text in another would be a row of boxes. */
const DRAWN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether every letter of a text can be drawn. Pictographs cannot. */
function canBeDrawn(text: string): boolean {
  return DRAWN.test(text) && !/\p{Extended_Pictographic}/u.test(text);
}

interface Words {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly fill: string;
}

function words(text: string, { x, y, size, weight, fill }: Words): string {
  return `<text x="${x}" y="${y}" font-family="${SHARE_FONT}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`;
}

/** A text that fits one line of the card, cut where it does not. */
function oneLine(text: string, size: number, measure: Measure): string {
  const box = { width: SHARE_SIZE.width - 2 * MARGIN, sizes: [[size, 1]] as const };
  return wrapText(text, box, measure).lines[0] ?? '';
}

/**
 * The picture of a story as SVG, in the colours of the light page: headline, how many outlets report it, which, and as of when. A
 * headline that cannot be drawn is left out.
 */
export function shareCardSvg(card: ShareCard, measure: Measure): string {
  const { width, height } = SHARE_SIZE;
  const headline = xmlText(card.headline);
  const countries = card.countries > 1 ? ` of ${counted(card.countries, 'country', 'countries')}` : '';
  const coverage = `${counted(card.independentOutlets, 'independent outlet')}${countries} · ${formatDay(card.asOf)}`;
  const shown = canBeDrawn(headline) ? headline : 'One story, every outlet, each sentence with its source';
  const box = { width: width - 2 * MARGIN, sizes: HEADLINE_SIZES };
  const { size, lines } = wrapText(shown, box, measure);
  const names = listed(card.outletNames.map(xmlText).filter(canBeDrawn), 5);
  const siteName = canBeDrawn(xmlText(card.siteName)) ? xmlText(card.siteName) : '';
  const top = 190;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fcfbf8"/>`,
    `<rect width="${width}" height="14" fill="#1b1a18"/>`,
    words(siteName, { x: MARGIN, y: 96, size: 34, weight: 600, fill: '#0f5a5f' }),
    ...lines.map((line, index) =>
      words(line, { x: MARGIN, y: top + index * size * LINE, size, weight: 600, fill: '#1b1a18' }),
    ),
    `<rect x="${MARGIN}" y="510" width="${width - 2 * MARGIN}" height="2" fill="#d9d4c9"/>`,
    words(oneLine(coverage, 30, measure), { x: MARGIN, y: 558, size: 30, weight: 600, fill: '#1b1a18' }),
    words(oneLine(names, 26, measure), { x: MARGIN, y: 598, size: 26, weight: 400, fill: '#5f5b54' }),
    '</svg>',
  ].join('');
}
