import type { MentionType } from '../../../../core/annotation.ts';
import type { Span } from '../../../../core/span.ts';
import type { ReadWord, TextReading } from '../../../../core/written.ts';

/** What the articles of a story offer for putting wrong things into a statement. */
export interface StoryStock {
  readonly names: readonly { readonly name: string; readonly type: MentionType }[];
  /** "finance minister", lower case. */
  readonly offices: readonly string[];
  readonly outlets: readonly string[];
  readonly counted: readonly string[];
  /** Common words of the articles by part of speech. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Claim numbers with their content words. */
  readonly claims: readonly { readonly number: number; readonly words: ReadonlySet<string> }[];
}

/** A true statement, read, with all that it may rest on. */
export interface Subject {
  readonly text: string;
  readonly claims: readonly number[];
  readonly words: readonly ReadWord[];
  readonly annotation: TextReading;
  /** Every word that a check of it may see: passages, claims, roles, outlets that are cited. */
  readonly evidence: string;
  /** Stretches of the passages that their articles give as somebody's words or opinion. */
  readonly spoken: string;
  /** Stretches of the passages that nobody is quoted with. */
  readonly unspoken: string;
  readonly outlets: readonly string[];
  readonly storyOutlets: number;
  readonly stock: StoryStock;
  /** Turns choices; always the same for the same statement. */
  readonly seed: number;
}

export interface Mutant {
  readonly text: string;
  /** Claims it names, where they are not those of the true statement. */
  readonly claims?: readonly number[];
}

/** Makes false statements of a true one; each is false by construction. */
export type Mutation = (subject: Subject) => Mutant[];

/** The text with a stretch of it replaced. */
export function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** True when none of the evidence has these words. */
export function isAbsent({ evidence }: Subject, words: string): boolean {
  return !new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, 'iu').test(evidence);
}

/** One of several, turned by the statement's seed; undefined of none. */
export function chosen<T>(items: readonly T[], { seed }: Subject, turn = 0): T | undefined {
  return items[(seed + turn * 7) % Math.max(1, items.length)];
}

/** True when a place of the statement lies in quotation marks. */
export function isQuoted({ text }: Subject, at: number): boolean {
  return /[“"][^“”"]*$/.test(text.slice(0, at)) && /^[^“”"]*[”"]/.test(text.slice(at));
}

/** With a capital where the replaced word had one. */
export function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** The first word small where it is no name. */
export function asClause({ text, words, annotation }: Subject): string {
  const [first] = words;
  const isName = annotation.mentions.some(({ start }) => start === 0) || first?.tag === 'PROPN';
  return isName || /^(?:I\b|["“\d])/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Every word of a list in the statement replaced by its partner, where the evidence does not have that. */
export function bySwappedWords(
  subject: Subject,
  pairs: readonly (readonly [string, string])[],
  allowed: (word: ReadWord, partner: string) => boolean = () => true,
): Mutant[] {
  const partners = new Map(pairs);
  return subject.words.flatMap((word) => {
    const partner = partners.get(word.lower);
    if (partner === undefined || isQuoted(subject, word.start) || !isAbsent(subject, partner)) return [];
    return allowed(word, partner)
      ? [{ text: replaced(subject.text, word, likeCase(word.text, partner)) }]
      : [];
  });
}
