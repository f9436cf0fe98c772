import type { LibraryStatus } from '../../core/library.ts';
import type { Address } from '../address.ts';

/** What every page knows of the site it is part of. */
export interface Site {
  readonly address: Address;
  readonly name: string;
  readonly notice: string | null;
  /** Whether digests can be had by e-mail. */
  readonly hasMail: boolean;
  /** Whether somebody takes reports of errors. */
  readonly takesReports: boolean;
  /** Whether articles can be handed in. */
  readonly hasHandIn: boolean;
  /** Version of the program. */
  readonly version: string;
  /** Whether stories have pictures for other sites. */
  readonly hasSharePictures: boolean;
  /** Addresses of style sheets, scripts, icon and first fonts, ready for `href`. */
  readonly assets: {
    readonly style: string;
    /** Style of the administration, besides. */
    readonly admin: string;
    readonly reference: string;
    /** Runs before the first paint. */
    readonly early: string;
    /** The first is where the script starts, the others are what it imports. */
    readonly modules: readonly string[];
    readonly icon: string;
    readonly fontStyle: string;
    readonly fonts: readonly string[];
  };
  readonly status: LibraryStatus;
  /** Present day, ISO, UTC. */
  readonly today: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Makes the frame of a page; asked anew for each request, since the status changes. */
export type SiteSource = () => Promise<Site>;
