import type { OutletToneAt } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { counted } from '../../format/words.ts';
import { outletTonePlot } from '../../plots/outlet-tone-plot.ts';
import { Moment } from '../moment.tsx';
import type { Site } from '../site.ts';
import { PlotFigure } from './plot-figure.tsx';
import { TWO_SIDED_HEIGHT, TwoSidedBars } from './two-sided-bars.tsx';

/** An outlet's clear tones over time; in a sentence where there are too few to draw, nothing where there are none. */
export function OutletToneFigure({
  site,
  tones,
}: {
  readonly site: Site;
  readonly tones: readonly OutletToneAt[];
}) {
  const plot = outletTonePlot(tones);
  if (plot === null)
    return (
      <p class="thin">
        {tones.length === 0
          ? 'No clear tone was found in its reports here.'
          : `A clear tone was found ${counted(tones.length, 'time')} in its reports here: too little to be drawn over time.`}
      </p>
    );
  return (
    <PlotFigure
      id="outlet-tone"
      title="Tone over time"
      said={`Its own sentences were clearly favourable to somebody ${counted(plot.favourable, 'time')}, critical ${counted(plot.critical, 'time')}, by ${plot.unit}. Most reports have no clear tone and are not counted.`}
      height={TWO_SIDED_HEIGHT}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">Story</th>
              <th scope="col">Newest article</th>
              <th scope="col">Towards</th>
              <th scope="col">Tone</th>
            </tr>
          </thead>
          <tbody>
            {tones.toReversed().map(({ slug, headline, at, name, direction, citation }) => (
              <tr>
                <th scope="row">
                  <a href={site.address.href(paths.story(slug))}>{headline}</a>
                </th>
                <td>
                  <Moment at={at} precision="day" />
                </td>
                <td>{name}</td>
                <td>
                  <a href={site.address.href(paths.passage(citation.articleId, citation.start))}>
                    {direction}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <TwoSidedBars plot={plot} above="favourable" below="critical" />
    </PlotFigure>
  );
}
