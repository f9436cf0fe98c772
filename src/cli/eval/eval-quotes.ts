import type { Annotation } from '../../core/annotation.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { readGoldQuotes } from './gold-quotes.ts';
import { emptyScores, type QuoteCounts, scoreQuotes } from './quote-scores.ts';

/**
 * Attributions on PolNeAR's dev part (84 articles of seven outlets, 2015–16). What is counted:
 *
 * - The unit is a piece: a contiguous span of content. `"X," he said, "Y."` is one attribution of two pieces in the gold,
 *   and two quotes of ours. A piece is found when a quote's content begins and ends within 5 characters of it, one to
 *   one (as `score.mjs spans --slack 5`); the slack covers the quotation marks, which the gold includes and we do not.
 * - A gold piece is direct when every letter of it stands inside quotation marks, also where another piece of its
 *   attribution does not. `direct.content_f1` sets those against our quotes of kind `direct`: words between quotation
 *   marks that nobody is credited with in the gold count against precision, and so does a direct quote where the gold
 *   has a clause around it.
 * - `direct.speaker` is the share of found direct pieces, out of those whose gold has a source, with the right speaker:
 *   the head word of our speaker is the head of the gold source (or of an apposition in it: "Holm" and "spokesman" of
 *   "Holm, a spokesman for Lund", not "Lund"), or our speaker's entity has a mention that ends in that head. A
 *   pronoun is right when it is the gold's pronoun, or resolved to the entity the gold names. No speaker is a wrong one.
 *   `direct.speaker_precision` leaves out the quotes for which we name none.
 * - `all.content_f1` sets the pieces of all gold attributions (direct, mixed, indirect) against all our quotes; a
 *   quoted fragment inside an indirect quote's clause is a part of that. `mixed.recall` and `indirect.recall` are shares
 *   of the gold pieces of that kind found so.
 * - `cue_f1`: a cue of ours and a gold cue ("has repeatedly said") overlap, one to one; a cue shared by pieces counts once.
 */
export async function evalQuotes(pool: ApplyPool): Promise<Record<string, number>> {
  const scores = emptyScores();
  for (const gold of readGoldQuotes('dev')) {
    const { id, title, text } = gold;
    const input = { id, title, text, publishedAt: 0, language: 'en', byline: null };
    const applied = await pool.apply('annotate', input);
    if (!applied.ok) throw new Error(applied.error.message);
    scoreQuotes(gold, applied.value as Annotation, scores);
  }
  const { direct, all, cues, mixed, indirect, speakers } = scores;
  return {
    'dev.direct.content_f1': f1(direct),
    'dev.direct.content_precision': direct.hits / Math.max(1, direct.predicted),
    'dev.direct.content_recall': direct.hits / Math.max(1, direct.gold),
    'dev.direct.speaker': speakers.hits / Math.max(1, speakers.gold),
    'dev.direct.speaker_precision': speakers.hits / Math.max(1, speakers.predicted),
    'dev.all.content_f1': f1(all),
    'dev.all.content_precision': all.hits / Math.max(1, all.predicted),
    'dev.all.content_recall': all.hits / Math.max(1, all.gold),
    'dev.mixed.recall': mixed.hits / Math.max(1, mixed.gold),
    'dev.indirect.recall': indirect.hits / Math.max(1, indirect.gold),
    'dev.cue_f1': f1(cues),
  };
}

function f1({ hits, gold, predicted }: QuoteCounts): number {
  return (2 * hits) / Math.max(1, gold + predicted);
}
