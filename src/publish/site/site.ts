import type { LibraryStatus } from '../../core/library.ts';
import type { Address } from '../address.ts';

/** What every page knows of the site it is part of. */
export interface Site {
  readonly address: Address;
  readonly name: string;
  readonly notice: string | null;
  /** Version of the program. */
  readonly version: string;
  /** Addresses of the style sheets, the script and the icon, ready for `href`. */
  readonly assets: {
    readonly style: string;
    readonly reference: string;
    readonly script: string;
    readonly icon: string;
  };
  /** Whether stories have pictures for other sites. */
  readonly hasSharePictures: boolean;
  readonly status: LibraryStatus;
  /** Present day, ISO, UTC. */
  readonly today: string;
}
