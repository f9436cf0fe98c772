/** A matrix of small numbers as it stands in data/models/: signed bytes in base64, row by row, with one scale. */
export interface PackedMatrix {
  readonly columns: number;
  readonly scale: number;
  readonly bytes: string;
}

/** Rows of `columns` numbers one after another. */
export interface Matrix {
  readonly columns: number;
  readonly values: Float32Array;
}

/** To one part in 127 of the largest number. */
export function packMatrix(values: ArrayLike<number>, columns: number): PackedMatrix {
  let top = 1e-9;
  for (let at = 0; at < values.length; at += 1) top = Math.max(top, Math.abs(values[at] ?? 0));
  const scale = Number((top / 127).toPrecision(6));
  const bytes = Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))));
  return { columns, scale, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

/** The same left in bytes: a quarter of the memory, for large tables of which few rows are read at a time. */
export interface ByteMatrix {
  readonly columns: number;
  readonly scale: number;
  readonly bytes: Int8Array;
}

/** @throws TypeError when the JSON is none: models are part of the program. */
export function unpackBytes(json: unknown): ByteMatrix {
  const { columns, scale, bytes } = (json ?? {}) as Partial<PackedMatrix>;
  if (!columns || !scale || typeof bytes !== 'string') throw new TypeError('This is not a packed matrix.');
  const raw = Buffer.from(bytes, 'base64');
  const signed = new Int8Array(raw.buffer, raw.byteOffset, raw.length);
  if (signed.length % columns !== 0) throw new TypeError('A packed matrix has an incomplete row.');
  return { columns, scale, bytes: signed };
}

/** @throws TypeError when the JSON is none; see `unpackBytes`. */
export function unpackMatrix(json: unknown): Matrix {
  const { columns, scale, bytes } = unpackBytes(json);
  const values = new Float32Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) values[at] = (bytes[at] ?? 0) * scale;
  return { columns, values };
}
