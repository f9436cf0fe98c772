const LOCKED_ENDING =
  /\b(?:(?:subscribe|sign in|sign up|log in|register|become a (?:member|subscriber))\b.{0,40}\b(?:to (?:continue|keep|read|view|access|unlock)|for full access)|(?:to (?:continue|keep) reading|to read the (?:full|rest|whole)|for unlimited access)\b|already a (?:subscriber|member)\b|this (?:article|content|story) is (?:only |exclusively )?(?:for|available to) (?:our )?(?:subscribers|members)|(?:continue|keep) reading (?:with|by)\b|you have (?:reached|read) your .{0,30}(?:limit|free articles))/i;

/** True when the last lines of a page ask to subscribe for the rest of the text. */
export function endsLocked(lines: readonly string[]): boolean {
  return lines.slice(-4).some((line) => line.length < 300 && LOCKED_ENDING.test(line));
}

/** True when a feed's text breaks off: an ellipsis, "[…]", "Read more". */
export function breaksOff(text: string): boolean {
  return /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*\]?$/.test(text.trimEnd());
}
