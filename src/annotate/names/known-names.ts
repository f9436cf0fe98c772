import type { Entity, Mention, MentionType } from '../../core/annotation.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { romanised } from '../../nlp/romanise.ts';
import { type Token, tokenise } from '../../nlp/tokens.ts';
import { sentenceAt, type TextDocument } from '../text-document.ts';
import { nominatives } from './nominatives.ts';
import type { ResolvedNames } from './resolve-names.ts';

/** An alias of the knowledge base that a text may hold, with what it mostly means. */
export interface KnownName {
  /** As `normaliseName` writes it. */
  readonly key: string;
  readonly title: string;
  readonly type: MentionType;
}

/** Languages in which capitals do not show names or endings change them: names are looked up by alias. */
type Probed = 'de' | 'uk' | 'ru' | 'ar' | 'zh';
const PROBED: ReadonlySet<string> = new Set<Probed>(['de', 'uk', 'ru', 'ar', 'zh']);

const SAMPLE = 2000;
const GERMAN_WORDS = /\b(?:der|die|das|und|nicht|ist|eine[rmns]?|mit|für|auf|von|wird|hat)\b/g;

/** The language whose names a text is searched for, told by letters and small words; null for all others. */
export function probedLanguage(text: string): Probed | null {
  const sample = text.slice(0, SAMPLE);
  const share = (pattern: RegExp): number =>
    (sample.match(pattern)?.length ?? 0) / Math.max(1, sample.length);
  if (share(/\p{Script=Arabic}/gu) > 0.3) return 'ar';
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  if (share(/\p{Script=Cyrillic}/gu) > 0.3) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  return share(GERMAN_WORDS) > 0.02 ? 'de' : null;
}

interface Probe {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  /** The name as written and with the endings of the language taken off, the likeliest first. */
  readonly keys: readonly string[];
  /** True behind a German article: a country or river may follow it ("die Ukraine"), mostly a noun does. */
  readonly hasArticle: boolean;
}

/** Keys under which the names of a text may stand in the knowledge base; empty for languages that are not looked up. */
export function knownNameKeys(text: string): string[] {
  const language = probedLanguage(text);
  if (language === null) return [];
  return [...new Set(probes(text, language).flatMap(({ keys }) => keys))];
}

const MOST_WORDS: Readonly<Record<Probed, number>> = { de: 3, uk: 3, ru: 3, ar: 4, zh: 6 };
/** Signs of a Chinese name: a single one is a word, more than these are a clause. */
const HAN_NAME = /^[\p{Script=Han}·]{2,12}$/u;

/** Runs of words that may be names, the longest at each place first. */
function probes(text: string, language: Probed): Probe[] {
  const tokens = tokenise(text);
  const known = new Map<string, readonly string[]>();
  const keysOnce = (written: string): readonly string[] => {
    const keys = known.get(written) ?? keysOf(written, language);
    known.set(written, keys);
    return keys;
  };
  return tokens.flatMap((token, index) =>
    mayOpen(token, language) ? probesAt(text, tokens, index, language, keysOnce) : [],
  );
}

function probesAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  language: Probed,
  keysOnce: (written: string) => readonly string[],
): Probe[] {
  const start = tokens[from]?.start ?? 0;
  const hasArticle = language === 'de' && BEFORE_NOUN.test(tokens[from - 1]?.text.toLowerCase() ?? '');
  const found: Probe[] = [];
  for (const [index, token] of tokens.slice(from, from + MOST_WORDS[language]).entries()) {
    if (index > 0 && !mayFollow(text, tokens[from + index - 1], token, language)) break;
    const keys = keysOnce(text.slice(start, token.end));
    if (keys.length > 0) found.unshift({ start, end: token.end, words: index + 1, keys, hasArticle });
  }
  return found;
}

/** Words before a German noun that is no name: articles, contractions, pronouns and adjectives. */
const BEFORE_NOUN =
  /^(?:d(?:er|ie|as|en|em|es)|(?:k|m|d|s)?ein(?:e[rmns]?)?|ihr(?:e[rmns]?)?|im|am|zum|zur|vom|beim|ins|ans|dies(?:e[rmns]?)|jede[rmns]?|\p{Ll}{3,}(?:ische|liche|ige|neue|große|alte)[rmns]?)$/u;

function mayOpen({ text }: Token, language: Probed): boolean {
  if (language === 'ar') return /^\p{Script=Arabic}{3,}/u.test(text);
  return language === 'zh' ? /^\p{Script=Han}/u.test(text) : /^\p{Lu}/u.test(text);
}

function mayFollow(text: string, before: Token | undefined, token: Token, language: Probed): boolean {
  if (before === undefined) return false;
  const gap = text.slice(before.end, token.start);
  if (language === 'zh') return (gap === '' || gap === '·') && /^\p{Script=Han}/u.test(token.text);
  if (gap !== ' ') return false;
  return language === 'ar' ? /^\p{Script=Arabic}/u.test(token.text) : /^\p{Lu}/u.test(token.text);
}

