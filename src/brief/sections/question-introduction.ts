import type { Statement } from '../../core/briefing.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { stem } from '../../nlp/stem.ts';
import type { StorySentence } from '../ledger/story-sentence.ts';
import { isPlainReport } from '../sentence-quality.ts';
import { showClaim } from '../statement.ts';
import type { AnswerSource, Draft } from './question-claims.ts';

/** How near the start of its sentence the name of a person stands who the sentence is about. */
const SUBJECT_WITHIN = 40;

function isAbout(sentence: StorySentence, about: NonNullable<Draft['about']>): boolean {
  if (sentence.quality < 0.7 || sentence.mostlyQuote) return false;
  if (sentence.isOpinion || sentence.loadedWords > 0 || !isPlainReport(sentence.text)) return false;
  if (!about.isPerson) return sentence.stems.has(stem(about.words));
  const key = normaliseName(about.words).split(' ').at(-1) ?? '';
  if (!sentence.names.includes(key)) return false;
  const at = sentence.text.toLowerCase().indexOf(key);
  return at >= 0 && at <= SUBJECT_WITHIN;
}

/** A sentence that the page does not show yet, about the same, to lead into the question; null when none is left. */
export function introduce(source: AnswerSource, { about, answer }: Draft): Statement | null {
  if (about === null) return null;
  const answerPage = source.storyPage.subpage();
  for (const statement of answer) answerPage.take(statement);
  for (const group of source.claims) {
    const { role } = group.claim;
    if (role !== 'main' && role !== 'current-context' && role !== 'consequence') continue;
    const statement = showClaim(
      source.index,
      source.storyPage,
      group,
      (sentence) => isAbout(sentence, about) && !answerPage.shows(sentence.text),
    );
    if (statement !== null) return statement;
  }
  return null;
}
