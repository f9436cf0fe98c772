import { describe, expect, it } from 'vitest';
import { briefInput } from '../../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../../test/builders/written-stories.ts';
import { briefStory } from '../brief-story.ts';
import { filledSections } from './filled-sections.ts';

const { briefing } = briefStory(briefInput(MILL_FIRE));

describe('filledSections', () => {
  it('finds what a page of four articles has', () => {
    expect(filledSections(briefing)).toMatchObject({ whatHappened: true });
  });

  it('takes outlets without a shared fact, and two questions, for too little', () => {
    const { papersSay, commonQuestions } = briefing.sections;
    const sections = {
      ...briefing.sections,
      papersSay: { ...papersSay, agreement: [], differences: [], matrix: { outlets: [], facts: [] } },
      commonQuestions: commonQuestions.slice(0, 2),
    };
    expect(filledSections({ sections })).toMatchObject({ papersSay: false, commonQuestions: false });
  });
});
