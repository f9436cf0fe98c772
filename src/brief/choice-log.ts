import type { SectionName } from '../core/briefing.ts';
import type { Choice, ChoiceRule, Verdict } from '../core/briefing-explanation.ts';
import type { ClaimGroup } from './ledger/claims.ts';
import type { StorySentence } from './ledger/story-sentence.ts';

/** A wording of a claim that a section considers. */
export interface Candidate {
  readonly group: ClaimGroup;
  readonly sentence: StorySentence;
}

/** Hears of every choice while a briefing is made; what it hears never changes what is chosen. */
export interface ChoiceLog {
  /** Claims in the order in which the rule tries them. */
  ranked(rule: ChoiceRule, ranking: readonly { readonly group: ClaimGroup; readonly rank: number }[]): void;
  judged(rule: ChoiceRule, candidate: Candidate | null, text: string, verdict: Verdict): void;
}

/** Remembers nothing: for pages that nobody asks about. */
export const NO_LOG: ChoiceLog = { ranked: () => undefined, judged: () => undefined };

/** Where sentences are chosen before any section is named. */
export const ANY_RULE: ChoiceRule = { section: null, rule: '' };

/** Names the rule of a section. */
export function ruleOf(section: SectionName, rule: string): ChoiceRule {
  return { section, rule };
}

/** Claims that a rule ranked and did not come to, kept for what nearly was chosen. */
const NEXT_KEPT = 3;
/** Refused claims kept for each rule, the best ranked first. */
const REFUSED_KEPT = 5;

interface Heard {
  readonly rule: ChoiceRule;
  readonly ranking: Map<
    string,
    { readonly group: ClaimGroup; readonly score: number; readonly place: number }
  >;
  /** The last verdict on each claim, and on each text that belongs to none. */
  readonly choices: Map<string, Choice>;
}

function keyOf(candidate: Candidate | null, text: string): string {
  return candidate?.group.claim.id ?? text;
}

function toChoice(heard: Heard, candidate: Candidate | null, text: string, verdict: Verdict): Choice {
  const ranked = candidate === null ? undefined : heard.ranking.get(candidate.group.claim.id);
  const claim = candidate?.group.claim;
  return {
    text,
    verdict,
    place: ranked === undefined ? null : ranked.place,
    score: ranked === undefined ? null : ranked.score,
    factors:
      claim === undefined || candidate === null
        ? null
        : {
            outlets: claim.outlets,
            centrality: claim.centrality,
            role: claim.role,
            firstAt: claim.firstAt,
            form: candidate.sentence.quality,
          },
  };
}

/** Better verdicts replace worse ones: a claim that one wording is refused for may be shown by the next. */
function replaces(verdict: Verdict, known: Choice | undefined): boolean {
  return (
    known === undefined || (known.verdict !== 'shown' && (verdict === 'shown' || known.verdict === 'next'))
  );
}

function explained({ rule, ranking, choices }: Heard): {
  readonly rule: ChoiceRule;
  readonly chosen: readonly Choice[];
  readonly passed: readonly Choice[];
} {
  const all = [...choices.values()];
  const byPlace = (a: Choice, b: Choice): number => (a.place ?? 0) - (b.place ?? 0);
  const next = [...ranking.values()]
    .filter(({ group }) => !choices.has(group.claim.id))
    .slice(0, NEXT_KEPT)
    .flatMap(({ group }): Choice[] => {
      const sentence = group.wordings[0];
      if (sentence === undefined) return [];
      return [toChoice({ rule, ranking, choices }, { group, sentence }, sentence.text, 'next')];
    });
  return {
    rule,
    chosen: all.filter(({ verdict }) => verdict === 'shown'),
    passed: [
      ...all
        .filter(({ verdict }) => verdict !== 'shown')
        .sort(byPlace)
        .slice(0, REFUSED_KEPT),
      ...next,
    ],
  };
}

/** A log that can tell, rule by rule, what was chosen and what nearly was. */
export function createChoiceLog(): ChoiceLog & { readonly rules: () => ReturnType<typeof explained>[] } {
  const rules = new Map<string, Heard>();
  const heardOf = (rule: ChoiceRule): Heard => {
    const key = `${rule.section} ${rule.rule}`;
    const heard = rules.get(key) ?? { rule, ranking: new Map(), choices: new Map() };
    rules.set(key, heard);
    return heard;
  };
  return {
    ranked(rule, ranking) {
      const heard = heardOf(rule);
      ranking.forEach(({ group, rank }, i) => {
        heard.ranking.set(group.claim.id, { group, score: rank, place: i + 1 });
      });
    },
    judged(rule, candidate, text, verdict) {
      const heard = heardOf(rule);
      const key = keyOf(candidate, text);
      if (replaces(verdict, heard.choices.get(key)))
        heard.choices.set(key, toChoice(heard, candidate, text, verdict));
    },
    rules: () =>
      [...rules.values()].map(explained).filter(({ chosen, passed }) => chosen.length + passed.length > 0),
  };
}
