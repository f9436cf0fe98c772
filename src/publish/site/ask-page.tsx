import type { Answer } from '../../core/answer.ts';
import type { StoryPage } from '../../core/library.ts';
import { paths } from '../address.ts';
import { REFUSALS } from '../format/refusal.ts';
import { counted } from '../format/words.ts';
import { AskForm } from './ask-form.tsx';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';
import { Said, StatementPassage } from './story/statement.tsx';
import { createPassagesView } from './story/story-view.ts';

interface AskPageProps {
  readonly site: Site;
  readonly question: string;
  /** The story that alone may answer; null when all may. */
  readonly story: StoryPage | null;
  /** Null before anything was asked. */
  readonly answer: Answer | null;
}

function Answered({ site, answer }: { readonly site: Site; readonly answer: Answer }) {
  const view = createPassagesView(
    site,
    answer.articles,
    answer.statements.flatMap(({ statement }) => statement.citations),
  );
  const stories = new Map(
    answer.statements.flatMap(({ storySlug, storyHeadline }) =>
      storySlug === null || storyHeadline === null ? [] : [[storySlug, storyHeadline] as const],
    ),
  );
  return (
    <section class="answer" aria-label="Answer">
      {answer.refusal === null ? null : <p class="lead unanswered">{REFUSALS[answer.refusal]}</p>}
      {answer.statements.map(({ statement }, index) => (
        <>
          <p class={index === 0 ? 'lead' : ''}>
            <Said view={view} statement={statement} place={`answer-${index + 1}`} />
          </p>
          <StatementPassage view={view} statement={statement} place={`answer-${index + 1}`} />
        </>
      ))}
      {stories.size === 0 ? null : (
        <>
          <h2 class="list-heading">Read the whole story</h2>
          <ul class="questions">
            {[...stories].map(([slug, headline]) => (
              <li>
                <a class="question" href={site.address.href(paths.story(slug))}>
                  {headline}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="facts">
        {counted(answer.articlesRead, 'article')} read for this. Each sentence is taken from the article it
        cites; where none says what is asked, nothing is said.
      </p>
    </section>
  );
}

/** A question box and, once something was asked, the cited answer or the plain word that the sources do not say. */
export function AskPage({ site, question, story, answer }: AskPageProps) {
  const query = {
    ...(question === '' ? {} : { q: question }),
    ...(story === null ? {} : { story: story.card.slug }),
  };
  return (
    <Layout
      site={site}
      title={question === '' ? 'Ask' : `Ask: ${question}`}
      path={paths.ask(query)}
      indexed={false}
    >
      <div class="single">
        {story === null ? null : (
          <p class="kicker">
            <a href={site.address.href(paths.story(story.card.slug))}>{story.briefing.headline}</a>
          </p>
        )}
        <h1>{question === '' ? 'Ask the sources' : question}</h1>
        {answer === null ? null : <Answered site={site} answer={answer} />}
        <AskForm site={site} question={question} storySlug={story?.card.slug ?? null} />
      </div>
    </Layout>
  );
}
