import { isContentTag, judgingSentence, judgingWord } from '../../annotate/loaded-features.ts';
import { readWords } from '../../annotate/read-words.ts';
import { buildDocument, type Tagger, type TextDocument } from '../../annotate/text-document.ts';
import type { WordTable } from '../../nlp/word-table.ts';
import type { BlendedExample } from './fit-blended.ts';
import { readRows } from './read-data.ts';

interface GoldRow {
  readonly text: string;
  readonly news_link: string;
  readonly label_bias: string;
  readonly biased_words: readonly string[];
}

export interface LoadedExample extends BlendedExample {
  /** Its article. */
  readonly group: string;
  /** Content words of the sentence, label 1 when it is among the biased words. */
  readonly words: readonly (BlendedExample & { readonly group: string; readonly lower: string })[];
  /** The biased words the annotators gave, single and in lower case, function words too. */
  readonly gold: ReadonlySet<string>;
  readonly document: TextDocument;
}

/** BABE's sentences (Spinde et al., Findings of EMNLP 2021): label 1 when judged biased. */
export function readLoadedExamples(tagger: Tagger, table: WordTable): LoadedExample[] {
  return readRows<GoldRow>('framing/babe-dev.jsonl.gz').map((row) => {
    const { text } = row;
    const document = buildDocument(text, 'en', tagger, [{ start: 0, end: text.length }]);
    const reading = readWords(document, table);
    const sentence = document.sentences[0] ?? { start: 0, end: 0, block: 0, tokenStart: 0, tokenEnd: 0 };
    const gold = new Set(row.biased_words.flatMap((word) => word.toLowerCase().match(/\p{L}+/gu) ?? []));
    const group = row.news_link || text;
    const words = document.tokens.flatMap((token, at) =>
      isContentTag(token.tag) && /\p{L}/u.test(token.lower)
        ? [
            {
              ...judgingWord({ document, reading, sentence, at }, table),
              label: gold.has(token.lower) ? 1 : 0,
              lower: token.lower,
              group,
            },
          ]
        : [],
    );
    return {
      ...judgingSentence(document, reading, table, sentence),
      label: row.label_bias === 'Biased' ? 1 : 0,
      group,
      words,
      gold,
      document,
    };
  });
}
