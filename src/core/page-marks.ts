/**
 * What a page that was rendered earlier has to agree with to be shown again. Each part is opaque: it is compared with what it was, and
 * nothing else. A mark is read before the page is rendered, so that a page never passes for newer than it is.
 */
export interface PageMark {
  /** The same only while nothing at all has been written to the store, by whatever process. */
  readonly state: string;
  /** Changes with what the operator does and with what is taken away: source policy, merges and splits, sources, articles taken down. */
  readonly site: string;
  /** Changes with the members of the story asked about and with what its page says; empty without a story. */
  readonly story: string;
}

/** Tells in one cheap question whether what was rendered still holds. */
export interface PageMarks {
  /** @param storySlug address of the story whose page is asked for; null for other pages */
  read(storySlug: string | null): Promise<PageMark>;
}
