import type { Question, Statement } from '../../core/briefing.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { stem } from '../../nlp/stem.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { isCasualtyClass } from '../ledger/figure-class.ts';
import type { FigureSource } from '../ledger/figure-source.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { isPlainReport } from '../sentence-quality.ts';
import { contentStems } from '../sentence-words.ts';
import { showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { namesAccidentCause, namesCauseOf, reasonedFor } from './cause-cues.ts';
import { byScore, claimScore } from './claim-score.ts';
import { ANSWER_STATEMENTS, type AnswerSource, answerFrom, type Draft } from './question-claims.ts';
import { bodySaid, centralNames, othersSay, whatIs, whatSaid, whoIs } from './question-names.ts';
import { howItIsSeen, whatIsAtStake, whatIsOpen } from './question-open.ts';
import {
  eventNoun,
  isAccident,
  isBroughtAbout,
  isHeadlined,
  isMoment,
  isOnSubject,
  isReported,
  questionSlug,
} from './question-words.ts';

const MAX_QUESTIONS = 6;
/** Background this near the centre of the story is its own. */
const BACKGROUND_CENTRALITY = 0.4;
/** What went before is asked for by itself: it has to be nearer still. */
const BEFORE_CENTRALITY = 0.45;
/** A forecast further from it than this is of something else. */
const AHEAD_CENTRALITY = 0.15;

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
    if (answer.length === 0 && !isHeadlined(source.index, noun)) return [];
    return [{ question: `What caused the ${noun}?`, answer, about }];
  }
  if (!isBroughtAbout(noun)) return [];
  const answer = answerFrom(
    source,
    (sentence, group) => isWhole(sentence, group) && namesCauseOf(sentence.text, noun),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: `What led to the ${noun}?`, answer, about }];
}

/** What an open future is told with; advice and wishes are none. */
const LIES_AHEAD =
  /\b(?:will|would|could|may|might|expect\w*|plans?|planned|planning|set to|due|scheduled|hop(?:e|es|ing)|vow\w*|pledg\w*|next (?:week|month|year)|(?:is|are) to)\b|['’]ll\b/i;
const ADVICE = /\b(?:should|must|needs? to|ought to|has to|have to)\b/i;
/** A sentence that goes on from the one before. */
const GOES_ON = /^(?:in that case|next|finally|many|that|there|then|first|second|both|another|others?)\b/i;

function liesAhead({ text, isOpinion, centrality }: StorySentence): boolean {
  return (
    !isOpinion &&
    centrality >= AHEAD_CENTRALITY &&
    LIES_AHEAD.test(text) &&
    !ADVICE.test(text) &&
    !GOES_ON.test(text) &&
    isPlainReport(text)
  );
}

/** A day that is set, rather than forecast. */
const IS_SET = /\b(?:scheduled|due|set|slated) (?:to|for)\b/i;

function whatNext(source: AnswerSource): Draft[] {
  const answer = answerFrom(
    source,
    (sentence, group) =>
      (group.claim.role === 'expectation' && sentence.holder !== null && liesAhead(sentence)) ||
      (sentence.role !== 'historical' && !sentence.isDatedEarlier && IS_SET.test(sentence.text)),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: 'What could happen next?', answer, about: null }];
}

/** A day this far from the word for the event is the day of something else. */
const DAY_WITHIN = 40;

/** The day that a sentence names close to the word for the event, in milliseconds; null when it names none. */
function dayOf(index: StoryIndex, sentence: StorySentence, noun: string): number | null {
  const at = sentence.start + sentence.text.toLowerCase().search(new RegExp(`\\b${noun}\\b`));
  if (at < sentence.start) return null;
  const dates = index.articles[sentence.article]?.source.annotation.dates ?? [];
  const day = dates.find(
    (date) =>
      date.start >= sentence.start &&
      date.end <= sentence.end &&
      date.start - (at + noun.length) <= DAY_WITHIN &&
      at - date.end <= DAY_WITHIN &&
      (date.precision === 'day' || date.precision === 'minute') &&
      Number.isFinite(date.at),
  );
  return day?.at ?? null;
}

/** When it was or will be, by sentences that have the word for the event beside a day. */
function when(source: AnswerSource): Draft[] {
  const { index } = source;
  const noun = eventNoun(index);
  if (noun === null || !isMoment(noun)) return [];
  const key = stem(noun);
  const isDated = (sentence: StorySentence): boolean =>
    sentence.stems.has(key) &&
    !sentence.insideQuote &&
    !sentence.mostlyQuote &&
    !sentence.isDatedEarlier &&
    dayOf(index, sentence, noun) !== null;
  const answer = answerFrom(
    source,
    (sentence, { claim }) => (claim.role === 'main' || claim.role === 'consequence') && isDated(sentence),
    2,
  );
  const cited = answer[0]?.citations[0];
  const first = index.sentences.find(
    (sentence) =>
      cited !== undefined &&
      index.articles[sentence.article]?.source.article.id === cited.articleId &&
      sentence.start <= cited.start &&
      cited.end <= sentence.end,
  );
  const at = first === undefined ? null : dayOf(index, first, noun);
  if (at === null) return [];
  const verb = noun === 'talks' ? (at > index.asOf ? 'are' : 'were') : at > index.asOf ? 'is' : 'was';
  return [{ question: `When ${verb} the ${noun}?`, answer, about: null }];
}

