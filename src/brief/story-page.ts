import type { SectionName, Statement } from '../core/briefing.ts';
import type { ChoiceRule, Verdict } from '../core/briefing-explanation.ts';
import type { Citation } from '../core/ledger.ts';
import { ANY_RULE, type Candidate, type ChoiceLog, NO_LOG, ruleOf } from './choice-log.ts';
import type { QuotationBudget } from './quotation-budget.ts';
import { wordCount } from './sentence-quality.ts';
import { contentStems, isSameSentence, stemOverlap } from './sentence-words.ts';
import { createShownTexts, type RepeatRule, type ShownTexts } from './shown-texts.ts';

/** A sentence that lies almost wholly within one already shown adds nothing. */
const CONTAINED = 0.85;
const CONTAINED_MIN_STEMS = 5;

/** What a page shows so far: no sentence twice, and no more of an article than may be shown. */
export interface StoryPage {
  /** True when a reader of the page has already seen this sentence, or nearly it. */
  shows(text: string): boolean;
  /** True when the passage may still be shown. */
  affords(statement: Statement): boolean;
  /** Puts the statement on the page when it is new and affordable; says whether it did. */
  take(statement: Statement, candidate?: Candidate): boolean;
  /** Puts a part of a sentence on the page, which may also stand elsewhere in full. */
  takePart(statement: Statement, candidate?: Candidate): boolean;
  /** Counts words of an article that are shown without being a statement (a quotation in a list); within a passage that is shown they are free. */
  takeWords(citation: Citation, text: string): boolean;
  /** A page of its own that shares the limits on quotation but may repeat what this one shows. */
  subpage(): StoryPage;
  /** The same page, its choices told to the log as those of a rule of a section. */
  under(section: SectionName, rule: string): StoryPage;
  /** Tells the log in which order a rule tries claims. */
  ranked(ranking: Parameters<ChoiceLog['ranked']>[1]): void;
  /** Tells the log that a wording was passed over before it came to the page. */
  passed(candidate: Candidate, verdict: Verdict): void;
}

/** Stems of the texts that one story's pages are asked about, each worked out once. */
function createStemMemory(): (text: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const stems = known.get(text) ?? contentStems(text);
    known.set(text, stems);
    return stems;
  };
}

function isContained(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return Math.min(a.size, b.size) >= CONTAINED_MIN_STEMS && stemOverlap(a, b).contained >= CONTAINED;
}

/** An empty page. Pages made from it by `subpage` share its limits; `log` hears of all choices. */
export function createStoryPage(budget: QuotationBudget, log: ChoiceLog = NO_LOG): StoryPage {
  return pageWith({ budget, log, stemsOf: createStemMemory(), rule: ANY_RULE, shown: createShownTexts() });
}

interface PageParts {
  readonly budget: QuotationBudget;
  readonly log: ChoiceLog;
  readonly stemsOf: (text: string) => ReadonlySet<string>;
  readonly rule: ChoiceRule;
  /** What the page shows, which grows. */
  readonly shown: ShownTexts;
}

function pageWith(parts: PageParts): StoryPage {
  const { budget, log, stemsOf, rule, shown } = parts;
  const affords = (statement: Statement): boolean =>
    budget.allows(statement.citations[0], wordCount(statement.text));
  const repeats = (text: string, isRepeat: RepeatRule) => shown.hasRepeat(stemsOf(text), isRepeat);
  const put = (statement: Statement, isSaid: boolean, candidate: Candidate | null): boolean => {
    const verdict = isSaid ? 'said-already' : affords(statement) ? 'shown' : 'beyond-quotation-budget';
    log.judged(rule, candidate, statement.text, verdict);
    if (verdict !== 'shown') return false;
    shown.add(stemsOf(statement.text));
    budget.spend(statement.citations[0], wordCount(statement.text));
    return true;
  };
  const shows = (text: string): boolean => repeats(text, (a, b) => isSameSentence(a, b) || isContained(a, b));
  return {
    shows,
    affords,
    take: (statement, candidate) => put(statement, shows(statement.text), candidate ?? null),
    takePart: (statement, candidate) =>
      put(statement, repeats(statement.text, isSameSentence), candidate ?? null),
    takeWords(citation, text) {
      if (budget.shows(citation)) return true;
      if (!budget.allows(citation, wordCount(text))) return false;
      budget.spend(citation, wordCount(text));
      return true;
    },
    subpage: () => pageWith({ ...parts, shown: createShownTexts() }),
    under: (section, name) => pageWith({ ...parts, rule: ruleOf(section, name) }),
    ranked: (ranking) => log.ranked(rule, ranking),
    passed: (candidate, verdict) => log.judged(rule, candidate, candidate.sentence.text, verdict),
  };
}
