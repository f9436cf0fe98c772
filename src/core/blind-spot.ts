/** What outlets are grouped by; `own` stands for the groups that the operator has set. */
export const GROUPINGS = ['country', 'kind', 'owner', 'own'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A group of outlets that the operator has set (VARIORUM_GROUPS). */
export interface OutletGroup {
  readonly name: string;
  /** Ids of outlets: their domains. */
  readonly outlets: readonly string[];
}

/** How many of a group's outlets carry a story. Outlets of one owner count once, except among groups by owner. */
export interface GroupCount {
  /** ISO 3166-1 code, kind, owner, or name of a group of the operator's. */
  readonly key: string;
  readonly carriers: number;
  /** Outlets of the group of which an article was read since the story began, in the story's language. */
  readonly outlets: number;
}

/** That a group of outlets leaves out a story that others carry. */
export interface BlindSpot {
  readonly grouping: Grouping;
  readonly storyId: string;
  /** The group that leaves it out. */
  readonly group: GroupCount & {
    /** How many of it would carry the story if they did as with the other stories of these days. */
    readonly expected: number;
  };
  /** Groups of which at least three outlets carry it, most first. */
  readonly carrying: readonly GroupCount[];
  /** Chance that so few of the group carry it, were they to do as with the others; 0 to 1. */
  readonly probability: number;
}

/** What was looked at under one grouping, so that silence can be told from too little data. */
export interface BlindSpotSurvey {
  readonly grouping: Grouping;
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Stories that at least three outlets carry. */
  readonly stories: number;
  /** Groups with the number of their outlets that were read; largest first. */
  readonly groups: readonly { readonly key: string; readonly outlets: number }[];
  /** Pairs of a story and a group of which enough was known for a claim. */
  readonly checked: number;
}
