import type { ArticleSignature } from './story.ts';

/** 128 unsigned 32-bit values. */
const LENGTH = 128;
const BYTES = 4 * LENGTH;

/** Signatures of many articles as they go from the store into a worker thread: rows, and one array of bytes for all. */
export interface PackedSignatures {
  readonly rows: readonly Omit<ArticleSignature, 'signature' | 'wordSignature'>[];
  /** 512 bytes per row: 128 unsigned 32-bit values, little endian. */
  readonly bytes: Uint8Array;
  /** The same of the signatures of words; zeros where a row has none. */
  readonly wordBytes: Uint8Array;
}

/** What clustering is given to begin with. */
export const NO_SIGNATURES: PackedSignatures = {
  rows: [],
  bytes: new Uint8Array(),
  wordBytes: new Uint8Array(),
};

/** A row with its signatures as they are stored. */
type StoredSignature = PackedSignatures['rows'][number] & {
  readonly bytes: Uint8Array;
  readonly wordBytes: Uint8Array;
};

/** Little endian bytes of a MinHash signature, as they are stored. */
export function signatureBytes(signature: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * signature.length));
  for (let row = 0; row < signature.length; row++) view.setUint32(4 * row, signature[row] ?? 0, true);
  return new Uint8Array(view.buffer);
}

export function packSignatures(signatures: readonly StoredSignature[]): PackedSignatures {
  const bytes = new Uint8Array(BYTES * signatures.length);
  const wordBytes = new Uint8Array(BYTES * signatures.length);
  for (const [i, signature] of signatures.entries()) {
    bytes.set(signature.bytes.subarray(0, BYTES), BYTES * i);
    wordBytes.set(signature.wordBytes.subarray(0, BYTES), BYTES * i);
  }
  const rows = signatures.map(({ bytes: _, wordBytes: _words, ...row }) => row);
  return { rows, bytes, wordBytes };
}

export function* unpackSignatures({ rows, bytes, wordBytes }: PackedSignatures): Generator<ArticleSignature> {
  const [signatures, words] = [valuesOf(bytes), valuesOf(wordBytes)];
  for (const [i, row] of rows.entries()) yield { ...row, signature: signatures(i), wordSignature: words(i) };
}

function valuesOf({ buffer, byteOffset, byteLength }: Uint8Array): (row: number) => Uint32Array {
  const view = new DataView(buffer, byteOffset, byteLength);
  return (row) => Uint32Array.from({ length: LENGTH }, (_, k) => view.getUint32(BYTES * row + 4 * k, true));
}
