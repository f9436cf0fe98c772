import type { Fingerprint, StoryAssignment } from '../../src/core/story.ts';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;

/** Terms that more of the press hold than this are the language of news, not of one event. */
const COMMON_SHARE = 0.05;

/** Keys that fewer articles of the press hold than this get a name no other event has. */
const RARE = 5;

/** Names get a band of their own: under the mark that no term carries. */
type Kind = 'terms' | 'names';

interface Vocabulary {
  /** Keys of about the same frequency, by key: what a key may be exchanged for. */
  readonly bandOf: ReadonlyMap<string, readonly string[]>;
  readonly placeOf: ReadonlyMap<string, number>;
  readonly isRare: (key: string) => boolean;
}

/**
 * An endless press, made from one year of a real one: as many lanes of the year side by side as it takes, each shifted
 * in time, and each time a lane begins its year again all is renamed. Renaming goes by story: every name and every term
 * that is not common to all news becomes another one, the same for all articles of the story, and texts that are copies
 * stay copies of one another but of nothing else. Rare keys become new ones, the others change places with one of
 * their frequency, so that the vocabulary is that of a press which goes on, not that of one that repeats itself.
 */
export class PressStream {
  readonly #days: Fingerprint[][];
  readonly #storyOf: ReadonlyMap<string, number>;
  readonly #vocabularies: Readonly<Record<Kind, Vocabulary>>;
  readonly #lanes: number;
  readonly #start: number;
  readonly #renamings = new Map<number, Renaming>();

  /**
   * @param press one year of articles
   * @param stories which of them report one event
   * @param lanes how many times the press's own rate the stream has
   */
  constructor(press: readonly Fingerprint[], stories: readonly StoryAssignment[], lanes: number) {
    const first = Math.min(...press.map(({ publishedAt }) => publishedAt));
    this.#start = first;
    this.#days = Array.from({ length: YEAR_DAYS }, () => []);
    for (const article of press)
      this.#days[Math.floor((article.publishedAt - first) / DAY_MS)]?.push(article);
    const numbers = new Map([...new Set(stories.map(({ storyId }) => storyId))].map((id, i) => [id, i]));
    this.#storyOf = new Map(stories.map(({ articleId, storyId }) => [articleId, numbers.get(storyId) ?? 0]));
    this.#vocabularies = {
      terms: vocabulary(press.map(({ terms }) => terms.map(([term]) => term))),
      names: vocabulary(press.map(({ names }) => names.map(([name]) => name))),
    };
    this.#lanes = lanes;
  }

  /** Articles by time, without end; ids are unique. */
  *articles(): Generator<Fingerprint> {
    for (let day = 0; ; day++) {
      const today: Fingerprint[] = [];
      for (let lane = 0; lane < this.#lanes; lane++) {
        const at = day + Math.floor((lane * YEAR_DAYS) / this.#lanes);
        const round = Math.floor(at / YEAR_DAYS) * this.#lanes + lane;
        for (const article of this.#days[at % YEAR_DAYS] ?? [])
          today.push(this.#renamed(article, round, day));
      }
      today.sort((a, b) => a.publishedAt - b.publishedAt);
      yield* today;
    }
  }

  #renamed(article: Fingerprint, round: number, day: number): Fingerprint {
    const story = this.#storyOf.get(article.articleId) ?? 0;
    const seed = mix(mix(round + 1) ^ story);
    const rename = this.#renaming(seed, day);
    const articleId = `${article.articleId}-${round}`;
    // The press gives the day only; the hour is drawn so that articles of all lanes mix.
    const publishedAt =
      this.#start + day * DAY_MS + (mix(seed ^ hashOf(article.articleId)) / 2 ** 32) * DAY_MS;
    return {
      ...article,
      articleId,
      publishedAt: Math.floor(publishedAt),
      signature: article.signature.map((value) => mix(value ^ seed)),
      terms: article.terms.map(([term, weight]) => [rename.key('terms', term), weight]),
      names: article.names.map(([name, count]) => [rename.key('names', name), count]),
    };
  }

  /** Kept while the story lasts, so that each key is exchanged once. */
  #renaming(seed: number, day: number): Renaming {
    let renaming = this.#renamings.get(seed);
    if (renaming === undefined) {
      if (this.#renamings.size > 20_000) {
        for (const [old, { lastDay }] of this.#renamings) if (lastDay < day - 7) this.#renamings.delete(old);
      }
      renaming = new Renaming(seed, this.#vocabularies);
      this.#renamings.set(seed, renaming);
    }
    renaming.lastDay = day;
    return renaming;
  }
}

class Renaming {
  lastDay = 0;
  readonly #seed: number;
  readonly #vocabularies: Readonly<Record<Kind, Vocabulary>>;
  readonly #keys: Readonly<Record<Kind, Map<string, string>>> = { terms: new Map(), names: new Map() };

  constructor(seed: number, vocabularies: Readonly<Record<Kind, Vocabulary>>) {
    this.#seed = seed;
    this.#vocabularies = vocabularies;
  }

  key(kind: Kind, key: string): string {
    const known = this.#keys[kind].get(key);
    if (known !== undefined) return known;
    const { bandOf, placeOf, isRare } = this.#vocabularies[kind];
    const band = bandOf.get(key);
    // A shift within the band keeps different keys of one story different.
    const shift = mix(this.#seed ^ (band?.length ?? 0)) + (placeOf.get(key) ?? 0);
    const renamed = band?.[shift % band.length] ?? key;
    const unique = isRare(key) ? `${renamed}${letters(this.#seed)}` : renamed;
    this.#keys[kind].set(key, unique);
    return unique;
  }
}

function vocabulary(documents: readonly (readonly string[])[]): Vocabulary {
  const frequencies = new Map<string, number>();
  for (const keys of documents) for (const key of keys) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
  const bands = new Map<number, string[]>();
  const bandOf = new Map<string, readonly string[]>();
  const placeOf = new Map<string, number>();
  for (const [key, frequency] of frequencies) {
    if (frequency > COMMON_SHARE * documents.length) continue;
    const number = Math.floor(2 * Math.log2(frequency));
    const band = bands.get(number) ?? [];
    bands.set(number, band);
    placeOf.set(key, band.push(key) - 1);
    bandOf.set(key, band);
  }
  return { bandOf, placeOf, isRare: (key) => (frequencies.get(key) ?? 0) < RARE };
}

/** The finaliser of MurmurHash3 (Appleby): a bijection of 32 bits, so that what was different stays so. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number in letters alone, so that a key stays one word. */
function letters(value: number): string {
  return Array.from(value.toString(16), (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join(
    '',
  );
}

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}
