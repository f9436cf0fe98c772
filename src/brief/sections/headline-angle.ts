import type { HeadlineAngle } from '../../core/briefing.ts';
import { stem } from '../../nlp/stem.ts';
import { STOP_WORDS } from '../../nlp/stop-words.ts';
import { tokenise } from '../../nlp/tokens.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import { contentStems } from '../sentence-words.ts';
import { cleanHeadline } from './headline.ts';

/** A word stands in the common core when more than this share of the independent outlets' headlines have it. */
const CORE_SHARE = 0.5;
const MAX_WORDS = 5;
/** What kind of piece it is, and no word about the story. */
const LABEL = /^\W*(?:opinion|analysis|editorial|op-ed|column|commentary|perspective|letters?|review)\b\W+/i;

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

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly stem: string;
}

/** The words of a headline that say something, each once, without a label such as "Opinion:". */
function tellingWords(headline: string): Word[] {
  const label = LABEL.exec(headline)?.[0].length ?? 0;
  const words = new Map<string, Word>();
  for (const { text, norm, start, end } of tokenise(headline)) {
    const stemmed = stem(norm);
    if (start < label || norm.length < 2 || STOP_WORDS.has(norm) || words.has(stemmed)) continue;
    words.set(stemmed, { text, start, end, stem: stemmed });
  }
  return [...words.values()];
}

function withoutGenitive(text: string): string {
  return text.replace(/['’]s?$/, '');
}

/** Words side by side as one phrase. */
function phrases(headline: string, words: readonly Word[]): string[] {
  const runs: { text: string; end: number }[] = [];
  for (const { text, start, end } of words) {
    const last = runs.at(-1);
    if (last !== undefined && /^\s$/.test(headline.slice(last.end, start)))
      runs[runs.length - 1] = { text: `${last.text} ${text}`, end };
    else runs.push({ text, end });
  }
  return runs.map(({ text }) => withoutGenitive(text));
}

/**
 * Tells what one outlet's headline shares with the common core of the headlines and what it has to itself, in words as
 * it writes them. With fewer than three outlets there is no core: both lists are empty.
 */
export function createHeadlineAngle(
  index: StoryIndex,
): (outletId: string, headline: string) => HeadlineAngle {
  const byOutlet = headlineStems(index);
  return (outletId, headline) => {
    if (byOutlet.size < 3) return { shared: [], own: [] };
    const others = [...byOutlet].filter(([id]) => id !== outletId).map(([, stems]) => stems);
    const having = ({ stem: own }: Word): number => others.filter((stems) => stems.has(own)).length;
    const words = tellingWords(headline);
    const shared = words.filter((word) => having(word) + 1 > CORE_SHARE * byOutlet.size && having(word) > 0);
    const own = phrases(
      headline,
      words.filter((word) => having(word) === 0),
    );
    return {
      shared: shared.map(({ text }) => withoutGenitive(text)).slice(0, MAX_WORDS),
      own: own.slice(0, MAX_WORDS),
    };
  };
}
