import type { Question } from '../../core/briefing.ts';
import type { AskedInStory, StoryPage } from '../../core/library.ts';
import { paths } from '../address.ts';
import { counted } from '../format/words.ts';
import { AskForm } from './ask-form.tsx';
import { Layout } from './layout.tsx';
import { Moment } from './moment.tsx';
import type { Site } from './site.ts';
import { Said, StatementPassage } from './story/statement.tsx';
import { createStoryView } from './story/story-view.ts';

/** A question with its cited answer, or the plain word that the sources do not say. */
export function QuestionPage({
  site,
  question,
  story,
  alsoAsked,
}: {
  readonly site: Site;
  readonly question: Question;
  readonly story: StoryPage;
  readonly alsoAsked: AskedInStory['alsoAsked'];
}) {
  const view = createStoryView(site, story);
  const { card, briefing } = story;
  const place = (index: number): string => `answer-${index + 1}`;
  return (
    <Layout
      site={site}
      title={question.question}
      path={paths.question(question.slug)}
      feed={paths.question(question.slug)}
    >
      <div class="single">
        <p class="kicker">
          <a href={site.address.href(paths.story(card.slug))}>{briefing.headline}</a>
        </p>
        <h1>{question.question}</h1>
        {question.intro === null ? null : (
          <>
            <p>
              <Said view={view} statement={question.intro} place="intro" />
            </p>
            <StatementPassage view={view} statement={question.intro} place="intro" />
          </>
        )}
        {question.answer.length === 0 ? (
          <p class="lead unanswered">The sources of this story do not say.</p>
        ) : (
          <>
            <p class="lead">
              {question.answer.map((statement, index) => (
                <Said view={view} statement={statement} place={place(index)} />
              ))}
            </p>
            {question.answer.map((statement, index) => (
              <StatementPassage view={view} statement={statement} place={place(index)} />
            ))}
          </>
        )}
        <p class="facts">
          From {counted(briefing.counts.articles, 'article')} of{' '}
          {counted(briefing.counts.independentOutlets, 'independent outlet')}, as of{' '}
          <Moment at={briefing.asOf} />.{' '}
          <a href={site.address.href(paths.story(card.slug))}>Read the whole story</a>
        </p>
        {alsoAsked.length === 0 ? null : (
          <>
            <h2 class="list-heading">The same question in other stories</h2>
            <ul class="questions">
              {alsoAsked.map((other) => (
                <li>
                  <a class="question" href={site.address.href(paths.question(other.slug))}>
                    {other.headline}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <AskForm site={site} storySlug={card.slug} />
      </div>
    </Layout>
  );
}
