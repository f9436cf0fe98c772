import { FiguresTable } from './figures-table.tsx';
import { Section } from './section.tsx';
import { SectionForm } from './section-form.tsx';
import { Said, StatementPassage } from './statement.tsx';
import type { StoryView } from './story-view.ts';
import { Witnesses } from './witnesses.tsx';

export function WhatHappened({ view }: { readonly view: StoryView }) {
  const { sections, thin, figures } = view.page.briefing;
  const statements = sections.whatHappened;
  return (
    <Section
      id="happened"
      heading="What’s happened"
      thin={thin.whatHappened}
      filled={statements.length > 0 || figures.length > 0}
      form={<SectionForm view={view} section="whatHappened" id="happened" />}
      margin={<Witnesses view={view} />}
    >
      {statements.length === 0 ? null : (
        <p class="lead">
          {statements.map((statement, index) => (
            <Said view={view} statement={statement} place={`happened-${index + 1}`} />
          ))}
        </p>
      )}
      {statements.map((statement, index) => (
        <StatementPassage view={view} statement={statement} place={`happened-${index + 1}`} />
      ))}
      <FiguresTable view={view} figures={figures} />
    </Section>
  );
}
