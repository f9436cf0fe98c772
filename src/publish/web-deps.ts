import type { Administration } from '../core/administration.ts';
import type { Clock } from '../core/clock.ts';
import type { ReportBox } from '../core/error-report.ts';
import type { HandInDesk } from '../core/hand-in.ts';
import type { FullLibrary } from '../core/listings.ts';
import type { PageMarks } from '../core/page-marks.ts';
import type { PushDesk } from '../core/push-desk.ts';
import type { Asker, PolicyReader } from '../core/reader-services.ts';
import type { SubscriptionDesk } from '../core/subscription.ts';

/** How the API is given away. */
export interface ApiSettings {
  /** Keys of which a request has to carry one; empty asks for none. */
  readonly keys: readonly string[];
  /** Requests of one client in a minute; null sets no limit. */
  readonly requestsPerMinute: number | null;
  /** Seals cursors; the same on all machines, and after a restart. */
  readonly cursorSecret: string;
}

/** All that the web side is given; it opens nothing itself. */
export interface WebDeps {
  readonly library: FullLibrary;
  /** Tells whether a page that was rendered before still holds; left out where each is rendered anew. */
  readonly marks?: PageMarks;
  /** Answers questions; null where nobody does (a site without text work). */
  readonly asker: Asker | null;
  /** Tells stories under a reader's own policy; null likewise. */
  readonly policyReader: PolicyReader | null;
  /** Null or left out where there is none. */
  readonly administration?: Administration | null;
  /** Takes what readers report; left out where nobody would read it. */
  readonly reportBox?: ReportBox;
  /** Digests by e-mail; left out or null where no mail server is set. */
  readonly desk?: SubscriptionDesk | null;
  /** Finds handed-in articles; left out or null where nobody does (a static copy). */
  readonly handIn?: HandInDesk | null;
  /** Answers the hubs of feeds; left out or null where none are subscribed to. */
  readonly pushDesk?: PushDesk | null;
  /** Public address of the site, with or without a sub-path: `https://example.org/news`. */
  readonly baseUrl: string;
  readonly siteName: string;
  /** A sentence shown on every page ("Demonstration press: …"); null for none. */
  readonly notice: string | null;
  readonly clock: Clock;
  /** True where readers get the extracted form of a page that a language model has written too; they may ask for the other. */
  readonly isExtractedFirst?: boolean;
  /** Figures of `variorum eval` that this version has reached, by name; left out when they are not known. */
  readonly quality?: Readonly<Record<string, number>>;
  /** Version of the program, shown in the status. */
  readonly version: string;
  /** True when the store answers and the site can be served. */
  readonly ready: () => Promise<boolean>;
  /** Absent: no keys, no limit, and cursors that a restart makes void. */
  readonly api?: ApiSettings;
  /** Aborted when the server stops: streams end then. */
  readonly stopping?: AbortSignal;
  /** Told of each unexpected error, for the log; what the reader sees carries no details. */
  readonly report?: (error: unknown, path: string) => void;
}
