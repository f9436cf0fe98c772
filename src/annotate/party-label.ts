import type { Mention } from '../core/annotation.ts';

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
export function partyLabel(text: string, at: number, mentions: readonly Mention[]): PartyLabel | null {
  const after = text.slice(at, at + 40);
  if (!/^,? ?\(?[RDIL][.,)‑–-]/.test(after)) return null;
  const match = LABEL.exec(after) ?? SHORT.exec(after);
  if (match === null) return null;
  const end = at + match[0].length;
  const state = mentions.find((one) => one.start < end && one.end > at + 2 && one.type !== 'person');
  const isName = state !== undefined && state.start >= at;
  return { party: PARTIES[match[1] ?? ''] ?? '', state: isName ? state.entity : -1, start: at, end };
}
