/** Stories on the first page of the front page: one lead, three beside it, the rest by section. */
export const FRONT_PLACES = 24;

/** What a story's place on the front page rests on; each part can be shown. Times in milliseconds since the epoch. */
export interface RankFactors {
  /** Outlets with a text of their own. */
  readonly outlets: number;
  /** Owners of those outlets, and so voices that decide for themselves. */
  readonly owners: number;
  readonly countries: number;
  /** Kinds of those outlets: agency, newspaper, broadcaster … */
  readonly kinds: number;
  readonly articles: number;
  /** Articles of the last `paceHours`. */
  readonly recent: number;
  readonly paceHours: number;
  readonly quietHours: number;
  /** The figure that makes it weigh more; null when none does. */
  readonly figure: StandingFigure | null;
  /** Stories of the same event that stand above it. */
  readonly kinAbove: number;
  /** True when the front page has enough of this event, and it stands further down for it. */
  readonly heldBack: boolean;
}

export interface StandingFigure {
  readonly what: 'killed' | 'injured' | 'money';
  readonly value: number;
  /** ISO 4217 for money, else `count`. */
  readonly unit: string;
}

/** The standing of a story after a round. */
export interface StoryStanding {
  /** From 1, without gaps; null for what is kept off the front page. */
  readonly place: number | null;
  readonly factors: RankFactors;
}
