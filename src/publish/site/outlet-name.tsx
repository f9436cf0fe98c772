import type { Outlet, OutletKind } from '../../core/outlet.ts';
import { paths } from '../address.ts';
import { countryName } from '../format/words.ts';
import type { Site } from './site.ts';

const KIND_NAMES: Readonly<Record<OutletKind, string>> = {
  agency: 'news agency',
  newspaper: 'newspaper',
  tabloid: 'tabloid',
  broadcaster: 'broadcaster',
  state: 'state media',
  business: 'business press',
  digital: 'online title',
  magazine: 'magazine',
};

export function kindName(kind: OutletKind): string {
  return KIND_NAMES[kind];
}

/** `tabloid, United States`: as much of it as is known. */
export function outletFacts(outlet: Outlet): string {
  const kind = outlet.kind === null ? [] : [kindName(outlet.kind)];
  const country = outlet.country === null ? [] : [countryName(outlet.country)];
  return [...kind, ...country].join(', ');
}

export function OutletLink({ site, outlet }: { readonly site: Site; readonly outlet: Outlet }) {
  return <a href={site.address.href(paths.outlet(outlet.id))}>{outlet.name}</a>;
}
