/** Figures of `variorum eval` that a reader can make something of: name, what it says, on what it was measured. */
const MEASURED: readonly (readonly [key: string, what: string, on: string])[] = [
  [
    'stories.allsides-dev.b3_f1',
    'Articles brought together as one story (B³ F1)',
    '2,030 articles of 860 stories, grouped by people',
  ],
  ['names.own.f1', 'Names found in a text (F1)', 'our own sentences of later years'],
  ['linking.msnbc-updated.in_base_f1', 'Names linked to the right entry (F1)', 'MSNBC, names the base holds'],
  ['quotes.dev.direct.content_f1', 'Direct quotations found (F1)', 'PolNeAR, development part'],
  ['quotes.dev.direct.speaker', 'Direct quotations given to the right speaker', 'PolNeAR, development part'],
  ['figures.test.f1', 'Figures read with unit and what they count (F1)', 'our own sentences, test half'],
  ['dates.test.f1', 'Dates resolved to the right day (F1)', 'our own sentences, test half'],
  ['roles.validation.macro_f1', 'Part a sentence plays in its article (macro-F1)', 'NewsDiscourse'],
  ['tone.newsmtsc.macro_f1', 'Tone towards a person or body (macro-F1)', 'NewsMTSC, by cross-validation'],
  ['loaded.babe.sentence_f1', 'Sentences with loaded words (F1)', 'BABE, by cross-validation'],
  [
    'extraction.aeb.f1',
    'Text of an article taken out of its page (F1)',
    'article extraction benchmark, half, after its errors were read',
  ],
  ['briefing.val.rouge1', '“What’s happened” against a human summary (ROUGE-1)', 'NeuS, validation part'],
  ['ask.test.answer_precision', 'Answers given that are right', 'our own questions, test half'],
];

/** How well the program does what it claims, as last measured; each figure is the least that a new version may reach. */
export function MeasuredQuality({ quality }: { readonly quality: Readonly<Record<string, number>> }) {
  const rows = MEASURED.flatMap(([key, what, on]) => {
    const value = quality[key];
    return value === undefined ? [] : [{ what, on, value }];
  });
  if (rows.length === 0) return null;
  return (
    <>
      <h2>How well it works</h2>
      <p>
        Measured with <code>variorum eval</code> on data with known answers; 1 is perfect. No version is
        released that falls below these figures. Some of the data was also looked at while rules were made, so
        expect somewhat less on other news.
      </p>
      <section class="scroll" aria-label="Measured quality" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">What is measured</th>
              <th scope="col">At least</th>
              <th scope="col">On</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, on, value }) => (
              <tr>
                <th scope="row">{what}</th>
                <td class="number">{value.toFixed(2)}</td>
                <td>{on}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
