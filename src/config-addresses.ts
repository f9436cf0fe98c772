import { onOff } from './config-values.ts';
import { isPrivateHost } from './http/address-guard.ts';

/** The settings that say where this site is reached. */
interface AddressSettings {
  readonly websub?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly allowPrivateHosts?: string | undefined;
}

/** Where readers reach the site, without a slash at the end. */
export function baseUrlOf(value: string, problems: string[]): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    problems.push(
      `The base URL (--base-url, VARIORUM_BASE_URL) has to be an http or https address, not "${value}".`,
    );
    return value;
  }
  return url.href.replace(/\/+$/, '');
}

/** Only an address that the operator has named, and that can be reached from elsewhere, is told to hubs. */
export function callbackBaseOf(
  { websub, baseUrl, allowPrivateHosts }: AddressSettings,
  problems: string[],
): string | null {
  const isWanted = onOff(websub, true, 'VARIORUM_WEBSUB', problems);
  const url = baseUrl === undefined ? null : URL.parse(baseUrl);
  if (!isWanted || baseUrl === undefined || url === null) return null;
  const isReachable = allowPrivateHosts === 'on' || !isPrivateHost(url.hostname);
  return isReachable ? baseUrl.replace(/\/+$/, '') : null;
}
