import { hierarchy, treemap, treemapSlice, treemapSquarify } from 'd3-hierarchy';
import { type Percent, percent } from './percent.ts';

const LEAST_TILES = 3;

export interface Tile<T> {
  readonly item: T;
  readonly x: Percent;
  readonly y: Percent;
  readonly width: Percent;
  readonly height: Percent;
}

/**
 * Items as tiles whose area is their weight, the heaviest first. Null for fewer than three.
 * @param tiling `squarified` into a whole of this width over height (Bruls, Huizing & van Wijk 2000), or `stacked`, one
 *   above the other, for a narrow column
 */
export function treemapPlot<T>(
  items: readonly T[],
  weight: (item: T) => number,
  tiling: { readonly squarified: number } | 'stacked',
): readonly Tile<T>[] | null {
  if (items.length < LEAST_TILES) return null;
  const aspect = tiling === 'stacked' ? 1 : tiling.squarified;
  interface Node {
    readonly item?: T;
    readonly children?: readonly Node[];
  }
  const root = hierarchy<Node>({ children: items.map((item) => ({ item })) }, ({ children }) =>
    children === undefined ? null : [...children],
  )
    .sum(({ item }) => (item === undefined ? 0 : weight(item)))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const placed = treemap<Node>()
    .tile(tiling === 'stacked' ? treemapSlice : treemapSquarify)
    .size([100 * aspect, 100])(root);
  return placed.leaves().flatMap(({ data, x0, x1, y0, y1 }) =>
    data.item === undefined
      ? []
      : [
          {
            item: data.item,
            x: percent(x0 / aspect),
            y: percent(y0),
            width: percent((x1 - x0) / aspect),
            height: percent(y1 - y0),
          },
        ],
  );
}
