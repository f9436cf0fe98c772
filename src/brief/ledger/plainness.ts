import type { OutletKind } from '../../core/outlet.ts';
import type { StoryIndex, StorySentence } from './story-sentence.ts';

/**
 * How plainly outlets of a kind put things, as a choice of whose words tell what several report: an agency writes for
 * papers of every colour, a tabloid to excite, a state's outlet for the state. Chosen, not tuned; it decides between
 * wordings of one claim and says nothing about which claims are true. Unknown kinds count as newspapers.
 */
const PLAINNESS: Readonly<Record<OutletKind, number>> = {
  agency: 0.3,
  newspaper: 0,
  broadcaster: 0,
  business: 0,
  digital: 0,
  magazine: -0.1,
  tabloid: -0.5,
  state: -0.5,
};
const LOADED_WORD = -0.2;
const MOST_LOADED_WORDS = 2;

export function plainness(index: StoryIndex, sentence: StorySentence): number {
  const kind = index.articles[sentence.article]?.source.outlet.kind ?? 'newspaper';
  return PLAINNESS[kind] + LOADED_WORD * Math.min(MOST_LOADED_WORDS, sentence.loadedWords);
}
