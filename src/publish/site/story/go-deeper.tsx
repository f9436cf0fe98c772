import type { Question } from '../../../core/briefing.ts';
import { paths } from '../../address.ts';
import { counted } from '../../format/words.ts';
import { AskForm } from '../ask-form.tsx';
import { StoryEntry } from '../story-list.tsx';
import { Section } from './section.tsx';
import { SectionForm } from './section-form.tsx';
import { StatementParagraph } from './statement.tsx';
import type { StoryView } from './story-view.ts';

function QuestionEntry({
  view,
  question,
  place,
}: {
  readonly view: StoryView;
  readonly question: Question;
  readonly place: string;
}) {
  const { slug, intro, answer } = question;
  // A page told anew for one reader is stored nowhere: its answers have no page of their own.
  const isStored = view.page.readerPolicy === undefined;
  return (
    <li>
      {isStored ? (
        <a class="question" href={view.site.address.href(paths.question(slug))}>
          {question.question}
        </a>
      ) : (
        <strong class="question">{question.question}</strong>
      )}
      {intro === null ? null : <StatementParagraph view={view} statement={intro} place={place} />}
      <p class="facts">
        {answer.length === 0
          ? 'The sources of this story do not say.'
          : `Answered with ${counted(answer.length, 'cited sentence')}.`}
      </p>
      {isStored
        ? null
        : answer.map((statement, index) => (
            <StatementParagraph view={view} statement={statement} place={`${place}-${index + 1}`} />
          ))}
    </li>
  );
}

/** Questions that the story raises and stories near it. */
export function GoDeeper({ view }: { readonly view: StoryView }) {
  const { briefing, related } = view.page;
  const questions = briefing.sections.commonQuestions;
  return (
    <Section
      id="deeper"
      heading="Go deeper"
      thin={briefing.thin.commonQuestions}
      filled={questions.length > 0 || related.length > 0}
      form={<SectionForm view={view} section="commonQuestions" id="deeper" />}
    >
      {questions.length === 0 ? null : (
        <div class="group">
          <h3>Common questions</h3>
          <ul class="questions">
            {questions.map((question, index) => (
              <QuestionEntry view={view} question={question} place={`question-${index + 1}`} />
            ))}
          </ul>
        </div>
      )}
      <AskForm site={view.site} storySlug={view.page.card.slug} />
      {related.length === 0 ? null : (
        <div class="group related">
          <h3>Related stories</h3>
          {related.map((story) => (
            <StoryEntry site={view.site} story={{ ...story, topics: [], summary: null }} level={4} />
          ))}
        </div>
      )}
    </Section>
  );
}
