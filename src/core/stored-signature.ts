import type { ArticleSignature } from './story.ts';

/** 128 unsigned 32-bit values. */
const LENGTH = 128;
const BYTES = 4 * LENGTH;

/** Signatures of many articles as they go from the store into a worker thread: rows, and one array of bytes for all. */
export interface PackedSignatures {
  readonly rows: readonly Omit<ArticleSignature, 'signature'>[];
  /** 512 bytes per row: 128 unsigned 32-bit values, little endian. */
  readonly bytes: Uint8Array;
}

/** Little endian bytes of a MinHash signature, as they are stored. */
export function signatureBytes(signature: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * signature.length));
  for (let row = 0; row < signature.length; row++) view.setUint32(4 * row, signature[row] ?? 0, true);
  return new Uint8Array(view.buffer);
}

export function packSignatures(
  signatures: readonly (Omit<ArticleSignature, 'signature'> & { readonly bytes: Uint8Array })[],
): PackedSignatures {
  const bytes = new Uint8Array(BYTES * signatures.length);
  for (const [i, signature] of signatures.entries()) bytes.set(signature.bytes.subarray(0, BYTES), BYTES * i);
  return { rows: signatures.map(({ bytes: _, ...row }) => row), bytes };
}

export function* unpackSignatures({ rows, bytes }: PackedSignatures): Generator<ArticleSignature> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [i, row] of rows.entries()) {
    const signature = new Uint32Array(LENGTH);
    for (let k = 0; k < LENGTH; k++) signature[k] = view.getUint32(BYTES * i + 4 * k, true);
    yield { ...row, signature };
  }
}
