import type { HeadlineAngle } from '../../core/briefing.ts';
import { stem } from '../../nlp/stem.ts';
import { STOP_WORDS } from '../../nlp/stop-words.ts';
import { tokenise } from '../../nlp/tokens.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import { contentStems } from '../sentence-words.ts';
import { cleanHeadline } from './headline.ts';

/** A word stands in the common core when this share of the independent outlets' headlines have it. */
const CORE_SHARE = 0.5;
const MAX_WORDS = 5;

/** Stems of the headlines of each outlet that wrote its own text. */
function headlineStems(index: StoryIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const byOutlet = new Map<string, Set<string>>();
  for (const { source, isCopy } of index.articles) {
    if (isCopy) continue;
    const stems = byOutlet.get(source.outlet.id) ?? new Set<string>();
    for (const one of contentStems(cleanHeadline(source.article.title, source.outlet.name))) stems.add(one);
    byOutlet.set(source.outlet.id, stems);
  }
  return byOutlet;
}

/**
 * What one outlet's headline shares with the common core of the headlines and what it has to itself, in words as it
 * writes them. With fewer than three outlets there is no core: both lists are empty.
 */
export function headlineAngle(index: StoryIndex, outletId: string, headline: string): HeadlineAngle {
  const byOutlet = headlineStems(index);
  if (byOutlet.size < 3) return { shared: [], own: [] };
  const others = [...byOutlet].filter(([id]) => id !== outletId).map(([, stems]) => stems);
  const shared: string[] = [];
  const own: { text: string; end: number }[] = [];
  const seen = new Set<string>();
  for (const { text, norm, start, end } of tokenise(headline)) {
    const stemmed = stem(norm);
    if (norm.length < 2 || STOP_WORDS.has(norm) || seen.has(stemmed)) continue;
    seen.add(stemmed);
    const having = others.filter((stems) => stems.has(stemmed)).length;
    const last = own.at(-1);
    if (having > 0) {
      if (having + 1 >= CORE_SHARE * byOutlet.size) shared.push(text.replace(/['’]s?$/, ''));
    } else if (last !== undefined && /^\s$/.test(headline.slice(last.end, start))) {
      own[own.length - 1] = { text: `${last.text} ${text}`, end };
    } else own.push({ text, end });
  }
  const ownWords = own.map(({ text }) => text.replace(/['’]s?$/, ''));
  return { shared: shared.slice(0, MAX_WORDS), own: ownWords.slice(0, MAX_WORDS) };
}
