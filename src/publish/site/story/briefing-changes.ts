import type { Briefing, Statement } from '../../../core/briefing.ts';

/** What a reader of the older version has missed. */
export interface BriefingChanges {
  /** The former headline, when it has changed. */
  readonly formerHeadline: string | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly articles: number;
}

/** Sentences of the reading part of a page, in order, each once. */
function sentencesOfBriefing({ sections }: Briefing): ReadonlySet<string> {
  const { papersSay } = sections;
  const statements: readonly Statement[] = [
    ...sections.whatHappened,
    ...sections.behindTheHeadline.flatMap((group) => group.statements),
    ...papersSay.agreement,
    ...papersSay.differences.flatMap(({ sides }) => sides.map((side) => side.statement)),
    ...sections.howWeGotHere.map((entry) => entry.statement),
  ];
  return new Set(statements.map((statement) => statement.text));
}

/** Compares two versions of one story by their sentences. */
export function briefingChanges(older: Briefing, newer: Briefing): BriefingChanges {
  const before = sentencesOfBriefing(older);
  const after = sentencesOfBriefing(newer);
  return {
    formerHeadline: older.headline === newer.headline ? null : older.headline,
    added: [...after].filter((text) => !before.has(text)),
    removed: [...before].filter((text) => !after.has(text)),
    articles: newer.counts.articles - older.counts.articles,
  };
}
