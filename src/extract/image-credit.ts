const WORD =
  '(?:photo(?:graph)?s?|images?|pictures?|pics?|fotos?|photographies?|bild(?:er)?|imagen|credits?|crédits?|copyright)';
const NAME = "[\\p{Lu}@][\\p{L}\\p{M}\\p{N}@&.,'’/ |-]{1,78}";
const AGENCY =
  '(?:AP|AFP|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|PA|Reuters|REUTERS|Getty(?: Images)?|Bloomberg|Xinhua|Shutterstock|Alamy|Anadolu|Associated Press|Press Association|PA Media)';
const PATTERNS: readonly RegExp[] = [
  // "(Photo: Ann Lee)", "Photograph: Ann Lee/Reuters", "Image credit: Ann Lee", "Photo by Ann Lee"
  new RegExp(
    `(?:^|[\\s(\\[])${WORD}(?:\\s+(?:credits?|courtesy(?: of)?))?\\s*(?:[:©]|\\bby\\b|\\bcourtesy of\\b)\\s*(?<credit>${NAME})[)\\]]?\\.?$`,
    'iu',
  ),
  // "(Photo Ann Lee)"
  new RegExp(`\\s*[(\\[]${WORD}\\s+(?<credit>${NAME})[)\\]]\\.?$`, 'iu'),
  new RegExp(`\\s*[(\\[]?(?:©|\\(c\\))\\s*(?:\\d{4}\\s+)?(?<credit>${NAME})[)\\]]?\\.?$`, 'u'),
  // "(Ann Lee/Harbour News)", "(AP Photo/Ann Lee)", "(Reuters)"
  new RegExp(`\\s*[(\\[](?<credit>(?:${NAME}/)?${AGENCY}(?: Photo)?(?:/${NAME})?)[)\\]]\\.?$`, 'u'),
  new RegExp(`\\s*[(\\[](?<credit>${NAME}/${NAME})[)\\]]\\.?$`, 'u'),
  // "… on Tuesday. Ann Lee/Reuters"
  new RegExp(`(?<=[.!?…]["”’]?)\\s+(?<credit>(?:${NAME}/)?${AGENCY}(?: Photo)?(?:/${NAME})?)\\.?$`, 'u'),
];

const LABEL =
  /^[([\s]*(?:(?:(?:photo|image|picture|video)\s+)?(?:credits?|crédits?)(?=[\s:.…]|(?-i:\p{Lu}))|(?:photo(?:graph)?s?|images?|pictures?|fotos?)(?:\s*[:©]|\s+(?:by|via|courtesy of)\b)|©|\(c\)|by\b)[\s:.…]*/iu;
/** More words are a caption. */
const MAX_CREDIT_WORDS = 12;

/** The name in a text that is known to be a credit, without "Credit:", "Photo by" and brackets; null for a whole sentence. */
export function cleanCredit(text: string): string | null {
  let name = text.trim();
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(LABEL, '');
  }
  name = name
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/\)$/, (close) => (name.includes('(') ? close : ''))
    .trim();
  return name === '' || name.split(/\s+/).length > MAX_CREDIT_WORDS ? null : name;
}

/** A caption and who took or owns the picture; null where it does not say. */
export interface CreditedCaption {
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Parts a caption from the credit at its end: "The pier. (Photo: Ann Lee)", "The pier. Ann Lee/Reuters". */
export function splitCredit(text: string): CreditedCaption {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (match?.groups?.credit === undefined) continue;
    const caption = text.slice(0, match.index).replace(/[\s|–—-]+$/, '');
    const credit = cleanCredit(match.groups.credit);
    if (credit !== null) return { caption: caption === '' ? null : caption, credit };
  }
  return { caption: text === '' ? null : text, credit: null };
}
