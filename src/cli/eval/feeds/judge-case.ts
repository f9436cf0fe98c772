import { escapeUTF8 } from 'entities';
import { parseHTML } from 'linkedom';
import type { DraftFeed, DraftItem } from '../../../ingest/formats/feed-fields.ts';
import type { FeedCase } from './feed-case.ts';
import {
  type Comparison,
  exclusionByHeader,
  exclusionOf,
  type FeedMapping,
  fieldOf,
  pathName,
} from './feed-mapping.ts';
import type { Expression, Literal } from './python-expression.ts';

/** What a case says of our reading; `excluded` names the kind under which it says nothing. */
export type Verdict =
  | { readonly kind: 'right' | 'wrong'; readonly found: string }
  | { readonly kind: 'excluded'; readonly as: string };

/** A part of an expectation: true, false, or said of something else. `well-formedness` beside a real part is passed over. */
type Truth = { readonly holds: boolean } | { readonly excluded: string };

const WELL_FORMEDNESS = 'well-formedness';

/** Holds a reading (null: the document was refused) against the expectation of its case. */
export function judgeCase(testCase: FeedCase, feed: DraftFeed | null, mapping: FeedMapping): Verdict {
  const byHeader = exclusionByHeader(mapping, testCase.headers);
  if (byHeader !== null) return { kind: 'excluded', as: byHeader };
  if (testCase.expression === null) return { kind: 'excluded', as: 'form' };
  const judge = new Judge(feed, mapping, testCase);
  const truth = judge.truth(testCase.expression);
  if ('excluded' in truth) return { kind: 'excluded', as: truth.excluded };
  return { kind: truth.holds ? 'right' : 'wrong', found: JSON.stringify(judge.found) };
}

class Judge {
  /** What was read of our side, for the list of failing cases. */
  readonly found: unknown[] = [];
  private readonly feed: DraftFeed | null;
  private readonly mapping: FeedMapping;
  private readonly testCase: FeedCase;

  constructor(feed: DraftFeed | null, mapping: FeedMapping, testCase: FeedCase) {
    this.feed = feed;
    this.mapping = mapping;
    this.testCase = testCase;
  }

  truth(expression: Expression): Truth {
    switch (expression.kind) {
      case 'and':
        return this.all(expression.parts, (truths) => truths.every(Boolean));
      case 'or':
        return this.all(expression.parts, (truths) => truths.some(Boolean));
      case 'not': {
        const inner = this.truth(expression.of);
        return 'excluded' in inner ? inner : { holds: !inner.holds };
      }
      case 'compare':
        return this.comparison(expression);
      case 'literal':
        return { excluded: 'no-statement' };
      case 'call':
        return this.hasKey(expression);
      case 'path': {
        const kind = this.excluded(expression.steps);
        return kind === null ? { holds: !isNothing(this.read(expression.steps)) } : { excluded: kind };
      }
    }
  }

  private all(parts: readonly Expression[], join: (truths: readonly boolean[]) => boolean): Truth {
    const truths = parts.map((part) => this.truth(part));
    const real = truths.filter((truth) => !('excluded' in truth && truth.excluded === WELL_FORMEDNESS));
    if (real.length === 0) return truths[0] as Truth;
    const excluded = real.find((truth) => 'excluded' in truth);
    return excluded ?? { holds: join(real.map((truth) => 'holds' in truth && truth.holds)) };
  }

  /** `a == b == 'x'` says of both that they are x. */
  private comparison({ sides, operators }: Extract<Expression, { kind: 'compare' }>): Truth {
    const expected = sides.at(-1);
    if (expected?.kind !== 'literal' || operators.some((operator) => operator !== '==' && operator !== '!='))
      return { excluded: this.kindOfFirst(sides) };
    const truths = sides.slice(0, -1).map((side) => this.equals(side, expected.value));
    const excluded = truths.find((truth) => 'excluded' in truth);
    if (excluded !== undefined) return excluded;
    const holds = truths.every((truth) => 'holds' in truth && truth.holds);
    return { holds: operators[0] === '!=' ? !holds : holds };
  }

  private kindOfFirst(sides: readonly Expression[]): string {
    const path = sides.find((side) => side.kind === 'path');
    return (path?.kind === 'path' ? this.excluded(path.steps) : null) ?? 'form';
  }

  private equals(side: Expression, expected: Literal): Truth {
    if (side.kind === 'call') return this.callEquals(side, expected);
    if (side.kind !== 'path') return { excluded: 'form' };
    const kind = this.excluded(side.steps);
    if (kind !== null) return { excluded: kind };
    const as = fieldOf(this.mapping, pathName(side.steps))?.as ?? 'exact';
    const isPlain = this.mapping.plain.includes(this.testCase.name);
    return { holds: isSame(as, this.read(side.steps), isPlain ? escaped(expected) : expected) };
  }

