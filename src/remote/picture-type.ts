import type { PictureFile } from '../core/knowledge-base.ts';

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return bytes.length >= at + signature.length && signature.every((byte, i) => bytes[at + i] === byte);
}

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** The type of a picture by its first bytes (WHATWG MIME Sniffing §6.1); null for anything else, SVG included, which can hold scripts. */
export function pictureType(bytes: Uint8Array): PictureFile['mediaType'] | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, ascii('GIF87a')) || startsWith(bytes, ascii('GIF89a'))) return 'image/gif';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBPVP'), 8)) return 'image/webp';
  return null;
}
