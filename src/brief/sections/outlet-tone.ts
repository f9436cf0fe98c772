import type { Tone } from '../../core/annotation.ts';
import type { OutletTone } from '../../core/briefing.ts';
import type { Citation, Citations } from '../../core/ledger.ts';
import type { StoryArticle } from '../ledger/story-sentence.ts';

/**
 * Weaker tones are not shown. Read by eye on 400 draws (some twice) of stream-2018, 2026-11-24: of the eleven tones beyond it
 * eight were right, and a wrong one does an outlet wrong.
 */
const MIN_VALUE = 0.2;
const MAX_TONES = 3;
const MAX_CITATIONS = 3;

function citationsOf({ source }: StoryArticle, tone: Tone): Citations | null {
  const { article, annotation } = source;
  const citations = tone.sentences.flatMap((index): Citation[] => {
    const sentence = annotation.sentences[index];
    if (sentence === undefined) return [];
    const { start, end } = sentence;
    const isSound = start >= 0 && start < end && end <= article.text.length;
    return isSound ? [{ articleId: article.id, start, end }] : [];
  });
  const [first, ...others] = citations.slice(0, MAX_CITATIONS);
  return first === undefined ? null : [first, ...others];
}

/** The strong tones of one article, with the key of whom they are towards. */
function tonesOf(article: StoryArticle): { key: string; tone: OutletTone }[] {
  const { entities, tone } = article.source.annotation;
  return tone.flatMap((one) => {
    const name = entities[one.entity]?.name;
    const citations = citationsOf(article, one);
    // Not `<`: a value that is no number is not shown either.
    if (name === undefined || citations === null || !(Math.abs(one.value) >= MIN_VALUE)) return [];
    const direction = one.value < 0 ? 'critical' : 'favourable';
    return [
      {
        key: article.entityKeys[one.entity] ?? name,
        tone: {
          name,
          direction,
          citations,
          ...(one.judgedBy === undefined ? {} : { judgedBy: one.judgedBy }),
        },
      },
    ];
  });
}

/**
 * The tone of an outlet's own words towards people and bodies: strong cases only, each with the sentences that carry it.
 * Where two of its articles go opposite ways there is none.
 */
export function outletTone(own: readonly StoryArticle[]): OutletTone[] {
  const byName = new Map<string, OutletTone | null>();
  for (const { key, tone } of own.flatMap(tonesOf)) {
    const known = byName.get(key);
    if (known === undefined) byName.set(key, tone);
    else if (known?.direction !== tone.direction) byName.set(key, null);
  }
  return [...byName.values()].filter((tone) => tone !== null).slice(0, MAX_TONES);
}
