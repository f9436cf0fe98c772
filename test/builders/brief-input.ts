import type {
  Annotation,
  DiscourseRole,
  Entity,
  Figure,
  Mention,
  Quote,
  Sentence,
} from '../../src/core/annotation.ts';
import type { BriefInput, LedgerArticle } from '../../src/core/ledger.ts';
import type { TopicLink } from '../../src/core/topic.ts';

/** A sentence with its role; `speech` is set where the text has a verb of saying. A new block starts at `block: true`. */
export interface WrittenSentence {
  readonly role: DiscourseRole;
  readonly text: string;
  readonly block?: boolean;
}

export interface WrittenArticle {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  /** ISO time. */
  readonly at: string;
  readonly sentences: readonly WrittenSentence[];
  readonly copyOf?: string;
  readonly country?: string;
  readonly links?: readonly TopicLink[];
  readonly annotation?: Partial<Annotation>;
}

const NAME = /(?<![\p{L}.])\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/gu;
const NUMBER = /(at least |more than |about |nearly )?(\d[\d,]*)(?: (\p{Ll}+))?/gu;
const QUOTED = /“([^”]+)”(?:,? (said) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*))?/gu;
const MODIFIERS = {
  'at least ': 'at-least',
  'more than ': 'more-than',
  'about ': 'about',
  'nearly ': 'about',
} as const;

function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  return sentences.findIndex((one) => offset >= one.start && offset < one.end);
}

function mentionsOf(
  text: string,
  sentences: readonly Sentence[],
): { entities: Entity[]; mentions: Mention[] } {
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  for (const match of text.matchAll(NAME)) {
    const name = match[0];
    const starts = sentences.some((one) => one.start === match.index);
    if (starts && !name.includes(' ')) continue;
    let entity = entities.findIndex((one) => one.name === name || one.name.endsWith(` ${name}`));
    const type = name.includes(' ') ? 'person' : 'place';
    if (entity < 0) entity = entities.push({ name, type, mentions: 0 }) - 1;
    const known = entities[entity]!;
    entities[entity] = { ...known, mentions: known.mentions + 1 };
    const span = { start: match.index, end: match.index + name.length };
    mentions.push({ ...span, type: known.type, entity, sentence: sentenceAt(sentences, match.index) });
  }
  return { entities, mentions };
}

function figuresOf(text: string, sentences: readonly Sentence[]): Figure[] {
  return [...text.matchAll(NUMBER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: Number(match[2]!.replaceAll(',', '')),
    high: null,
    unit: 'count',
    counted: match[3] ?? null,
    modifier: MODIFIERS[match[1] as keyof typeof MODIFIERS] ?? 'exactly',
    partial: false,
    asOf: null,
    speaker: null,
    speakerEntity: -1,
    sentence: sentenceAt(sentences, match.index),
  }));
}

function quotesOf(text: string, sentences: readonly Sentence[], entities: readonly Entity[]): Quote[] {
  return [...text.matchAll(QUOTED)].map((match) => {
    const content = { start: match.index + 1, end: match.index + 1 + match[1]!.length };
    const speaker = match[3];
    const start = match.index + match[0].length - (speaker?.length ?? 0);
    return {
      kind: 'direct',
      content,
      cue: null,
      speaker: speaker === undefined ? null : { start, end: start + speaker.length },
      speakerEntity: entities.findIndex((one) => speaker !== undefined && one.name.endsWith(speaker)),
      sentence: sentenceAt(sentences, content.start),
    };
  });
}

/** An article with a plain annotation: names by capitals, numbers by digits, quotations by “ ” and "said". */
export function ledgerArticle(written: WrittenArticle): LedgerArticle {
  let text = '';
  let block = 0;
  const sentences: Sentence[] = [];
  for (const sentence of written.sentences) {
    if (sentence.block === true && text !== '') {
      text += '\n';
      block++;
    } else if (text !== '') text += ' ';
    const start = text.length;
    text += sentence.text;
    const speech = /\b(?:said|says|told|warned|according to)\b/.test(sentence.text);
    sentences.push({ start, end: text.length, block, role: sentence.role, speech });
  }
  const { entities, mentions } = mentionsOf(text, sentences);
  const domain = `${written.outlet.toLowerCase().replaceAll(' ', '-')}.example`;
  return {
    article: {
      id: written.id,
      externalId: null,
      url: `https://${domain}/${written.id}`,
      outletId: domain,
      title: written.title,
      text,
      byline: null,
      publishedAt: Date.parse(written.at),
      datePrecision: 'minute',
      language: 'en',
      imageUrl: null,
      origin: 'page',
      truncated: false,
      warnings: [],
    },
    annotation: {
      articleId: written.id,
      language: 'en',
      sentences,
      entities,
      mentions,
      descriptions: [],
      figures: figuresOf(text, sentences),
      quotes: quotesOf(text, sentences, entities),
      dates: [],
      loadedWords: [],
      tone: [],
      wireCredit: null,
      ...written.annotation,
    },
    outlet: {
      id: domain,
      name: written.outlet,
      homeUrl: null,
      country: written.country ?? 'GB',
      language: 'en',
      kind: 'newspaper',
      owner: null,
    },
    links: written.links ?? [],
    copyOf: written.copyOf ?? null,
    copyKind: written.copyOf === undefined ? null : 'wire-copy',
  };
}

export function briefInput(
  articles: readonly LedgerArticle[],
  changes: Partial<BriefInput> = {},
): BriefInput {
  return {
    storyId: 'story-1',
    slug: 'story-one',
    articles,
    earlier: [],
    topics: [],
    quotationBudget: null,
    ...changes,
  };
}
