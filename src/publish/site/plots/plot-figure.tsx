import type { Child } from 'hono/jsx';
import { inPercent } from '../../plots/percent.ts';
import type { Tick } from '../../plots/time-axis.ts';

/**
 * A drawing with what it shows in words above and the same as a table behind it. The drawing is one picture to a screen
 * reader, named by `title` and told by `said`; links are in the table.
 */
export function PlotFigure({
  id,
  title,
  said,
  height,
  children,
  table,
  className = '',
}: {
  readonly id: string;
  readonly title: string;
  /** What there is to see, in one sentence. */
  readonly said: string;
  /** CSS pixels. */
  readonly height: number;
  readonly children?: Child;
  readonly table: Child;
  readonly className?: string;
}) {
  return (
    <figure class={`plot ${className}`.trim()} id={id}>
      <figcaption>
        <strong>{title}</strong> <span>{said}</span>
      </figcaption>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width="100%"
        height={String(height)}
        xmlns="http://www.w3.org/2000/svg"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{said}</desc>
        {children}
      </svg>
      <details class="behind">
        <summary>{`${title} as a table`}</summary>
        <section class="scroll" aria-label={`${title} as a table`} tabindex={0}>
          {table}
        </section>
      </details>
    </figure>
  );
}

/** Where a label has to hang so that it stays inside the drawing. */
export function anchorAt(x: number): 'start' | 'middle' | 'end' {
  if (x < 12) return 'start';
  return x > 88 ? 'end' : 'middle';
}

/** Ticks with hairlines up to `top` and labels under `bottom` (CSS pixels). */
export function PlotAxis({
  ticks,
  top,
  bottom,
}: {
  readonly ticks: readonly Tick[];
  readonly top: number;
  readonly bottom: number;
}) {
  return (
    <g class="axis">
      {ticks.map(({ x, label }) => (
        <>
          <line x1={inPercent(x)} x2={inPercent(x)} y1={String(top)} y2={String(bottom)} />
          <text x={inPercent(x)} y={String(bottom + 16)} text-anchor={x > 88 ? 'end' : 'middle'}>
            {label}
          </text>
        </>
      ))}
    </g>
  );
}
