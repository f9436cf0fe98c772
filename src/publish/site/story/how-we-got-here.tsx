import { paths } from '../../address.ts';
import { formatPartialDate } from '../../format/time.ts';
import { TimelineFigure } from '../plots/timeline-plot.tsx';
import { Section } from './section.tsx';
import { Said, StatementPassage } from './statement.tsx';
import type { StoryView } from './story-view.ts';

export function HowWeGotHere({ view }: { readonly view: StoryView }) {
  const { sections, thin } = view.page.briefing;
  const entries = sections.howWeGotHere;
  const chain = sections.earlierStories ?? [];
  return (
    <Section
      id="before"
      heading="How we got here"
      thin={thin.howWeGotHere}
      filled={entries.length + chain.length > 0}
    >
      <TimelineFigure view={view} />
      {entries.length === 0 ? null : (
        <ol class="timeline">
          {entries.map(({ date, statement, storySlug }, index) => (
            <li>
              <time datetime={date}>{formatPartialDate(date)}</time>
              <div>
                <p>
                  <Said view={view} statement={statement} place={`before-${index + 1}`} />
                  {storySlug === null ? null : (
                    <a class="earlier" href={view.site.address.href(paths.story(storySlug))}>
                      Earlier story
                    </a>
                  )}
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
