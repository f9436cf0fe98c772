import type { Entity, Mention } from '../core/annotation.ts';

const LABEL = /^,? ?\(?(R|D|I|L)(?:\.?[-‑–]|\., |, )(\p{Lu}[\p{L}. ]*?)(?:\)|,|\.?(?=\s\p{Ll})|$)/u;
const SHORT = /^ \((R|D|I)\.?\)/;
const PARTIES: Readonly<Record<string, string>> = {
  R: 'republican',
  D: 'democrat',
  I: 'independent',
  L: 'libertarian',
};

export interface PartyLabel {
  readonly party: string;
  /** Entity of the state; -1 when the text has none that is a name. */
  readonly state: number;
  readonly start: number;
  readonly end: number;
}

/** "(R-Texas)", ", D-Mass.," right behind a name, as American papers label members of Congress; null without one. */
export function partyLabel(
  text: string,
  at: number,
  mentions: readonly Mention[],
  entities: readonly Entity[],
): PartyLabel | null {
  const after = text.slice(at, at + 40);
  if (!/^,? ?\(?[RDIL][.,)‑–-]/.test(after)) return null;
  const match = LABEL.exec(after) ?? SHORT.exec(after);
  if (match === null) return null;
  const end = at + match[0].length;
  const name = mentions.find(
    (one) =>
      one.start >= at &&
      one.start < end &&
      one.type !== 'person' &&
      !/^[RDIL]\b/.test(text.slice(one.start, one.end)),
  );
  // The label may hide the state from the finder of names; elsewhere in the article it is one.
  const known = entities.findIndex((one) => one.type === 'place' && one.name === match[2]);
  return { party: PARTIES[match[1] ?? ''] ?? '', state: name?.entity ?? known, start: at, end };
}
