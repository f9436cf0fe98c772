import type { BlindSpot, GroupCount, Grouping } from '../../core/blind-spot.ts';
import type { OutletKind } from '../../core/outlet.ts';
import { countryName, listed } from './words.ts';

export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  country: 'Country',
  kind: 'Kind of outlet',
  owner: 'Owner',
  own: 'Groups of this site',
};

const KINDS: Readonly<Record<OutletKind, readonly [one: string, many: string]>> = {
  agency: ['news agency', 'news agencies'],
  newspaper: ['newspaper', 'newspapers'],
  tabloid: ['tabloid', 'tabloids'],
  broadcaster: ['broadcaster', 'broadcasters'],
  state: ['state outlet', 'state outlets'],
  business: ['business title', 'business titles'],
  digital: ['online title', 'online titles'],
  magazine: ['magazine', 'magazines'],
};

/** "outlets from Poland", "newspapers", "outlets of Nine Entertainment", "outlets in “Public broadcasters”". */
export function groupWords(grouping: Grouping, key: string, count = 2): string {
  const outlets = count === 1 ? 'outlet' : 'outlets';
  switch (grouping) {
    case 'country':
      return `${outlets} from ${countryName(key)}`;
    case 'kind':
      return KINDS[key as OutletKind]?.[count === 1 ? 0 : 1] ?? outlets;
    case 'owner':
      return `${outlets} of ${key}`;
    case 'own':
      return `${outlets} in “${key}”`;
  }
}

function share(grouping: Grouping, { key, carriers, outlets }: GroupCount): string {
  return `${carriers === 0 ? 'none' : carriers} of ${outlets} ${groupWords(grouping, key, outlets)}`;
}

/** "Carried by 6 of 9 outlets from Germany, by none of 7 outlets from Poland, where about 4 would be usual". */
export function blindSpotWords({ grouping, group, carrying }: BlindSpot): string {
  const usual = Math.round(group.expected);
  return `Carried by ${listed(carrying.map((count) => share(grouping, count)))}; by ${share(grouping, group)}, where about ${usual} would be usual`;
}
