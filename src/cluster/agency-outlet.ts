/**
 * Whether an outlet is the agency that a text credits: `reuters.com` for "reuters", `apnews.com` for "associated
 * press". Compares the labels of the domain with the name run together and with its initials.
 *
 * @param outletId domain of the outlet
 * @param agency normalised name of the agency
 */
export function isAgencyOutlet(outletId: string, agency: string): boolean {
  const words = agency.split(' ').filter((word) => word !== '');
  if (words.length === 0) return false;
  const names = [words.join('')];
  if (words.length > 1) names.push(words.map((word) => word.charAt(0)).join(''));
  const labels = outletId.toLowerCase().split('.').slice(0, -1);
  return labels.some((label) => names.some((name) => label === name || label === `${name}news`));
}
