import type { Sentence } from '../../core/annotation.ts';
import { type Span, spansOverlap } from '../../core/span.ts';
import { stem } from '../../nlp/stem.ts';
import { STOP_WORDS } from '../../nlp/stop-words.ts';
import type { Token } from '../../nlp/tokens.ts';

/** A word that an outlet chose, with its span in the article. */
export interface WordChoice extends Span {
  readonly stem: string;
  readonly text: string;
  /** The stem of the word after it: two words before the same one stand in the same place of a phrase; null where none says anything. */
  readonly before: string | null;
}

const PLAIN_WORD = /^\p{Ll}[\p{Ll}-]{2,}$/u;

function stemAfter(tokens: readonly Token[], position: number): string | null {
  const norm = tokens[position + 1]?.norm;
  return norm === undefined || STOP_WORDS.has(norm) || /\d/.test(norm) ? null : stem(norm);
}

/**
 * Words of a sentence that its outlet chose: those outside `taken`, the names and the words between anybody's quotation
 * marks that overlap the sentence.
 */
export function wordChoices(
  tokens: readonly Token[],
  sentence: Pick<Sentence, 'start'>,
  taken: readonly Span[],
): WordChoice[] {
  const choices: WordChoice[] = [];
  tokens.forEach(({ text, norm, start, end }, i) => {
    if (!PLAIN_WORD.test(text) || STOP_WORDS.has(norm)) return;
    const span = { start: sentence.start + start, end: sentence.start + end };
    if (taken.some((one) => spansOverlap(one, span))) return;
    choices.push({ stem: stem(norm), text, before: stemAfter(tokens, i), ...span });
  });
  return choices;
}
