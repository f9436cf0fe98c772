import { createRequire } from 'node:module';
import { readKnowledgeBase } from '../../src/cli/eval/linking/knowledge-base.ts';
import { readRows } from '../../src/cli/eval/read-data.ts';
import type { NamedTopic } from '../../src/core/topic.ts';
import { normaliseName } from '../../src/nlp/normalise-name.ts';
import { stem } from '../../src/nlp/stem.ts';
import { STOP_WORDS } from '../../src/nlp/stop-words.ts';
import { type Token, tokenise } from '../../src/nlp/tokens.ts';
import { loadTypeModel } from '../../src/topics/topic-tools.ts';
import { addWord, rarity, readWordVectors, type WordVectors } from '../../src/topics/topic-words.ts';
import { writeModel } from './trained-model.ts';

/** Content words on each side of a name that count as its context. */
const WINDOW = 14;
const MAX_TOPICS = 9_000;
const MAX_TERMS = 12;
const MAX_NAME_WORDS = 5;
/** Share of a key's weight from which it names a topic; and, of the topics with that title, from which it names one of them. */
const MIN_PRIOR = 0.8;
/**
 * A land or a full name whose title other topics carry as an alias, too: "Florida" is an alias of its universities and clubs. By
 * judgement (2026-11-24): at this share 301 topics more have a context, 12 of them read in more than 320 articles.
 */
const MIN_TITLED_PRIOR = 0.15;

/** The topic that the press means by a title when it writes it out; null when that is not clear. */
export function topicTitled(key: string, named: readonly NamedTopic[]): NamedTopic | null {
  const titled = named.filter(({ topic }) => normaliseName(topic.title) === key);
  const total = titled.reduce((sum, { weight }) => sum + weight, 0);
  const isClear = ({ prior, weight, topic }: NamedTopic): boolean => {
    if (prior >= MIN_PRIOR) return true;
    // A lone word that is no place is mostly a part of a person's name.
    const isTelling = key.includes(' ') || topic.type === 'place';
    return isTelling && prior >= MIN_TITLED_PRIOR && weight >= MIN_PRIOR * total;
  };
  return titled.find(isClear) ?? null;
}

interface Context {
  articles: number;
  readonly counts: Map<string, number>;
}

function readTexts(): string[] {
  const texts: string[] = [];
  for (const { title, text } of readRows<{ title: string; text: string }>('press/stream-2018.jsonl.gz'))
    texts.push(`${title}\n${text}`);
  for (const { text } of readRows<{ text: string }>('quotes/polnear-dev.jsonl.gz')) texts.push(text);
  for (const { articles } of readRows<{ articles: { title: string; text: string }[] }>(
    'stories/allsides-dev.jsonl.gz',
  ))
    for (const { title, text } of articles) texts.push(`${title}\n${text}`);
  for (const { headline, sentences } of readRows<{ headline: string; sentences: { text: string }[] }>(
    'discourse/train.jsonl.gz',
  ))
    texts.push(`${headline}\n${sentences.map((one) => one.text).join('\n')}`);
  return [...new Set(texts)];
}

/** The topic that a capitalised run of words names by its title, at `from`, and where the run ends; the longest first. */
function nameAt(
  tokens: readonly Token[],
  from: number,
  topicOf: (key: string) => string | null,
): { readonly id: string; readonly to: number } | null {
  if (!/^\p{Lu}/u.test(tokens[from]?.text ?? '')) return null;
  for (let to = Math.min(tokens.length, from + MAX_NAME_WORDS); to > from; to -= 1) {
    if (!/^[\p{Lu}\p{N}]/u.test(tokens[to - 1]?.text ?? '')) continue;
    const words = tokens.slice(from, to).map((token) => token.norm);
    const id = topicOf(normaliseName(words.join(' ')));
    if (id !== null) return { id, to };
  }
  return null;
}

function addWords(context: Context, tokens: readonly Token[]): void {
  for (const { norm } of tokens) {
    if (norm.length < 2 || STOP_WORDS.has(norm)) continue;
    const term = stem(norm);
    context.counts.set(term, (context.counts.get(term) ?? 0) + 1);
  }
}

function readText(
  text: string,
  topicOf: (key: string) => string | null,
  contexts: Map<string, Context>,
): void {
  const tokens = tokenise(text);
  const seen = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    const name = nameAt(tokens, at, topicOf);
    if (name === null) continue;
    const context = contexts.get(name.id) ?? { articles: 0, counts: new Map<string, number>() };
    contexts.set(name.id, context);
    if (!seen.has(name.id)) context.articles += 1;
    seen.add(name.id);
    addWords(context, tokens.slice(Math.max(0, at - WINDOW), at));
    addWords(context, tokens.slice(name.to, name.to + WINDOW));
    at = name.to - 1;
  }
}

function readContexts(topicOf: (key: string) => string | null): Map<string, Context> {
  const contexts = new Map<string, Context>();
  for (const text of readTexts()) readText(text, topicOf, contexts);
  return contexts;
}

/** The most telling words of a context, and its vector of length 127. */
function summarise({ counts }: Context, vectors: WordVectors): { terms: number[]; vector: Int8Array } {
  const sum = new Float64Array(vectors.dimensions);
  const scored: [string, number][] = [];
  for (const [term, count] of counts) {
    const weight = Math.log1p(count) * rarity(vectors, term);
    addWord(sum, vectors, term, weight);
    if (count > 1 && vectors.numbers.has(term))
      scored.push([term, Math.log(count) * rarity(vectors, term) ** 2]);
  }
  const length = Math.hypot(...sum) || 1;
  const best = scored.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MAX_TERMS);
  return {
    terms: best.map(([term]) => vectors.numbers.get(term) ?? 0),
    vector: Int8Array.from(sum, (value) => Math.round((value / length) * 127)),
  };
}

/**
 * What the press writes around the topics of the base, by the titles that mean one topic: most rows of a base have no description. No
 * event of 2025 and no linking set is read.
 */
export function train(): void {
  const vectors = readWordVectors(createRequire(import.meta.url)('../../data/models/topic-words.json'));
  const base = readKnowledgeBase(loadTypeModel(), false);
  const known = new Map<string, string | null>();
  const topicOf = (key: string): string | null => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const best = topicTitled(key, base.named(key));
    known.set(key, best?.topic.id ?? null);
    return best?.topic.id ?? null;
  };
  const kept = [...readContexts(topicOf)]
    .sort((a, b) => b[1].articles - a[1].articles || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_TOPICS);
  const summaries = kept.map(([, context]) => summarise(context, vectors));
  writeModel('topic-contexts', {
    ids: kept.map(([id]) => id).join(' '),
    articles: kept.map(([, { articles }]) => articles).join(' '),
    terms: summaries.map(({ terms }) => terms.join(' ')).join(','),
    vectors: Buffer.concat(summaries.map(({ vector }) => Buffer.from(vector.buffer))).toString('base64'),
  });
}
