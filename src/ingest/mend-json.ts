/**
 * Closes a JSON Feed that was cut off: everything after the last complete entry goes, then the open brackets are
 * closed. Null when not one entry is complete.
 */
export function closeJsonFeed(text: string): string | null {
  const open: string[] = [];
  let end = -1;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') i = endOfString(text, i);
    else if (character === '{' || character === '[') open.push(character);
    else if (character === '}' || character === ']') {
      open.pop();
      // An entry is an object in a list of the outermost object.
      if (character === '}' && open.length === 2 && open[1] === '[') end = i + 1;
    }
  }
  return end === -1 ? null : `${text.slice(0, end)}]}`;
}

/** Index of the quotation mark that closes the string opened at `start`; the end of the text when none does. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i;
}
