/** What is known of the address of an article that a reader hands in; `url` is its canonical form. */
export type HandedIn =
  | { readonly kind: 'stored'; readonly url: string; readonly articleId: string }
  /** It has been taken in and is read in the next round. */
  | { readonly kind: 'waiting'; readonly url: string }
  /** It was asked for and gave no article; `reason` is for a person. */
  | { readonly kind: 'unreadable'; readonly url: string; readonly reason: string }
  | { readonly kind: 'unknown'; readonly url: string };

/** Where readers hand in addresses of articles. Who hands in what is noted nowhere. */
export interface HandInDesk {
  /** Whether articles that are not stored may be taken in. */
  readonly takesIn: boolean;
  /** Null when the text is not the address of a page. */
  find(address: string): Promise<HandedIn | null>;
  /** Takes in an article that is not known; of others it tells what `find` tells. `busy` when the hour's number is reached. */
  takeIn(address: string): Promise<HandedIn | null | 'busy'>;
}
