import type { LibraryStatus } from '../../core/library.ts';
import type { Address } from '../address.ts';

/** What every page knows of the site it is part of. */
export interface Site {
  readonly address: Address;
  readonly name: string;
  readonly notice: string | null;
  /** Version of the program. */
  readonly version: string;
  /** Addresses of the style sheet, the script, the icon and the first fonts, ready for `href`. */
  readonly assets: {
    readonly style: string;
    readonly script: string;
    readonly icon: string;
    readonly fonts: readonly string[];
  };
  readonly status: LibraryStatus;
  /** Present day, ISO, UTC. */
  readonly today: string;
}
