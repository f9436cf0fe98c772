const AGENCY =
  '(?:Thomson Reuters|Reuters|(?:The )?Associated Press|AP|AFP|Agence France-Presse|UPI|United Press International|Bloomberg(?: News)?|Xinhua|TASS|Interfax|RIA Novosti|ANSA|EFE|DPA|dpa|Kyodo|Yonhap|PTI|Press Trust of India|IANS|ANI|PA Media|Press Association|Canadian Press|The Canadian Press|Australian Associated Press|AAP|Anadolu(?: Agency)?|Ukrinform|Tribune News Service|Tribune Media Services|TNS|McClatchy|[A-Z][A-Za-z]+ (?:Press|Wire|News (?:Agency|Service)|Newswire))';
const PATTERNS: readonly RegExp[] = [
  // "LONDON (Reuters) - …", "BRASOV, Romania (North Press) — …"
  new RegExp(`^.{0,60}?\\((?<name>${AGENCY})\\)\\s*[-–—]`),
  /^[^\n.!?]{2,50}\((?<name>[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,3})\)\s*[-–—]\s/,
  new RegExp(`(?:^|\\n)\\s*[-–—]{1,2}\\s*(?:By |From )?(?<name>${AGENCY})\\.?\\s*$`),
  new RegExp(`\\((?:Source: )?(?<name>${AGENCY})\\)\\s*$`),
  new RegExp(`\\b(?<name>${AGENCY}) contributed to this (?:report|story|article)`),
  new RegExp(
    `\\b(?:first published|originally published|supplied|provided|distributed) by (?<name>${AGENCY})\\b`,
  ),
  new RegExp(`(?:^|\\n)(?:With )?(?:[Rr]eporting|[Mm]aterial|[Ff]iles) (?:by|from) (?<name>${AGENCY})\\b`),
  new RegExp(`Copyright (?:\\d{4} )?(?<name>${AGENCY})\\b`),
];

/** Letters of head and tail looked at: an agency is credited at either end of a text, and only spoken of in the middle. */
const EDGE = 400;

/**
 * The agency a text gives as its origin, as written, or null. Looked for in the dateline, the closing line and the
 * byline; an agency merely quoted in the text is no credit.
 */
export function findWireCredit(text: string, byline: string | null): string | null {
  const edges = [text.slice(0, EDGE), text.slice(-EDGE)];
  for (const pattern of PATTERNS) {
    for (const edge of edges) {
      const name = pattern.exec(edge)?.groups?.name;
      if (name !== undefined) return name;
    }
  }
  return byline === null ? null : fromByline(byline.trim());
}

function fromByline(byline: string): string | null {
  const whole = new RegExp(`^(?:By |From )?(?<name>${AGENCY})(?: (?:staff|Staff))?$`).exec(byline)?.groups
    ?.name;
  if (whole !== undefined) return whole;
  const part = new RegExp(`(?:[,;|/]| of | for |\\()\\s*(?<name>${AGENCY})\\)?$`).exec(byline)?.groups?.name;
  return part ?? /^From (?<name>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3})$/.exec(byline)?.groups?.name ?? null;
}
