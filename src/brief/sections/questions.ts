import type { Question, Statement } from '../../core/briefing.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { stem } from '../../nlp/stem.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { isCasualtyClass } from '../ledger/figure-class.ts';
import type { FigureSource } from '../ledger/figures.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { contentStems } from '../sentence-words.ts';
import { showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { namesAccidentCause, namesCauseOf } from './cause-cues.ts';
import { byScore, claimScore } from './claim-score.ts';
import { describedStatement } from './description-statement.ts';
import { type AnswerSource, answerFrom } from './question-claims.ts';
import { eventNoun, isAccident, isCentral, isReported, questionSlug } from './question-words.ts';

const MAX_QUESTIONS = 6;
const ANSWER_STATEMENTS = 3;
const MAX_PEOPLE = 2;

interface Draft {
  readonly question: string;
  readonly answer: readonly Statement[];
  /** What an introduction has to be about; null when none is wanted. */
  readonly about: { readonly words: string; readonly isPerson: boolean } | null;
}

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

function howMany(source: AnswerSource, working: WorkingLedger): Draft[] {
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

/** Why it happened; for an accident of which no source names the cause, a question that the sources do not answer. */
function why(source: AnswerSource): Draft[] {
  const noun = eventNoun(source.index);
  if (noun === null) return [];
  const isWhole = (sentence: StorySentence, group: ClaimGroup): boolean =>
    !sentence.insideQuote && group.claim.role !== 'anecdotal';
  const about = { words: noun, isPerson: false };
  if (isAccident(noun)) {
    if (!isReported(source.index, noun)) return [];
    const stems = contentStems(noun);
    const answer = answerFrom(
      source,
      (sentence, group) =>
        isWhole(sentence, group) &&
        namesAccidentCause(sentence.text) &&
        [...stems].some((one) => sentence.stems.has(one)),
      ANSWER_STATEMENTS,
    );
    return [{ question: `What caused the ${noun}?`, answer, about }];
  }
  const answer = answerFrom(
    source,
    (sentence, group) => isWhole(sentence, group) && namesCauseOf(sentence.text, noun),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: `What led to the ${noun}?`, answer, about }];
}

interface CentralPerson {
  readonly key: string;
  readonly name: string;
  readonly mentions: number;
}

function fullestName(names: ReadonlyMap<string, number>): string {
  const sorted = [...names].sort(
    ([a, timesA], [b, timesB]) =>
      b.split(' ').length - a.split(' ').length || timesB - timesA || (a < b ? -1 : 1),
  );
  return sorted[0]?.[0] ?? '';
}

function centralPeople(index: StoryIndex): CentralPerson[] {
  const people = new Map<string, { names: Map<string, number>; mentions: number }>();
  for (const article of index.articles) {
    if (article.isCopy) continue;
    article.source.annotation.entities.forEach((entity, i) => {
      const key = article.entityKeys[i];
      if (entity.type !== 'person' || key === undefined || key === '') return;
      const person = people.get(key) ?? { names: new Map<string, number>(), mentions: 0 };
      person.names.set(entity.name, (person.names.get(entity.name) ?? 0) + entity.mentions);
      person.mentions += entity.mentions;
      people.set(key, person);
    });
  }
  return [...people]
    .map(([key, { names, mentions }]) => ({ key, mentions, name: fullestName(names) }))
    .filter((person) => person.name.includes(' ') && isCentral(index, person.key))
    .sort((a, b) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1));
}

interface Descriptions {
  /** The fullest one with the name beside it. */
  readonly fullest: Statement | null;
  /** Article position and sentence of each. */
  readonly sentences: ReadonlySet<string>;
}

