import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

/** Each case is written with `|` where a sentence ends. */
const CASES: readonly string[] = [
  'The talks failed.| He left.',
  'Gen. Mark Ode met the crew.| He praised them.',
  'Dr. Lia Brandt and Mr. Oke spoke.| Nobody answered.',
  'Mrs. Vane said no.| Ms. Vane said yes.',
  'Sen. Ada Holt, Rep. Jo Lund and Gov. Pia Moss signed it.',
  'The U.S. Navy sailed on.| The crew slept.',
  'They moved to the U.S. The weather was better there.'.replace('U.S. The', 'U.S.| The'),
  'The U.S. and the U.K. signed.| The E.U. did not.',
  'It began at 5 a.m. Monday.| Rain fell.',
  'It began at 5 a.m.| Police came later.',
  'It ended at 11 p.m. EST.| Nobody stayed.',
  'It ended at 11 p.m.| They went home.',
  'Apex Inc. Chief Executive Dan Ro resigned.',
  'She works at Apex Inc.| He does not.',
  'Brill Corp. and Stone Co. merged.| Shares rose.',
  'The house is No. 10.| The garden is bigger.',
  'See No. 4 on the list.| Then stop.',
  'They answered no.| We answered yes.',
  'On Jan. 5 it snowed.| On Feb. 6 it thawed.',
  'J. R. Holm wrote it.| J.K. Lund read it.',
  'George W. Marsh was there.| So was I.',
  'It was him and I.| They knew.',
  'It rose by 3.5 percent.| It fell by .5 points.',
  'It cost $1.2 million.| That is a lot.',
  'He paused... and went on.',
  'He paused… and went on.',
  'He paused...| Then he went on.',
  'He paused…| Then he went on.',
  '“I am here.| You know me.”| She left.',
  '“I am here,” she said.| “You know me.”',
  '“Really?” he asked.| Nobody spoke.',
  '"Really?" Mr. Oke asked.| Nobody spoke.',
  '"Stop!" Anna Holm said.| "Stop now!"',
  '“Stop!”| The crowd obeyed.',
  '"We won," he said. "We won."'.replace('said. "', 'said.| "'),
  'He said: “We will not go.”| They went.',
  '«Nous partons.»| Il est parti.',
  'She said (and meant it) no.| He agreed.',
  '(He had left.)| She stayed.',
  'The vote (on Monday) failed.| The next is due.',
  'LONDON (North Press) - Prices rose.| Wages did not.',
  'WASHINGTON, D.C. — The House voted.| It took hours.',
  'ST. PETERSBURG, Russia — It snowed.',
  '1. Open the door.| 2. Close it.',
  'a) the first point',
  'Why?| Because.',
  'No!| Not again!',
  'What happened?!| Nobody knows.',
  'He lives on St. James Street.| She does not.',
  'Lt. Gen. Ira Cole spoke.| Capt. Fay Orr listened.',
  'Prof. Dr. Hans Ohm lectures.',
  'It was Holm vs. Lund.| Lund won.',
  'Apples, pears, etc. are fruit.',
  'They sold apples, pears, etc.| The shop closed.',
  'He holds a Ph.D. from Basel.| She holds two.',
  'Martin Luther King Jr. spoke here.| It was August.',
  'He lives in Calif. with his dog.',
  'Visit example.com today.| It is free.',
  'Version 2.0 is out.| Version 3.0 is not.',
  'Yahoo! Mail is old.'.replace('! M', '! m'),
  'The rate is 5%.| It was 4%.',
  'The meeting took place at 10.30 a.m. local time.'.replace('local', 'Local'),
  'The end of the road.The next town is far.'.replace('.The', '.|The'),
  '“That is the end.”The next day came.'.replace('”The', '”|The'),
  'iPhone sales fell.| iPad sales rose.',
  'It fell to zero.| eBay shares rose.',
  'He was born c. 1900 in Rome.'.replace('c. 1900', 'circa 1900'),
  'The No. 2 official left.',
  'Section 4 of Art. 5 applies.',
  'Adm. Sol Pike, Col. Bea Lind and Sgt. Ty Moe testified.',
  'He met St. John players.',
  'The plan B. option is dead.',
  'It was vitamin C.| The doctor said so.',
  'They play in the N.B.A. Finals.',
  'Members of Congress spoke.| Critics replied.',
  'The bank’s profit rose 4 pct.| Its rivals fell.',
  'Mr. Holm’s lawyer, A. B. Lund, agreed.| The judge did not.',
  'The firm (Holm & Co.) closed.| Staff left.',
  '“Go,” he said, “and do not return.”| She went.',
  '“Why me?” she asked herself.',
  'He asked, “Why me?”| No one answered.',
  'She wrote: "It is over."| He wept.',
  'Rev. Paul Ash prayed.| Fr. Tom Oak sang.',
  'Headline without a stop',
  'Die Sitzung begann um 9 Uhr.| Sie endete spät.',
  'Llegaron tarde.| ¿Por qué?| Nadie lo sabe.',
  '会議は終わった。| 彼は帰った。'.replace('| ', '|'),
  'Fig. 3 shows the rise.| Fig. 4 the fall.',
  'The sun set at 6:30.| Night fell.',
  'Dec. 12 is the date.| Mark it.',
  'The M.P. for Leeds spoke.',
];

