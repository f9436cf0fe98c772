import { formatPartialDate } from '../../format/time.ts';
import { counted } from '../../format/words.ts';
import { inPercent } from '../../plots/percent.ts';
import { timelinePlot } from '../../plots/timeline-plot.ts';
import type { StoryView } from '../story/story-view.ts';
import { anchorAt } from './plot-figure.tsx';

const LINE = 14;

/** The events of "How we got here" along one axis; the list below it is its table. */
export function TimelineFigure({ view }: { readonly view: StoryView }) {
  const entries = view.page.briefing.sections.howWeGotHere;
  const plot = timelinePlot(entries, view.page.card.firstAt);
  if (plot === null) return null;
  const dates = entries.map(({ date }) => date).sort();
  const said = `${counted(plot.marks.length, 'event')} from ${formatPartialDate(dates[0] ?? '')} up to this story${
    plot.scale === 'logarithmic' ? '; the axis is denser the longer ago' : ''
  }.`;
  return (
    <figure class="plot time" id="time">
      <svg role="img" aria-labelledby="time-title time-desc" width="100%" height="44">
        <title id="time-title">Events before this story</title>
        <desc id="time-desc">{said} The list below has the same.</desc>
        <line class="track" x1="0" x2="100%" y1={String(LINE)} y2={String(LINE)} />
        <g class="axis">
          {plot.ticks.map(({ x, label }) => (
            <>
              <line x1={inPercent(x)} x2={inPercent(x)} y1={String(LINE - 5)} y2={String(LINE + 5)} />
              <text x={inPercent(x)} y="38" text-anchor={anchorAt(x)}>
                {label}
              </text>
            </>
          ))}
        </g>
        {plot.marks.map(({ from, to }) =>
          to - from < 0.5 ? (
            <circle class="mark" cx={inPercent(from)} cy={String(LINE)} r="4.5" />
          ) : (
            <rect
              class="mark"
              x={inPercent(from)}
              y={String(LINE - 2.5)}
              width={inPercent(Math.round((to - from) * 100) / 100)}
              height="5"
              rx="2.5"
            />
          ),
        )}
        <circle class="mark now" cx={inPercent(plot.now)} cy={String(LINE)} r="6" />
      </svg>
      <figcaption>
        <span>{said}</span>
      </figcaption>
    </figure>
  );
}
