import type { Briefing, BriefingSections } from '../core/briefing.ts';
import type { BriefInput, Ledger, QuoteEntry } from '../core/ledger.ts';
import { buildLedger } from './ledger/build-ledger.ts';
import { indexStory } from './ledger/index-story.ts';
import { type ArticleReader, readArticle } from './ledger/read-article.ts';
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
import { createStoryPage, type StoryPage } from './story-page.ts';
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

/** Quotations that may be shown in full beside the sections, within what is left of the limits. */
function affordableQuotes(quotes: readonly QuoteEntry[], page: StoryPage): QuoteEntry[] {
  return quotes.filter((quote) => page.takeWords(quote.citations[0], quote.text));
}

/**
 * Reads the articles of one story into its ledger, and the ledger into a briefing: every section filled by
 * extraction, every statement with the passages behind it. The same articles in any order give the same result.
 *
 * Sentences are given out once, in the order in which the sections are filled: what happened, the background, what the
 * papers share or dispute, behind the headline, each outlet's own, topics, introductions of questions. Background comes
 * early because only few sentences are dated, shared facts next because few can carry them.
 */
export function briefStory(
  input: BriefInput,
  read: ArticleReader = readArticle,
): { ledger: Ledger; briefing: Briefing } {
  const index = indexStory(input, read);
  const working = buildLedger(index);
  const { ledger, claims } = working;
  const budget = createQuotationBudget(
    index.articles.map((article) => article.source),
    input.quotationBudget,
  );
  const page = createStoryPage(budget);
  const happened = whatHappened(index, working, page);
  const background = timeline(index, claims, input.earlier, page);
  const shared = sharedReports(index, working, page);
  const behind = behindTheHeadline(index, claims, page, happened);
  const papers = papersSay(index, working, shared, page);
  const topics = topicCards(index, input.topics, page);
  const sections: BriefingSections = {
    whatHappened: happened,
    behindTheHeadline: behind,
    papersSay: papers,
    howWeGotHere: background,
    earlierStories: chainLinks(background, input.earlier),
    commonQuestions: commonQuestions(index, working, page),
    topics,
  };
  const { headline, articleId } = chooseHeadline(index, {
    outdated: figureStates(working.figures).outdated,
    lead: happened[0]?.text ?? '',
  });
  return {
    ledger,
    briefing: {
      storyId: input.storyId,
      slug: input.slug,
      headline,
      headlineArticleId: articleId,
      asOf: index.asOf,
      counts: countsOf(index),
      sections,
      figures: figuresShown(working.figures, happened),
      quotes: affordableQuotes(ledger.quotes, page),
      roles: ledger.roles,
      thin: thinNotes(index, sections),
      ...(input.policy === undefined ? {} : { policy: input.policy }),
    },
  };
}
