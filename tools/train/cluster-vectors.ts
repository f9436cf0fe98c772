/**
 * Spherical k-means (Dhillon and Modha 2001): the group, 0 to `groups` - 1, of each row of `vectors`. Starts from rows
 * spread evenly over the table, so that the same vectors always give the same groups.
 */
export function clusterVectors(
  vectors: Float32Array,
  dimensions: number,
  groups: number,
  rounds: number,
): Uint8Array {
  const rows = vectors.length / dimensions;
  for (let row = 0; row < rows; row += 1) normalise(vectors, row * dimensions, dimensions);
  // The commonest words come first: among them the kinds of words are all there.
  const spread = Math.max(1, Math.floor(Math.min(rows, groups * 10) / groups));
  const centres = new Float32Array(groups * dimensions);
  for (let group = 0; group < groups; group += 1) {
    const from = Math.min(rows - 1, group * spread) * dimensions;
    centres.set(vectors.subarray(from, from + dimensions), group * dimensions);
  }
  const assigned = new Uint8Array(rows);
  for (let round = 0; round < rounds; round += 1) {
    for (let row = 0; row < rows; row += 1)
      assigned[row] = nearest(vectors, row * dimensions, centres, dimensions, groups);
    recentre(vectors, assigned, centres, dimensions, groups);
  }
  return assigned;
}

function normalise(vectors: Float32Array, from: number, dimensions: number): void {
  let sum = 0;
  for (let at = from; at < from + dimensions; at += 1) sum += (vectors[at] as number) ** 2;
  const length = Math.sqrt(sum) || 1;
  for (let at = from; at < from + dimensions; at += 1) vectors[at] = (vectors[at] as number) / length;
}

function nearest(
  vectors: Float32Array,
  from: number,
  centres: Float32Array,
  dimensions: number,
  groups: number,
): number {
  let best = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let group = 0; group < groups; group += 1) {
    let dot = 0;
    for (let at = 0; at < dimensions; at += 1)
      dot += (vectors[from + at] as number) * (centres[group * dimensions + at] as number);
    if (dot > top) {
      top = dot;
      best = group;
    }
  }
  return best;
}

function recentre(
  vectors: Float32Array,
  assigned: Uint8Array,
  centres: Float32Array,
  dimensions: number,
  groups: number,
): void {
  centres.fill(0);
  for (const [row, group] of assigned.entries()) {
    for (let at = 0; at < dimensions; at += 1) {
      const index = group * dimensions + at;
      centres[index] = (centres[index] as number) + (vectors[row * dimensions + at] as number);
    }
  }
  for (let group = 0; group < groups; group += 1) normalise(centres, group * dimensions, dimensions);
}
