/** Characters that `\s` of regular expressions means, beyond ASCII. */
const WIDE_SPACE = /\s/;
const SPACE = 32;
const NO_BREAK_SPACE = 160;

function isSpace(code: number): boolean {
  if (code <= SPACE) return code === SPACE || (code >= 9 && code <= 13);
  return code >= NO_BREAK_SPACE && WIDE_SPACE.test(String.fromCharCode(code));
}

/** Length of a text whose outer white space is cut and whose inner white space counts once. */
export function collapsedLength(text: string): number {
  let length = 0;
  let isPending = false;
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at))) isPending = length > 0;
    else {
      length += isPending ? 2 : 1;
      isPending = false;
    }
  }
  return length;
}
