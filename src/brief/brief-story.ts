import type { Briefing, BriefingSections } from '../core/briefing.ts';
import type { BriefInput, Ledger } from '../core/ledger.ts';
import {
  affordableCoverage,
  affordableFigures,
  affordableQuotes,
  affordableRoles,
} from './affordable-evidence.ts';
import { type ChoiceLog, NO_LOG } from './choice-log.ts';
import type { ArticleReader } from './ledger/article-reading.ts';
import { buildLedger } from './ledger/build-ledger.ts';
import type { ClaimGroup } from './ledger/claims.ts';
import { indexStory } from './ledger/index-story.ts';
import { readArticle } from './ledger/read-article.ts';
import type { StoryIndex } from './ledger/story-sentence.ts';
import { createQuotationBudget } from './quotation-budget.ts';
import { behindTheHeadline } from './sections/behind-the-headline.ts';
import { figuresShown } from './sections/figures-shown.ts';
import { chooseHeadline } from './sections/headline.ts';
import { figureStates } from './sections/newest-state.ts';
import { papersSay, sharedReports } from './sections/papers-say.ts';
import { commonQuestions } from './sections/questions.ts';
import { chainLinks, timeline } from './sections/timeline.ts';
import { topicCards } from './sections/topic-cards.ts';
import { whatHappened } from './sections/what-happened.ts';
import { createStoryPage } from './story-page.ts';
import { thinNotes } from './thin-notes.ts';

function countsOf(index: StoryIndex): Briefing['counts'] {
  const countries = index.articles
    .filter((article) => index.independentOutlets.includes(article.source.outlet.id))
    .map((article) => article.source.outlet.country)
    .filter((country) => country !== null);
  return {
    articles: index.articles.length,
    copies: index.articles.filter((article) => article.isCopy).length,
    independentOutlets: index.independentOutlets.length,
    countries: new Set(countries).size,
  };
}

/**
 * Reads the articles of one story into its ledger, and the ledger into a briefing: every section filled by
 * extraction, every statement with the passages behind it. The same articles in any order give the same result.
 *
 * Sentences are given out once, in the order in which the sections are filled: what happened, the background, what the
 * papers share or dispute, behind the headline, each outlet's own, topics, introductions of questions. Background comes
 * early because only few sentences are dated, shared facts next because few can carry them.
 * Figures, the words on the outlets' cards, quotations and descriptions get what the limits on quotation leave.
 * `log` hears of every choice.
 */
export function briefStory(
  input: BriefInput,
  read: ArticleReader = readArticle,
  log: ChoiceLog = NO_LOG,
): { ledger: Ledger; briefing: Briefing } {
  const { ledger, briefing } = tellStory(input, read, log);
  return { ledger, briefing };
}

/** The same with the sentences behind the claims, for whoever goes on working with them. */
export function tellStory(
  input: BriefInput,
  read: ArticleReader = readArticle,
  log: ChoiceLog = NO_LOG,
): { ledger: Ledger; briefing: Briefing; index: StoryIndex; claims: readonly ClaimGroup[] } {
  const index = indexStory(input, read);
  const working = buildLedger(index);
  const { ledger, claims } = working;
  const budget = createQuotationBudget(
    index.articles.map((article) => article.source),
    input.quotationBudget,
  );
  const page = createStoryPage(budget, log);
  const happened = whatHappened(index, working, page.under('whatHappened', 'tells the event'));
  const background = timeline(index, claims, input.earlier, page.under('howWeGotHere', 'dated background'));
  const shared = sharedReports(index, working, page);
  const behind = behindTheHeadline(index, claims, page, happened);
  const papers = papersSay(index, working, shared, page);
  const topics = topicCards(index, input.topics, page.under('topics', 'what the articles call it'));
  const questions = commonQuestions(index, working, page.under('commonQuestions', 'answers a question'));
  const figures = affordableFigures(figuresShown(working.figures, happened), page);
  const sections: BriefingSections = {
    whatHappened: happened,
    behindTheHeadline: behind,
    papersSay: { ...papers, outlets: papers.outlets.map((one) => affordableCoverage(one, page)) },
    howWeGotHere: background,
    earlierStories: chainLinks(background, input.earlier),
    commonQuestions: questions,
    topics,
  };
  const { headline, articleId } = chooseHeadline(index, {
    outdated: figureStates(working.figures).outdated,
    lead: happened[0]?.text ?? '',
    leadArticles: new Set(
      [...(happened[0]?.citations ?? []), ...(happened[0]?.support ?? [])].map(({ articleId }) => articleId),
    ),
  });
  return {
    index,
    claims,
    ledger,
    briefing: {
      storyId: input.storyId,
      slug: input.slug,
      headline,
      headlineArticleId: articleId,
      asOf: index.asOf,
      counts: countsOf(index),
      sections,
      figures,
      quotes: affordableQuotes(ledger.quotes, page),
      roles: affordableRoles(ledger.roles, page),
      thin: thinNotes(index, sections),
      ...(input.policy === undefined ? {} : { policy: input.policy }),
    },
  };
}
