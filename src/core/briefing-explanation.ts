import type { DiscourseRole } from './annotation.ts';
import type { SectionName } from './briefing.ts';

/** What became of a claim that a section considered, or did not come to (`next`). */
export type Verdict =
  | 'shown'
  | 'said-already'
  | 'beyond-quotation-budget'
  | 'not-fit-to-be-read-alone'
  | 'not-of-this-rule'
  | 'next';

/** A rule of a section by which it chooses. */
export interface ChoiceRule {
  readonly section: SectionName | null;
  readonly rule: string;
}

/** One claim as a section judged it, with the values that its score is made of. */
export interface Choice {
  /** The statement as shown, or the sentence that was passed over. */
  readonly text: string;
  readonly verdict: Verdict;
  /** Place in the rule's ranking, from 1; null where the rule takes what it finds in order. */
  readonly place: number | null;
  /** The score that gave it its place; comparable within one rule only. */
  readonly score: number | null;
  /** Null for words that are no claim, such as a description. */
  readonly factors: {
    /** Independent outlets that carry it. */
    readonly outlets: readonly string[];
    /** Nearness to what the story is about, 0 to 1. */
    readonly centrality: number;
    readonly role: DiscourseRole;
    /** Time of the first report, milliseconds. */
    readonly firstAt: number;
    /** How well the wording can be read alone, 0 to 1. */
    readonly form: number;
  } | null;
}

/** Why a briefing shows what it shows, rule by rule in the order in which sentences were given out. */
export interface BriefingExplanation {
  readonly storyId: string;
  readonly slug: string;
  readonly headline: string;
  /** Outlets that wrote text of their own. */
  readonly independentOutlets: readonly string[];
  readonly rules: readonly {
    readonly rule: ChoiceRule;
    readonly chosen: readonly Choice[];
    /** Refused ones with the reason, then those that came next. */
    readonly passed: readonly Choice[];
  }[];
}
