import type { SectionName } from '../../core/briefing.ts';
import type { BriefingExplanation, Choice, Verdict } from '../../core/briefing-explanation.ts';

const SECTION_TITLES: Readonly<Record<SectionName, string>> = {
  whatHappened: 'What’s happened',
  behindTheHeadline: 'What’s behind the headline?',
  papersSay: 'What the papers say',
  howWeGotHere: 'How we got here',
  commonQuestions: 'Common questions',
  topics: 'More on these topics',
};

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  shown: 'shown',
  'said-already': 'the page says it already',
  'beyond-quotation-budget': 'no more of its article may be shown',
  'not-fit-to-be-read-alone': 'cannot be read alone, or has no named holder',
  'not-of-this-rule': 'its wordings do not fit the rule',
  next: 'came next',
};

/** What spoke for a claim, in one line: support, nearness to the centre, role, time and form. */
function reasonLine({ place, score, factors }: Choice, independentOutlets: number): string {
  const placed = place === null ? [] : [`place ${place} (${(score ?? 0).toFixed(2)})`];
  if (factors === null) return placed.join(', ') || 'taken as it stands';
  return [
    ...placed,
    `support ${factors.outlets.length} of ${independentOutlets}`,
    `centrality ${factors.centrality.toFixed(2)}`,
    `role ${factors.role}`,
    `first reported ${new Date(factors.firstAt).toISOString().slice(0, 16)}`,
    `form ${factors.form.toFixed(2)}`,
  ].join(', ');
}

/** A briefing's reasons as plain text for a terminal: rule by rule what was chosen (+) and what nearly was (-). */
export function briefingExplanationText(explanation: BriefingExplanation): string {
  const outlets = explanation.independentOutlets.length;
  const blocks = explanation.rules.map(({ rule, chosen, passed }) => {
    const title = rule.section === null ? rule.rule : `${SECTION_TITLES[rule.section]}: ${rule.rule}`;
    return [
      `## ${title}`,
      ...chosen.flatMap((choice) => [`+ ${choice.text}`, `    ${reasonLine(choice, outlets)}`]),
      ...passed.flatMap((choice) => [
        `- ${choice.text}`,
        `    ${VERDICT_WORDS[choice.verdict]}; ${reasonLine(choice, outlets)}`,
      ]),
    ].join('\n');
  });
  return [`${explanation.headline}\n${explanation.storyId} · /story/${explanation.slug}`, ...blocks].join(
    '\n\n',
  );
}
