import { createRequire } from 'node:module';
import * as chrono from 'chrono-node';
import { eld } from 'eld/small';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { NEVER_FINAL, SOMETIMES_FINAL } from '../nlp/abbreviations.ts';
import type { LanguageDetector } from '../nlp/detect-language.ts';
import { readWordTable, type WordTable } from '../nlp/word-table.ts';
import { readWordVectors, type WordVectors } from '../nlp/word-vectors.ts';
import type { DateParser } from './find-dates.ts';
import { type JudgingModels, readJudgingModels } from './judge-article.ts';
import { readNameWords } from './names/name-words.ts';
import type { EnglishNames } from './names/read-names.ts';
import { readNameTagger } from './names/tag-names.ts';
import { readNameTyper } from './names/type-features.ts';
import type { CommonWords } from './names/word-use.ts';
import { type QuoteModel, readQuoteModel } from './quotes/quote-model.ts';
import { type RoleModel, readRoleModel } from './roles/role-model.ts';
import type { Tagger } from './text-document.ts';

/** What cuts and tags English. */
export interface EnglishTagger {
  readonly tagEnglish: Tagger;
  /** True for a word the English dictionary of the tagger lists in lower case. */
  readonly isCommonEnglish: CommonWords;
}

/** The loaded language resources. Made once per thread: loading takes most of a second, reading an article milliseconds. */
export interface AnnotateTools extends EnglishTagger {
  readonly detector: LanguageDetector;
  /** Date parser of a language other than English; null where there is none. */
  dateParser(language: string): DateParser | null;
  readonly wordVectors: WordVectors;
  readonly roleModel: RoleModel;
  readonly names: EnglishNames;
  readonly wordTable: WordTable;
  readonly judging: JudgingModels;
  readonly quoteModel: QuoteModel;
}

/** Words with their apostrophes (a possessive apart) and a full stop that may belong to them, initials, numbers, single marks. */
const WORD_OR_MARK =
  /(?:\p{L}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*\.?|['’]s\b|\p{N}+(?:[.,:]\p{N}+)*|[^\s\p{L}\p{N}]/gu;

/** A full stop is part of an abbreviation ("Gen.", and "Inc." before more of its sentence), else a mark of its own. */
function stopApart(word: string, next: string | undefined): string {
  if (word.length < 3 || !word.endsWith('.')) return word;
  const name = word.slice(0, -1).toLowerCase();
  if (name.includes('.')) return word;
  const continues = next !== undefined && /^[\p{Ll},;]/u.test(next);
  const isAbbreviation = NEVER_FINAL.has(name) || (continues && SOMETIMES_FINAL.has(name));
  return isAbbreviation ? word : `${word.slice(0, -1)} .`;
}

/**
 * The tagger remembers every word it has met and cuts what it does not know differently from what it does: "Ellis." is
 * one token or two, depending on the articles before. With a space between words and marks there is nothing left to cut,
 * so that an article reads the same whatever came before it.
 */
function separateWords(text: string): string {
  const words = text.match(WORD_OR_MARK) ?? [];
  return words.map((word, index) => stopApart(word, words[index + 1])).join(' ');
}

/** The tagger alone, for those who train the models the rest of the tools consist of. */
export function createEnglishTagger(): EnglishTagger {
  const nlp = winkNLP(model, ['pos']);
  const its = nlp.its;
  return {
    isCommonEnglish: commonWords((word) => nlp.readDoc(word).tokens().out(its.uniqueId).map(Number)),
    tagEnglish: (text) => {
      const tokens = nlp.readDoc(separateWords(text)).tokens();
      return { words: tokens.out(its.value), tags: tokens.out(its.pos) };
    },
  };
}

/**
 * Loads tagger, language identifier, date parsers and the trained role weights.
 * The identifier is eld's small set: on headlines it does as well as the medium one, and a thread with it takes 40 MB
 * less (measured 2026-11-23); the large set takes 2 s to start.
 */
export function createAnnotateTools(): AnnotateTools {
  const parsers: Readonly<Record<string, DateParser>> = {
    de: chrono.de.casual,
    fr: chrono.fr.casual,
    es: chrono.es.casual,
    pt: chrono.pt.casual,
    it: chrono.it.casual,
    nl: chrono.nl.casual,
    ru: chrono.ru.casual,
    uk: chrono.uk.casual,
    ar: chrono.ar.casual,
    zh: chrono.zh.casual,
  };
  // Not an import: the JSON lies beside src/, outside the compiler's root, at the same distance from src/ and dist/.
  const load = createRequire(import.meta.url);
  const words = readNameWords(load('../../data/models/name-words.json'));
  const wordTable = readWordTable(load('../../data/models/word-table.json'));
  let judging: JudgingModels | null = null;
  return {
    ...createEnglishTagger(),
    detector: eld,
    dateParser: (language) => parsers[language] ?? null,
    quoteModel: readQuoteModel(load('../../data/models/quotes.json')),
    wordVectors: readWordVectors(load('../../data/models/word-vectors.json')),
    roleModel: readRoleModel(load('../../data/models/roles.json')),
    names: {
      tagger: readNameTagger(load('../../data/models/names.json'), words),
      typer: readNameTyper(load('../../data/models/name-types.json'), words),
    },
    wordTable,
    get judging() {
      judging ??= readJudgingModels(
        wordTable,
        load('../../data/models/tone.json'),
        load('../../data/models/loaded-words.json'),
      );
      return judging;
    },
  };
}

/**
 * The tagger numbers its dictionary's words first and every other word after them, as it meets them: a number below
 * that of a word nobody has ever written means that the dictionary has it.
 */
function commonWords(numbersOf: (word: string) => number[]): CommonWords {
  const firstUnknown = numbersOf('qqxzvwj')[0] ?? 0;
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const numbers = numbersOf(word);
    const common = numbers.length === 1 && (numbers[0] ?? firstUnknown) < firstUnknown;
    if (known.size >= 50_000) known.clear();
    known.set(word, common);
    return common;
  };
}
