import type { Briefing, Statement } from '../../../core/briefing.ts';
import type { StoryPage } from '../../../core/library.ts';
import { type StoryWriting, WRITTEN_SECTIONS, type WrittenSection } from '../../../core/story-writing.ts';
import { paths } from '../../address.ts';
import { inForm } from '../../page-form.ts';
import { Layout } from '../layout.tsx';
import { Moment } from '../moment.tsx';
import type { Site } from '../site.ts';
import { Said, StatementPassage } from './statement.tsx';
import { createStoryView, type StoryView } from './story-view.ts';

const HEADINGS: Readonly<Record<WrittenSection, string>> = {
  whatHappened: 'What’s happened',
  behindTheHeadline: 'What’s behind the headline?',
  papersSay: 'What the papers say',
  howWeGotHere: 'How we got here',
  commonQuestions: 'Common questions',
};

function statementsOf({ sections }: Briefing, section: WrittenSection): readonly Statement[] {
  switch (section) {
    case 'whatHappened':
      return sections.whatHappened;
    case 'behindTheHeadline':
      return sections.behindTheHeadline.flatMap(({ statements }) => statements);
    case 'papersSay':
      return sections.papersSay.review ?? sections.papersSay.agreement;
    case 'howWeGotHere':
      return sections.howWeGotHere.map(({ statement }) => statement);
    case 'commonQuestions':
      return sections.commonQuestions.flatMap(({ intro, answer }) => [
        ...(intro === null ? [] : [intro]),
        ...answer,
      ]);
  }
}

function Column({
  view,
  section,
  heading,
  prefix,
}: {
  readonly view: StoryView;
  readonly section: WrittenSection;
  readonly heading: string;
  readonly prefix: string;
}) {
  const statements = statementsOf(view.page.briefing, section);
  const place = (index: number): string => `${prefix}-${section}-${index + 1}`;
  return (
    <div class="form-column">
      <h3>{heading}</h3>
      {statements.length === 0 ? <p class="thin">Nothing in this form.</p> : null}
      {statements.map((statement, index) => (
        <>
          <p>
            <Said view={view} statement={statement} place={place(index)} />
          </p>
          <StatementPassage view={view} statement={statement} place={place(index)} />
        </>
      ))}
    </div>
  );
}

/** The sections of a story in both forms, side by side. */
export function FormsPage({
  site,
  page,
  writing,
}: {
  readonly site: Site;
  readonly page: StoryPage;
  readonly writing: StoryWriting;
}) {
  const extracted = createStoryView(site, page);
  const written = createStoryView(site, inForm(page, 'written'));
  const { slug } = page.card;
  return (
    <Layout
      site={site}
      title={`Both forms: ${page.briefing.headline}`}
      path={paths.storyForms(slug)}
      indexed={false}
    >
      <div class="forms">
        <p class="kicker">
          <a href={site.address.href(paths.story(slug))}>{page.briefing.headline}</a>
        </p>
        <h1>Extracted and written</h1>
        <p class="summary">
          On one side the sentences of the articles, on the other what {writing.model} made of them on{' '}
          <Moment at={writing.writtenAt} precision="minute" />. Every written sentence names its passages and
          was checked against them
          {writing.judge === null ? null : `, and once more by ${writing.judge}`}; one that did not hold is
          the article’s own here too.
        </p>
        {WRITTEN_SECTIONS.filter((name) => writing.sections[name].outcome === 'written').map((name) => {
          const { statements, refused, replaced } = writing.sections[name];
          return (
            <section aria-labelledby={`forms-${name}`}>
              <h2 id={`forms-${name}`}>{HEADINGS[name]}</h2>
              <p class="form-note">
                {statements} written, {refused} refused at first, {replaced} put back as extracted
              </p>
              <div class="form-columns">
                <Column view={extracted} section={name} heading="Extracted" prefix="x" />
                <Column view={written} section={name} heading={`Written by ${writing.model}`} prefix="w" />
              </div>
            </section>
          );
        })}
      </div>
    </Layout>
  );
}
