type TypedArray = Int32Array | Uint8Array | Float64Array;

/** A copy with more room: what is beyond the values is 0. */
export function widened<Values extends TypedArray>(values: Values, size: number): Values {
  const copy = new (values.constructor as new (size: number) => Values)(size);
  copy.set(values);
  return copy;
}
