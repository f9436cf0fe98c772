import { paths } from '../../address.ts';
import { formatPartialDate } from '../../format/time.ts';
import { TimelineFigure } from '../plots/timeline-plot.tsx';
import { Section } from './section.tsx';
import { SectionForm } from './section-form.tsx';
import { Said, StatementPassage } from './statement.tsx';
import type { StoryView } from './story-view.ts';

function EarlierLink({ view, slug }: { readonly view: StoryView; readonly slug: string | null }) {
  if (slug === null) return null;
  return (
    <a class="earlier" href={view.site.address.href(paths.story(slug))}>
      Earlier story
    </a>
  );
}

/** What a model has written reads as one text; each sentence has the date that the ledger gives it. */
function FlowingEntries({ view }: { readonly view: StoryView }) {
  const entries = view.page.briefing.sections.howWeGotHere;
  return (
    <>
      <p class="flowing">
        {entries.map(({ date, statement, storySlug }, index) => (
          <>
            <time datetime={date}>{formatPartialDate(date)}</time>{' '}
            <Said view={view} statement={statement} place={`before-${index + 1}`} />
            <EarlierLink view={view} slug={storySlug} />
          </>
        ))}
      </p>
      {entries.map(({ statement }, index) => (
        <StatementPassage view={view} statement={statement} place={`before-${index + 1}`} />
      ))}
    </>
  );
}

export function HowWeGotHere({ view }: { readonly view: StoryView }) {
  const { sections, thin } = view.page.briefing;
  const entries = sections.howWeGotHere;
  const chain = sections.earlierStories ?? [];
  const isFlowing = entries.some(({ statement }) => statement.writtenBy !== undefined);
  return (
    <Section
      id="before"
      heading="How we got here"
      thin={thin.howWeGotHere}
      filled={entries.length + chain.length > 0}
      form={<SectionForm view={view} section="howWeGotHere" id="before" />}
    >
      <TimelineFigure view={view} />
      {isFlowing ? <FlowingEntries view={view} /> : null}
      {entries.length === 0 || isFlowing ? null : (
        <ol class="timeline">
          {entries.map(({ date, statement, storySlug }, index) => (
            <li>
              <time datetime={date}>{formatPartialDate(date)}</time>
              <div>
                <p>
                  <Said view={view} statement={statement} place={`before-${index + 1}`} />
                  <EarlierLink view={view} slug={storySlug} />
                </p>
                <StatementPassage view={view} statement={statement} place={`before-${index + 1}`} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {chain.length === 0 ? null : (
        <div class="group">
          <h3>Earlier stories</h3>
          <ol class="timeline">
            {chain.map(({ slug, headline, date }) => (
              <li>
                <time datetime={date}>{formatPartialDate(date)}</time>
                <a href={view.site.address.href(paths.story(slug))}>{headline}</a>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Section>
  );
}
