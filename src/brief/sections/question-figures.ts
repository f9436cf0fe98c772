import type { Statement } from '../../core/briefing.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { isCasualtyClass } from '../ledger/figure-class.ts';
import type { FigureSource } from '../ledger/figure-source.ts';
import type { StorySentence } from '../ledger/story-sentence.ts';
import { ANSWER_STATEMENTS, type AnswerSource, answerFrom, type Draft } from './question-claims.ts';

const CASUALTY_QUESTIONS: Readonly<Record<string, string>> = {
  killed: 'How many people were killed?',
  injured: 'How many people were injured?',
  missing: 'How many people are missing?',
  arrested: 'How many people were arrested?',
  displaced: 'How many people were displaced?',
};

function worth(sentence: StorySentence): number {
  return sentence.quality + sentence.centrality;
}

/** Reports of a figure, the newest first, each value once. */
function newestReports(source: AnswerSource, sources: readonly FigureSource[]): Statement[] {
  const latest = new Map<number, FigureSource>();
  for (const report of sources) {
    const known = latest.get(report.figure.value);
    if (known === undefined || worth(report.sentence) >= worth(known.sentence))
      latest.set(report.figure.value, report);
  }
  const order = new Map(
    [...latest.values()].map(({ sentence, report }) => [sentence.id, report.publishedAt] as const),
  );
  const newest = (group: ClaimGroup): number =>
    Math.max(0, ...group.sentences.map((sentence) => order.get(sentence.id) ?? 0));
  const claims = source.claims
    .filter((group) => newest(group) > 0)
    .sort((a, b) => newest(b) - newest(a) || (a.claim.id < b.claim.id ? -1 : 1));
  return answerFrom({ ...source, claims }, (sentence) => order.has(sentence.id), ANSWER_STATEMENTS);
}

/** "How many people were killed?", by the newest reports of figures that two outlets have. */
export function howMany(source: AnswerSource, working: WorkingLedger): Draft[] {
  const drafts: Draft[] = [];
  const asked = new Set<string>();
  for (const { name, sources, entry } of working.figures) {
    if (name === null || asked.has(name) || !isCasualtyClass(name)) continue;
    const outlets = new Set(entry.reports.map((report) => report.outletId)).size;
    if (outlets < Math.min(2, source.index.independentOutlets.length)) continue;
    asked.add(name);
    const answer = newestReports(source, sources);
    const question = CASUALTY_QUESTIONS[name];
    if (answer.length > 0 && question !== undefined) drafts.push({ question, answer, about: null });
  }
  return drafts.slice(0, 2);
}
