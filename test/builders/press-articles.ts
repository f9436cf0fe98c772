import type { ArticlePassages } from '../../src/core/library.ts';
import type { Outlet } from '../../src/core/outlet.ts';
import type { Span } from '../../src/core/span.ts';
import type { PressText } from './press-texts.ts';

function outlet(
  id: string,
  name: string,
  country: string,
  kind: Outlet['kind'],
  owner: string | null = null,
): Outlet {
  return { id, name, homeUrl: `https://${id}/`, country, language: 'en', kind, owner };
}

export const OUTLETS: readonly Outlet[] = [
  outlet('north-wire.example', 'North Wire', 'DE', 'agency', 'cooperative of newspapers'),
  outlet('halvik-times.example', 'Halvik Times', 'NO', 'newspaper', 'Aune family'),
  outlet('atlantic-ledger.example', 'The Atlantic Ledger', 'GB', 'newspaper', 'Ledger Trust'),
  outlet('port-and-trade.example', 'Port & Trade', 'NL', 'business'),
  outlet('daily-beacon.example', 'Daily Beacon', 'US', 'tabloid', 'Beacon Media Inc.'),
  outlet('radio-maren.example', 'Radio Maren', 'NO', 'broadcaster', 'public foundation'),
  outlet('channel-one.example', 'Channel One', 'RU', 'state', 'ministry of information'),
  outlet('pulse.example', 'Pulse', 'GB', 'digital'),
  outlet('inland-post.example', 'Inland Post', 'NO', 'newspaper'),
];

/** Joins the blocks with line breaks and notes where each sentence lies. */
function layOut(blocks: PressText['blocks']): { text: string; sentences: Span[] } {
  const sentences: Span[] = [];
  let text = '';
  for (const block of blocks) {
    if (text !== '') text += '\n';
    block.forEach((sentence, index) => {
      if (index > 0) text += ' ';
      sentences.push({ start: text.length, end: text.length + sentence.length });
      text += sentence;
    });
  }
  return { text, sentences };
}

/** An article with its sentence boundaries, as the library hands it out. */
export function buildArticle(press: PressText, storySlug: string): ArticlePassages {
  const { text, sentences } = layOut(press.blocks);
  const found = OUTLETS.find((candidate) => candidate.id === press.outletId);
  if (found === undefined) throw new Error(`no outlet ${press.outletId}`);
  return {
    text,
    sentences,
    article: {
      id: press.id,
      url: `https://${press.outletId}/news/${press.id}`,
      outletId: press.outletId,
      outlet: found,
      title: press.title,
      byline: press.byline ?? null,
      publishedAt: Date.parse(press.at),
      datePrecision: press.at.endsWith('T00:00:00Z') ? 'day' : 'minute',
      language: 'en',
      imageUrl: null,
      origin: 'page',
      truncated: false,
      warnings: [],
      words: text.split(/\s+/).length,
      storySlug,
      recurring: null,
      copyOf: press.copyOf ?? null,
      copyKind: press.copyKind ?? null,
      copyReason:
        press.copyOf === undefined
          ? null
          : { origin: 'agency', agency: 'north wire', owner: null, extent: 'cut', containment: 0.91 },
      originName: press.copyOf === undefined ? null : 'North Wire',
    },
  };
}
