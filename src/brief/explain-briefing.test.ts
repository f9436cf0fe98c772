import { describe, expect, it } from 'vitest';
import { briefInput } from '../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../test/builders/written-stories.ts';
import { briefingExplanationText } from '../publish/export/briefing-explanation-text.ts';
import { briefStory } from './brief-story.ts';
import { explainBriefing } from './explain-briefing.ts';

const input = briefInput(MILL_FIRE);
const { briefing, explanation } = explainBriefing(input);
const chosenIn = (section: string) =>
  explanation.rules
    .filter(({ rule }) => rule.section === section)
    .flatMap(({ chosen }) => chosen.map(({ text }) => text));
const passed = explanation.rules.flatMap((one) => one.passed);

describe('explainBriefing', () => {
  it('makes the briefing that is made without it', () => {
    expect(briefing).toEqual(briefStory(input).briefing);
  });

  it('explains every statement of the sections, each under its section', () => {
    const { whatHappened, behindTheHeadline, papersSay, howWeGotHere, commonQuestions } = briefing.sections;
    const shown = {
      whatHappened,
      behindTheHeadline: behindTheHeadline.flatMap(({ statements }) => statements),
      papersSay: [
        ...papersSay.agreement,
        ...papersSay.matrix.facts.map(({ statement }) => statement),
        ...papersSay.outlets.flatMap(({ onlyHere, leadsOn }) => [...onlyHere, ...(leadsOn ? [leadsOn] : [])]),
      ],
      howWeGotHere: howWeGotHere.map(({ statement }) => statement),
      commonQuestions: commonQuestions.flatMap(({ answer }) => answer),
    };
    for (const [section, statements] of Object.entries(shown))
      expect(chosenIn(section)).toEqual(expect.arrayContaining(statements.map(({ text }) => text)));
  });

  it('gives the factors and the place of what was chosen by rank', () => {
    const [first] = explanation.rules.find(({ rule }) => rule.section === 'whatHappened')?.chosen ?? [];
    expect(first?.place).toBe(1);
    expect(first?.factors).toMatchObject({
      outlets: expect.arrayContaining([expect.stringContaining('.example')]),
      role: 'main',
      centrality: expect.any(Number),
      form: expect.any(Number),
    });
  });

  it('ranks by the very scores that it prints', () => {
    for (const { chosen, passed: others } of explanation.rules) {
      const ranked = [...chosen, ...others]
        .filter(({ place }) => place !== null)
        .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
        .map(({ score }) => score ?? 0);
      expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
    }
  });

  it('says why others were passed over, and what came next', () => {
    const verdicts = new Set(passed.map(({ verdict }) => verdict));
    expect(verdicts).toContain('said-already');
    expect(verdicts).toContain('next');
    expect(verdicts).not.toContain('shown');
  });

  it('tells when the quotation budget stood in the way', () => {
    const tight = explainBriefing({
      ...input,
      quotationBudget: { words: 30, share: 0.1 },
    }).explanation;
    const verdicts = tight.rules.flatMap((one) => one.passed.map(({ verdict }) => verdict));
    expect(verdicts).toContain('beyond-quotation-budget');
  });

  it('reads as text, what was chosen and what was not apart', () => {
    const text = briefingExplanationText(explanation);
    const [lead] = briefing.sections.whatHappened;
    expect(text).toContain('## What’s happened: tells the event');
    expect(text).toContain(`+ ${lead?.text}`);
    expect(text).toMatch(
      /\n {4}place 1 \(\d\.\d\d\), support \d of \d, centrality \d\.\d\d, role main, first reported /,
    );
    expect(text).toMatch(/\n- .+\n {4}the page says it already; /);
  });
});
