import { inPercent } from '../../plots/percent.ts';
import type { TwoSidedPlot } from '../../plots/two-sided-plot.ts';
import { anchorAt } from './plot-figure.tsx';

/** Room of one side, CSS pixels, and for the words above and below. */
const SIDE = 52;
const HEAD = 18;
const FOOT = 22;
/** The least that can be seen of a count that is not nothing. */
const LEAST = 3;

/** Height of the whole drawing, CSS pixels. */
export const TWO_SIDED_HEIGHT = HEAD + 2 * SIDE + FOOT;

/** Bars above and below a line, with what the sides mean in words: the sign is told by place, not by colour. */
export function TwoSidedBars({
  plot,
  above,
  below,
}: {
  readonly plot: TwoSidedPlot;
  readonly above: string;
  readonly below: string;
}) {
  const middle = HEAD + SIDE;
  const length = (count: number) => (count === 0 ? 0 : Math.max(LEAST, (count / plot.most) * (SIDE - 14)));
  const [first, last] = [plot.bars[0], plot.bars.at(-1)];
  return (
    <>
      <g class="axis">
        <text x="0" y="11">
          ↑ {above}
        </text>
        <text x="100%" y="11" text-anchor="end">
          ↓ {below}
        </text>
      </g>
      {plot.bars.map(({ x, width, up, down }) => {
        const centre = x + width / 2;
        return (
          <>
            {up === 0 ? null : (
              <>
                <rect
                  class="bar"
                  x={inPercent(x)}
                  y={(middle - length(up)).toFixed(1)}
                  width={inPercent(width)}
                  height={length(up).toFixed(1)}
                />
                <text
                  class="value"
                  x={inPercent(centre)}
                  y={(middle - length(up) - 4).toFixed(1)}
                  text-anchor={anchorAt(centre)}
                >
                  {up}
                </text>
              </>
            )}
            {down === 0 ? null : (
              <>
                <rect
                  class="bar below"
                  x={inPercent(x)}
                  y={String(middle)}
                  width={inPercent(width)}
                  height={length(down).toFixed(1)}
                />
                <text
                  class="value"
                  x={inPercent(centre)}
                  y={(middle + length(down) + 12).toFixed(1)}
                  text-anchor={anchorAt(centre)}
                >
                  {down}
                </text>
              </>
            )}
          </>
        );
      })}
      <line class="track" x1="0" x2="100%" y1={String(middle)} y2={String(middle)} />
      <g class="axis">
        <text x="0" y={String(HEAD + 2 * SIDE + 16)}>
          {first?.label}
        </text>
        <text x="100%" y={String(HEAD + 2 * SIDE + 16)} text-anchor="end">
          {last?.label}
        </text>
      </g>
    </>
  );
}
