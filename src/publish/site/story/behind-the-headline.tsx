import type { BehindGroup } from '../../../core/briefing.ts';
import { Section } from './section.tsx';
import { SectionForm } from './section-form.tsx';
import { StatementParagraph } from './statement.tsx';
import type { StoryView } from './story-view.ts';

const GROUPS: readonly (readonly [BehindGroup, string])[] = [
  ['why-now', 'Why now'],
  ['at-stake', 'What is at stake'],
  ['what-could-follow', 'What could follow'],
  ['unknown', 'What is unknown'],
  ['views', 'Views'],
];

export function BehindTheHeadline({ view }: { readonly view: StoryView }) {
  const { sections, thin } = view.page.briefing;
  const groups = GROUPS.map(([group, heading]) => ({
    group,
    heading,
    statements: sections.behindTheHeadline
      .filter((entry) => entry.group === group)
      .flatMap((entry) => entry.statements),
  })).filter(({ statements }) => statements.length > 0);
  return (
    <Section
      id="behind"
      heading="What’s behind the headline?"
      thin={thin.behindTheHeadline}
      filled={groups.length > 0}
      form={<SectionForm view={view} section="behindTheHeadline" id="behind" />}
    >
      {groups.map(({ group, heading, statements }) => (
        <div class="group">
          <h3>{heading}</h3>
          {statements.map((statement, index) => (
            <StatementParagraph view={view} statement={statement} place={`${group}-${index + 1}`} />
          ))}
        </div>
      ))}
    </Section>
  );
}
