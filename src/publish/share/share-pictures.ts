import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import { contentHash } from '../../core/hash.ts';
import { tooBusy } from '../errors.ts';
import { SHARE_FONT, type ShareCard, shareCardSvg } from './share-card.ts';
import type { Measure } from './wrap-lines.ts';

/** Draws the pictures that other sites show beside a link to a story. */
export interface SharePictures {
  /** PNG of SHARE_SIZE. @throws AppError `web/busy` when too many are waiting */
  png(card: ShareCard): Promise<Uint8Array>;
}

/** Pictures kept in memory: about 40 kB each. */
const KEPT = 200;
const WAITING = 40;
const FONT_FILES = ['400Regular/SourceSerif4_400Regular.ttf', '600SemiBold/SourceSerif4_600SemiBold.ttf'];
/** Size at which words are measured. */
const MEASURED = 100;

/**
 * Opens the rasteriser (resvg, native code that comes built for the usual platforms) with the packaged fonts and no others, so that
 * a picture is the same on every machine. Null where there is no build for the platform: pages then name no picture.
 */
export async function openSharePictures(): Promise<SharePictures | null> {
  try {
    const { Resvg, renderAsync } = await import('@resvg/resvg-js');
    const fontFiles = FONT_FILES.map((file) =>
      fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-serif-4/${file}`)),
    );
    const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: SHARE_FONT };
    const measure: Measure = (text) => {
      const escaped = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-family="${SHARE_FONT}" font-weight="600" font-size="${MEASURED}">${escaped}</text></svg>`;
      return (new Resvg(svg, { font }).getBBox()?.width ?? 0) / MEASURED;
    };
    return keepPictures(measure, async (svg) => (await renderAsync(svg, { font })).asPng());
  } catch {
    return null;
  }
}

/** One at a time, each once: a picture is known by what is on it. */
function keepPictures(measure: Measure, render: (svg: string) => Promise<Uint8Array>): SharePictures {
  const kept = new Map<string, Promise<Uint8Array>>();
  const queue = new PQueue({ concurrency: 1 });
  return {
    png(card) {
      const key = contentHash(JSON.stringify(card));
      const known = kept.get(key);
      if (known !== undefined) return known;
      if (queue.size >= WAITING)
        throw tooBusy('Too many pictures are being drawn. Please try again in a minute.');
      const drawn = queue.add(() => render(shareCardSvg(card, measure)));
      kept.set(key, drawn);
      drawn.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return drawn;
    },
  };
}