function split(text: string): string[] {
  return splitSentences(text, 'en').map((span) => text.slice(span.start, span.end));
}

describe('splitSentences', () => {
  it.each(CASES)('cuts: %s', (marked) => {
    const expected = marked.split('|').map((part) => part.trim());
    expect(split(marked.replaceAll('|', ''))).toEqual(expected);
  });

  it('keeps a table of at least 80 cases', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(80);
  });

  it.each<[string, string]>([
    ['de', 'Am 3. Oktober, z. B. in der Lindenstr. 14, sprach Dr. Veld.| Er ging.'],
    ['fr', '« Partons. »| M. Le Varois, né en 52 av. J.-C., sortit.'],
    ['es', '¿Quién?| El Sr. Rojal y la Sra. Venta.'],
    ['it', 'Il sig. Varoni e il dott. Melo.| La S.p.A. ha chiuso.'],
    ['pt', 'A Profa. Ostra mora na Av. Norte.| Quem paga?'],
    ['uk', 'О. В. Полин жив на вул. Садовій у м. Одинець.| У 2019 р. він помер.'],
    ['ru', 'В 2024 г. Полынин, т. е. мэр, ушёл.| Школа им. Анны Вересовой.'],
    ['ar', 'من يدفع؟| وصل د. سامي.'],
    ['zh', '“走吧。”他说。|“好。”|（完。）'],
  ])('cuts as %s does: %s', (language, marked) => {
    const text = marked.replaceAll('|', '');
    const found = splitSentences(text, language).map((span) => text.slice(span.start, span.end));
    expect(found).toEqual(marked.split('|').map((part) => part.trim()));
  });

  it('makes each block sentences of its own, headings included', () => {
    expect(split('Rain again\nIt rained. It poured\n\n***\n“Yes')).toEqual([
      'Rain again',
      'It rained.',
      'It poured',
      '“Yes',
    ]);
  });

  it('yields ordered, trimmed, separate spans that hold every letter, on any text', () => {
    const piece = fc.constantFrom(
      'U.S. ',
      'Mr. ',
      'He left. ',
      '“Go!” ',
      '\n',
      '... ',
      'a.m. ',
      '1. ',
      '😀',
      'é',
      '"',
      ' ',
      '.The ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          let last = 0;
          let outside = '';
          for (const { start, end } of splitSentences(text, 'en')) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            const sentence = text.slice(start, end);
            expect(sentence).toBe(sentence.trim());
            expect(sentence).not.toContain('\n');
            outside += text.slice(last, start);
            last = end;
          }
          expect(outside + text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
        },
      ),
    );
  });
});
