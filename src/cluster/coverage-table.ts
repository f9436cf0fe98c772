import type { Grouping, OutletGroup } from '../core/blind-spot.ts';
import type { Outlet } from '../core/outlet.ts';
import { compareText } from './compare-text.ts';
import { ownerKey } from './same-owner.ts';

export interface CoveredArticle {
  readonly outletId: string;
  readonly storyId: string;
  /** Language of the story. */
  readonly language: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
}

export interface CoverageInput {
  /** End of the window, milliseconds. */
  readonly now: number;
  readonly outlets: readonly Pick<Outlet, 'id' | 'country' | 'kind' | 'owner'>[];
  /** Groups of the operator's; an outlet may be in several. */
  readonly groups: readonly OutletGroup[];
  /** Articles of the window that are in stories, in any order; copies too: whoever prints a text carries the story. */
  readonly articles: readonly CoveredArticle[];
  /** When each story of the window began, also where that was before it. */
  readonly firstAt: ReadonlyMap<string, number>;
  /** Other stories of the same event, by story: an outlet that carries one of them does not leave the event out. */
  readonly kin?: ReadonlyMap<string, readonly string[]>;
}

/** An outlet, or the outlets of one owner within a group, with what it carries. */
export interface Unit {
  readonly stories: Set<string>;
  /** Newest article by language of its story, milliseconds. */
  readonly lastAt: Map<string, number>;
}

type OutletRow = CoverageInput['outlets'][number];

/** Stories that fewer than two carry say nothing about what an outlet takes up from others. */
const MIN_COMPARED_CARRIERS = 2;

/** Who carries what in a window, under one grouping. All lists are in a fixed order. */
export class CoverageTable {
  readonly grouping: Grouping;
  readonly #input: CoverageInput;
  readonly #groups = new Map<string, Map<string, Unit>>();
  /** Units of all outlets, whatever their group. */
  readonly #all = new Map<string, Unit>();
  readonly #unitOf = new Map<string, string>();
  readonly #membersOf = new Map<string, Set<string>>();
  readonly #languageOf = new Map<string, string>();
  readonly #comparable = new Map<string, string[]>();
  readonly #sharesOutside = new Map<string, number>();

  constructor(input: CoverageInput, grouping: Grouping) {
    this.grouping = grouping;
    this.#input = input;
    for (const outlet of input.outlets) {
      const unit = grouping === 'owner' ? outlet.id : (ownerKey(outlet.owner) ?? outlet.id);
      this.#unitOf.set(outlet.id, unit);
      for (const key of groupKeys(outlet, input, grouping)) {
        const members = this.#membersOf.get(key) ?? new Set<string>();
        this.#membersOf.set(key, members.add(outlet.id));
      }
    }
    for (const article of input.articles) {
      this.#languageOf.set(article.storyId, article.language);
      note(this.#all, this.#unitOf.get(article.outletId) ?? article.outletId, article);
    }
    for (const [key, members] of this.#membersOf) this.#groups.set(key, this.#unitsOf(members));
  }

  groups(): string[] {
    return [...this.#groups.keys()].sort(compareText);
  }

  /** Groups with the number of their outlets of which anything was read. */
  groupSizes(): { key: string; outlets: number }[] {
    return this.groups()
      .map((key) => ({ key, outlets: this.#groups.get(key)?.size ?? 0 }))
      .filter(({ outlets }) => outlets > 0)
      .sort((a, b) => b.outlets - a.outlets);
  }

  /** Stories that at least so many outlets carry. */
  stories(minCarriers: number): string[] {
    const carriers = new Map<string, number>();
    for (const { stories } of this.#all.values())
      for (const id of stories) carriers.set(id, (carriers.get(id) ?? 0) + 1);
    return [...carriers]
      .filter(([, count]) => count >= minCarriers)
      .map(([id]) => id)
      .sort(compareText);
  }

  /** Units of a group of which an article in the story's language was read since the story began. */
  unitsRead(key: string, storyId: string): Unit[] {
    return this.#readSince([...(this.#groups.get(key)?.values() ?? [])], storyId);
  }

  /** The other stories of the same language that several carry. */
  comparable(storyId: string): string[] {
    const language = this.#languageOf.get(storyId) ?? '';
    const known =
      this.#comparable.get(language) ??
      this.stories(MIN_COMPARED_CARRIERS).filter((id) => this.#languageOf.get(id) === language);
    this.#comparable.set(language, known);
    return known.filter((id) => id !== storyId);
  }

  /** Share of the outlets outside a group that carry a story, of those that were read since it began; 0 to 1. */
  shareOutside(key: string, storyId: string): number {
    const cacheKey = `${storyId} ${key}`;
    const known = this.#sharesOutside.get(cacheKey);
    if (known !== undefined) return known;
    const units = this.#readSince(this.#outside(key), storyId);
    const share =
      units.length === 0 ? 0 : units.filter(({ stories }) => stories.has(storyId)).length / units.length;
    this.#sharesOutside.set(cacheKey, share);
    return share;
  }

  readonly #outsideUnits = new Map<string, Unit[]>();

  #outside(key: string): Unit[] {
    const known = this.#outsideUnits.get(key);
    if (known !== undefined) return known;
    const members = this.#membersOf.get(key) ?? new Set<string>();
    const others = this.#input.outlets.filter(({ id }) => !members.has(id)).map(({ id }) => id);
    const units = [...this.#unitsOf(new Set(others)).values()];
    this.#outsideUnits.set(key, units);
    return units;
  }

  #unitsOf(outletIds: ReadonlySet<string>): Map<string, Unit> {
    const units = new Map<string, Unit>();
    for (const article of this.#input.articles) {
      if (!outletIds.has(article.outletId)) continue;
      note(units, this.#unitOf.get(article.outletId) ?? article.outletId, article);
    }
    return units;
  }

  #readSince(units: readonly Unit[], storyId: string): Unit[] {
    const language = this.#languageOf.get(storyId) ?? '';
    const since = this.#input.firstAt.get(storyId) ?? 0;
    return units.filter(({ lastAt }) => (lastAt.get(language) ?? Number.NEGATIVE_INFINITY) >= since);
  }
}

function note(units: Map<string, Unit>, id: string, article: CoverageInput['articles'][number]): void {
  const unit = units.get(id) ?? { stories: new Set<string>(), lastAt: new Map<string, number>() };
  const { language, publishedAt, storyId } = article;
  unit.stories.add(storyId);
  unit.lastAt.set(language, Math.max(publishedAt, unit.lastAt.get(language) ?? publishedAt));
  units.set(id, unit);
}

function groupKeys(outlet: OutletRow, { groups }: CoverageInput, grouping: Grouping): string[] {
  switch (grouping) {
    case 'country':
      return outlet.country === null ? [] : [outlet.country];
    case 'kind':
      return outlet.kind === null ? [] : [outlet.kind];
    case 'owner':
      return ownerKey(outlet.owner) === null ? [] : [outlet.owner ?? ''];
    case 'own':
      return groups.filter(({ outlets }) => outlets.includes(outlet.id)).map(({ name }) => name);
  }
}
