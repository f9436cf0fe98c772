import { contentTerms } from '../../nlp/terms.ts';
import type { TextDocument } from '../text-document.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/** What a sentence is held against: headline, lead and the article as a whole. */
export interface DocumentContext {
  readonly count: number;
  /** Stems of the headline. */
  readonly headline: ReadonlySet<string>;
  /** Index of the first sentence that reads as one: captions and bylines stand before it. */
  readonly lead: number;
  readonly leadFacts: SentenceFacts | undefined;
  /** In how many sentences a stem occurs. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** Latest year named; the year of publication in most articles that name one. */
  readonly lastYear: number;
  /** Weekday named at the top: that of the main event; empty when none is. */
  readonly day: string;
  /** Sentence in which a name comes first. */
  readonly firstNamed: ReadonlyMap<string, number>;
}

/** Words a sentence must have to be taken for the lead, and sentences within which it is looked for. */
const LEAD_WORDS = 12;
const LEAD_REACH = 6;
const SENTENCE_END = /[.!?]["”’')\]]*$/;

export function documentContext(
  document: TextDocument,
  facts: readonly SentenceFacts[],
  title: string,
): DocumentContext {
  const frequencies = new Map<string, number>();
  const firstNamed = new Map<string, number>();
  let lastYear = 0;
  for (const [index, { stems, names, years }] of facts.entries()) {
    for (const stem of stems) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
    for (const name of names) if (!firstNamed.has(name)) firstNamed.set(name, index);
    for (const year of years) lastYear = Math.max(lastYear, year);
  }
  const found = facts
    .slice(0, LEAD_REACH + 1)
    .findIndex((one, index) => one.quote.words >= LEAD_WORDS && endsAsSentence(document, index));
  const lead = Math.max(0, found);
  return {
    count: facts.length,
    headline: new Set(contentTerms(title)),
    lead,
    leadFacts: facts[lead],
    frequencies,
    lastYear,
    day: facts.slice(lead, lead + 3).find((one) => one.weekdays.length > 0)?.weekdays[0] ?? '',
    firstNamed,
  };
}

/** True when a sentence ends with a mark that ends sentences. */
export function endsAsSentence({ text, sentences }: TextDocument, index: number): boolean {
  const range = sentences[index];
  return (
    range !== undefined && SENTENCE_END.test(text.slice(Math.max(range.start, range.end - 4), range.end))
  );
}