/** Where an accident or attack happened, by sentences that name a place right after it. */
function where(source: AnswerSource): Draft[] {
  const { index } = source;
  const noun = eventNoun(index);
  if (noun === null || !isAccident(noun) || !isReported(index, noun) || !isHeadlined(index, noun)) return [];
  const placed = new RegExp(`\\b${noun}\\b[^.;,]{0,40}\\b(?:in|at|near|off|on) (?:the )?\\p{Lu}`, 'u');
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      (claim.role === 'main' || claim.role === 'consequence') &&
      !sentence.insideQuote &&
      !sentence.isDatedEarlier &&
      placed.test(sentence.text) &&
      namesPlace(index, sentence),
    2,
  );
  return answer.length === 0 ? [] : [{ question: `Where did the ${noun} happen?`, answer, about: null }];
}

function namesPlace(index: StoryIndex, { article, sentence }: StorySentence): boolean {
  const mentions = index.articles[article]?.source.annotation.mentions ?? [];
  return mentions.some((mention) => mention.sentence === sentence && mention.type === 'place');
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

/** What brought it about now, where no word for the event is at hand to ask for. */
function whyNow(source: AnswerSource): Draft[] {
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      (claim.role === 'main' || claim.role === 'consequence' || claim.role === 'current-context') &&
      sentence.centrality >= BACKGROUND_CENTRALITY &&
      !sentence.isOpinion &&
      isOnSubject(source.index, reasonedFor(sentence.text)) &&
      isPlainReport(sentence.text),
    ANSWER_STATEMENTS,
  );
  return answer.length === 0 ? [] : [{ question: 'Why is this happening now?', answer, about: null }];
}

/** What went before: asked where the rest of the material is short. */
function background(source: AnswerSource): Draft[] {
  const noun = eventNoun(source.index);
  const answer = answerFrom(
    source,
    (sentence, { claim }) =>
      (claim.role === 'previous-event' || claim.role === 'historical') &&
      sentence.isDatedEarlier &&
      sentence.centrality >= BEFORE_CENTRALITY &&
      isPlainReport(sentence.text),
    ANSWER_STATEMENTS,
  );
  const question = noun === null ? 'What happened before this?' : `What is the background to the ${noun}?`;
  return answer.length === 0 ? [] : [{ question, answer, about: null }];
}

/** Leaves out questions whose answers only repeat those before them. */
function withOwnAnswers(drafts: readonly Draft[]): Draft[] {
  const given = new Set<string>();
  return drafts.filter(({ answer }) => {
    const keys = answer.map(({ citations: [{ articleId, start }] }) => `${articleId} ${start}`);
    const isOwn = keys.length === 0 || keys.some((key) => !given.has(key));
    for (const key of keys) given.add(key);
    return isOwn;
  });
}

/**
 * Up to six questions that the ledger can answer: how many, what led to it, who somebody is, what they said, what
 * could follow, what a body or place is, and when it was. At most one stays without an answer. Each concerns the story: its words are among the central ones.
 */
export function commonQuestions(index: StoryIndex, working: WorkingLedger, storyPage: StoryPage): Question[] {
  const claims = byScore(working.claims, (group) => claimScore(index, group), storyPage);
  const source: AnswerSource = { index, claims, storyPage };
  const people = centralNames(index, true);
  const things = centralNames(index, false);
  const said = [...whatSaid(source, people), ...bodySaid(source, things)];
  const drafts = [
    ...howMany(source, working),
    ...why(source),
    ...whyNow(source),
    ...whatNext(source),
    ...whoIs(source, people),
    ...said.filter(({ answer }) => answer.length > 1).slice(0, 2),
    ...whatIsAtStake(source),
    ...whatIs(source, things),
    ...when(source),
    ...othersSay(source, people),
    ...whatIsOpen(source),
    ...said,
    ...background(source),
    ...where(source),
    ...howItIsSeen(source),
  ];
  return withOwnAnswers(drafts)
    .filter((draft, i, all) => all.findIndex((one) => one.question === draft.question) === i)
    .slice(0, MAX_QUESTIONS)
    .map((draft) => ({
      slug: questionSlug(index.storyId, draft.question),
      question: draft.question,
      intro: introduce(source, draft),
      answer: draft.answer,
    }));
}
