import sniffEncoding from 'html-encoding-sniffer';

export interface DecodedText {
  readonly text: string;
  /** Name of the encoding used, as in the Encoding Standard ("UTF-8", "windows-1252"). */
  readonly encoding: string;
}

/** Authors put `<meta charset>` behind scripts and comments far beyond the 1024 bytes of the HTML Standard. */
const META_PRESCAN_BYTES = 65_536;

/**
 * Text of a feed or page. The encoding is taken, in this order, from the byte order mark, the charset of Content-Type,
 * the XML declaration or `<meta>`, and else from the bytes: UTF-8 when they are valid UTF-8, windows-1252 otherwise
 * (WHATWG Encoding Standard; HTML Standard §13.2.3). Bytes that say UTF-8 and mostly are not are read as windows-1252.
 * Never throws; what cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null, kind: 'html' | 'xml'): DecodedText {
  const declared = declaredEncoding(bytes, contentType, kind);
  if (declared !== null && declared !== 'UTF-8') return decodeAs(bytes, declared);
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: 'UTF-8' };
  if (declared === null) return decodeAs(bytes, 'windows-1252');
  const lenient = decodeAs(bytes, 'UTF-8');
  return isMostlyBroken(lenient.text) ? decodeAs(bytes, 'windows-1252') : lenient;
}

function declaredEncoding(
  bytes: Uint8Array,
  contentType: string | null,
  kind: 'html' | 'xml',
): string | null {
  const label = charsetOf(contentType);
  const options = {
    ...(label === null ? {} : { transportLayerEncodingLabel: label }),
    // A name no document can declare, to tell "nothing declared" from a declaration.
    defaultEncoding: UNDECLARED,
  };
  const encoding =
    kind === 'xml'
      ? sniffEncoding(withoutLeadingSpace(bytes), { ...options, xml: true })
      : sniffEncoding(bytes, { ...options, maxPrescanBytes: META_PRESCAN_BYTES });
  return encoding === UNDECLARED ? null : encoding;
}

const UNDECLARED = 'undeclared';

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** The XML declaration counts only at the very start; feeds behind sloppy templates have blank lines before it. */
function withoutLeadingSpace(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[start] ?? 0)) start++;
  return bytes.subarray(start);
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  try {
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  } catch {
    // A few labels of the standard ("replacement") have no decoder.
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8' };
  }
}

/** More broken sequences than whole ones: the bytes are of another encoding, not a UTF-8 text with a cut in it. */
function isMostlyBroken(text: string): boolean {
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0;
  return broken > whole;
}