/** What the articles say somebody is; a bare title ("President") says too little to count. */
function descriptionsOf(index: StoryIndex, key: string): Descriptions {
  const sentences = new Set<string>();
  let fullest: Statement | null = null;
  index.articles.forEach((article, position) => {
    for (const description of article.source.annotation.descriptions) {
      if (article.entityKeys[description.entity] !== key || !description.text.includes(' ')) continue;
      sentences.add(`${position} ${description.sentence}`);
      const statement = describedStatement(article, description);
      if (statement !== null && statement.text.length >= (fullest?.text.length ?? 0)) fullest = statement;
    }
  });
  return { fullest, sentences };
}

function whoIs(source: AnswerSource, people: readonly CentralPerson[]): Draft[] {
  const drafts: Draft[] = [];
  for (const person of people) {
    if (drafts.length >= MAX_PEOPLE) break;
    const { fullest, sentences } = descriptionsOf(source.index, person.key);
    if (fullest === null) continue;
    const page = source.storyPage.subpage();
    if (!page.take(fullest)) continue;
    const told = answerFrom(
      source,
      (sentence) => sentences.has(`${sentence.article} ${sentence.sentence}`) && !sentence.insideQuote,
      1,
    ).filter((statement) => page.take(statement));
    const about = { words: person.name, isPerson: true };
    drafts.push({ question: `Who is ${person.name}?`, answer: [fullest, ...told], about });
  }
  return drafts;
}

function speaksAs(sentence: StorySentence, key: string): boolean {
  return sentence.holder !== null && (normaliseName(sentence.holder).split(' ').at(-1) ?? '') === key;
}

function whatSaid(source: AnswerSource, people: readonly CentralPerson[]): Draft[] {
  const drafts: Draft[] = [];
  for (const person of people) {
    if (drafts.length >= MAX_PEOPLE) break;
    const answer = answerFrom(
      source,
      (sentence) => (sentence.speech || sentence.mostlyQuote) && speaksAs(sentence, person.key),
      ANSWER_STATEMENTS,
    );
    if (answer.length >= 2)
      drafts.push({
        question: `What did ${person.name} say?`,
        answer,
        about: { words: person.name, isPerson: true },
      });
  }
  return drafts;
}

function whatNext(source: AnswerSource): Draft[] {
  const answer = answerFrom(
    source,
    (sentence, group) => group.claim.role === 'expectation' && sentence.holder !== null,
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: 'What could happen next?', answer, about: null }];
}

/** How near the start of its sentence the name of a person stands who the sentence is about. */
const SUBJECT_WITHIN = 40;

function isAbout(sentence: StorySentence, about: NonNullable<Draft['about']>): boolean {
  if (sentence.quality < 0.7 || sentence.mostlyQuote) return false;
  if (!about.isPerson) return sentence.stems.has(stem(about.words));
  const key = normaliseName(about.words).split(' ').at(-1) ?? '';
  if (!sentence.names.includes(key)) return false;
  const at = sentence.text.toLowerCase().indexOf(key);
  return at >= 0 && at <= SUBJECT_WITHIN;
}

/** A sentence that the page does not show yet, about the same, to lead into the question; null when none is left. */
function introduce(source: AnswerSource, { about, answer }: Draft): Statement | null {
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

/**
 * Up to six questions that the ledger can answer: how many, what led to it, who somebody is, what they said, what
 * could follow. At most one stays without an answer. Each concerns the story: its words are among the central ones.
 */
export function commonQuestions(index: StoryIndex, working: WorkingLedger, storyPage: StoryPage): Question[] {
  const claims = byScore(working.claims, (group) => claimScore(index, group));
  const source: AnswerSource = { index, claims, storyPage };
  const people = centralPeople(index);
  const drafts = [
    ...howMany(source, working),
    ...why(source),
    ...whatNext(source),
    ...whoIs(source, people),
    ...whatSaid(source, people),
  ].slice(0, MAX_QUESTIONS);
  return drafts.map((draft) => ({
    slug: questionSlug(index.storyId, draft.question),
    question: draft.question,
    intro: introduce(source, draft),
    answer: draft.answer,
  }));
}