function keysOf(written: string, language: Probed): string[] {
  if (language === 'zh') return HAN_NAME.test(written) ? [normaliseName(written)] : [];
  if (language === 'ar') return arabicKeys(written);
  const forms =
    language === 'de'
      ? [written, written.replace(/(?<=\p{Ll}{3})s$/u, '')]
      : cyrillicForms(written, language);
  return [...new Set(forms.map(normaliseName))].filter((key) => key.length > 2);
}

/** As it stands and in the nominative, in its own letters and, as most aliases are, in Latin ones. */
function cyrillicForms(written: string, language: 'uk' | 'ru'): string[] {
  const forms = nominatives(written);
  return [...forms, ...forms.flatMap((form) => romanised(form, language))];
}

/** "and", "so", "in", "to" and "like" are written together with the word behind them. */
function arabicKeys(written: string): string[] {
  const bare = written.replace(/^[وف]?(?:لل|[بلك](?=ال)|[وفبلك])(?=\p{L}{3,})/u, '');
  return [...new Set([written, bare, bare.replace(/^ال/, ''), `ال${bare}`].map(normaliseName))].filter(
    (key) => key.length > 2,
  );
}

/**
 * Adds the names of a text that the knowledge base knows by alias, each under the title it has there, so that
 * "Зеленського" and "Zelensky" are one, and the surnames of such persons. They take the place of names found by capitals that they overlap.
 */
export function addKnownNames(
  document: TextDocument,
  names: ResolvedNames,
  known: readonly KnownName[],
): ResolvedNames {
  const language = probedLanguage(document.text);
  if (known.length === 0 || language === null || !PROBED.has(document.language)) return names;
  const byKey = new Map(known.map((name) => [name.key, name]));
  const all = probes(document.text, language);
  const found = matches(all, (probe) =>
    firstKnown(probe, byKey, (name) => name !== undefined && isTelling(name, probe)),
  );
  // Later in the article a person goes by the surname alone.
  const surnames = new Map<string, KnownName>();
  for (const { start, end, name } of found) {
    const last = document.text.slice(start, end).split(' ').slice(1).at(-1);
    if (name.type !== 'person' || last === undefined) continue;
    for (const key of keysOf(last, language)) surnames.set(key, name);
  }
  const again = all.filter(({ start, end }) => !found.some((one) => start < one.end && one.start < end));
  found.push(
    ...matches(again, (probe) => (probe.words === 1 ? firstKnown(probe, surnames, Boolean) : undefined)),
  );
  return found.length === 0 ? names : merged(document, names, found);
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly name: KnownName;
}

/** What probes mean, in the order of the text and not overlapping. */
function matches(probed: readonly Probe[], meaning: (probe: Probe) => KnownName | undefined): Found[] {
  const found: Found[] = [];
  let free = 0;
  for (const probe of probed) {
    const name = probe.start < free ? undefined : meaning(probe);
    if (name === undefined) continue;
    found.push({ start: probe.start, end: probe.end, name });
    free = probe.end;
  }
  return found;
}

function firstKnown(
  { keys }: Probe,
  names: ReadonlyMap<string, KnownName>,
  isMeant: (name: KnownName | undefined) => boolean,
): KnownName | undefined {
  return keys.map((key) => names.get(key)).find(isMeant);
}

/** A single word must be the name of somebody or of a place: works and matters bear names that are common words. */
function isTelling({ type }: KnownName, { words, hasArticle }: Probe): boolean {
  if (words > 1 || type === 'place') return true;
  return !hasArticle && (type === 'person' || type === 'organisation');
}

function merged(
  document: TextDocument,
  { entities, mentions }: ResolvedNames,
  found: readonly Found[],
): ResolvedNames {
  const kept = mentions.filter((one) => !found.some(({ start, end }) => start < one.end && one.start < end));
  const rows: { start: number; end: number; name: string; type: MentionType }[] = [
    ...kept.map(({ start, end, type, entity }) => ({ start, end, type, name: entities[entity]?.name ?? '' })),
    ...found.map(({ start, end, name }) => ({ start, end, type: name.type, name: name.title })),
  ].sort((a, b) => a.start - b.start);
  const index = new Map<string, number>();
  const counted: Entity[] = [];
  const placed = rows.map(({ start, end, name, type }): Mention => {
    const entity = index.get(name) ?? counted.length;
    index.set(name, entity);
    const before = counted[entity];
    counted[entity] = { name, type: before?.type ?? type, mentions: (before?.mentions ?? 0) + 1 };
    return { start, end, type, entity, sentence: sentenceAt(document, start) };
  });
  return { entities: counted, mentions: placed };
}
