import type { Address } from '../address.ts';
import type { WebDeps } from '../web-deps.ts';
import type { Cursors } from './cursor.ts';

/** What every part of the API is made with. */
export interface ApiDeps {
  readonly deps: WebDeps;
  readonly address: Address;
  readonly cursors: Cursors;
}