  /** `len(list)` and `ord(text)`. */
  private callEquals({ of, args }: Extract<Expression, { kind: 'call' }>, expected: Literal): Truth {
    const [argument] = args;
    const name = of.kind === 'path' ? pathName(of.steps) : '';
    if (argument?.kind !== 'path' || (name !== 'len' && name !== 'ord'))
      return { excluded: this.kindOfFirst([of]) };
    const kind = this.excluded(argument.steps);
    if (kind !== null) return { excluded: kind };
    const value = this.read(argument.steps);
    if (name === 'len') return { holds: Array.isArray(value) && value.length === expected };
    return { holds: typeof expected === 'number' && isSame('html', value, String.fromCodePoint(expected)) };
  }

  private hasKey({ of, args }: Extract<Expression, { kind: 'call' }>): Truth {
    const [key] = args;
    if (of.kind !== 'path' || of.steps.at(-1) !== 'has_key' || key?.kind !== 'literal')
      return { excluded: of.kind === 'path' ? (this.excluded(of.steps) ?? 'form') : 'form' };
    return this.truth({ kind: 'path', steps: [...of.steps.slice(0, -1), String(key.value)] });
  }

  private excluded(steps: readonly (string | number)[]): string | null {
    return exclusionOf(this.mapping, pathName(steps), this.testCase);
  }

  private read(steps: readonly (string | number)[]): unknown {
    const field = fieldOf(this.mapping, pathName(steps))?.field ?? '';
    const [index = 0, second] = steps.filter((step) => typeof step === 'number');
    const value = field === 'entries' ? (this.feed?.items ?? []) : this.valueOf(field, index);
    const one = Array.isArray(value) && second !== undefined ? value[second] : value;
    this.found.push(field === 'entries' ? this.feed?.items.length : one);
    return one;
  }

  private valueOf(field: string, index: number): unknown {
    const feed = this.feed;
    if (feed === null) return null;
    if (field === 'feed.title') return feed.title;
    if (field === 'feed.link') return feed.homeUrl;
    if (field === 'feed.language') return feed.language;
    const item = feed.items[index];
    return item === undefined ? null : itemValue(item, field);
  }
}

function itemValue(item: DraftItem, field: string): unknown {
  if (field === 'author') return item.authors[0] ?? null;
  if (field === 'category') return item.categories[0] ?? null;
  // The suite's parser gives the content for the summary where there is none.
  if (field === 'summaryOrContent') return item.summaryHtml ?? item.contentHtml;
  // Feeds that give one date are said to be updated then.
  if (field === 'updatedOrPublished') return item.updatedAt ?? item.publishedAt;
  return item[field as keyof DraftItem];
}

/** An expectation that is text written as the HTML of that text, as all others are. */
function escaped(expected: Literal): Literal {
  return typeof expected === 'string' ? escapeUTF8(expected) : expected;
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isSame(as: Comparison, ours: unknown, expected: Literal): boolean {
  if (expected === null || expected === '') return isNothing(ours);
  if (as === 'time') return typeof ours === 'number' && ours === timeOf(expected);
  if (typeof ours !== 'string')
    return isNothing(ours) && typeof expected === 'string' && isEmptyMarkup(as, expected);
  if (typeof expected !== 'string') return false;
  switch (as) {
    case 'text':
      return squeeze(ours) === visible(expected).text;
    case 'html':
      return isSameMarkup(ours, expected);
    case 'address':
      return URL.parse(ours)?.href === URL.parse(expected)?.href;
    case 'language':
      return ours === expected.toLowerCase().split(/[-_]/)[0];
    case 'person':
      return squeeze(ours) === squeeze(expected.replace(/\s*\([^)]*@[^)]*\)$/, ''));
    default:
      return ours === expected;
  }
}

function isEmptyMarkup(as: Comparison, expected: string): boolean {
  return (as === 'text' || as === 'html') && visible(expected).text === '';
}

/** Visible text and addresses are the same; how tags and entities are written is not compared. */
function isSameMarkup(ours: string, expected: string): boolean {
  const one = visible(ours);
  const other = visible(expected);
  return one.text === other.text && one.addresses === other.addresses;
}

interface Visible {
  readonly text: string;
  readonly addresses: string;
}

/** Read with a DOM, so that our own way from HTML to text is not its own judge. */
function visible(html: string): Visible {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const hidden of document.querySelectorAll('script,style,noscript,template,title')) hidden.remove();
  const addresses = [...document.querySelectorAll('[href],[src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  );
  const written = addresses.map((address) => URL.parse(address)?.href ?? address);
  return { text: squeeze(document.body.textContent), addresses: written.join(' ') };
}

/** Where spaces stand between blocks is a matter of layout. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Python's time tuple: year, month, day, hour, minute, second, …, in UTC. */
function timeOf(expected: Literal): number | null {
  if (!Array.isArray(expected)) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = expected.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
