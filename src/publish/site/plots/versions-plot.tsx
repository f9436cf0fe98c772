import type { BriefingChanges } from '../../../core/briefing-changes.ts';
import { counted } from '../../format/words.ts';
import { twoSidedPlot } from '../../plots/two-sided-plot.ts';
import { Moment } from '../moment.tsx';
import { PlotFigure } from './plot-figure.tsx';
import { TWO_SIDED_HEIGHT, TwoSidedBars } from './two-sided-bars.tsx';

interface Version {
  readonly version: number;
  /** When it was made, milliseconds. */
  readonly at: number;
}

/** How much each of the newest versions changed. Nothing of a single one. */
export function VersionsFigure({
  versions,
  changes,
}: {
  readonly versions: readonly Version[];
  /** By the number of the newer version. */
  readonly changes: ReadonlyMap<number, BriefingChanges>;
}) {
  const rows = versions
    .flatMap(({ version, at }) => {
      const changed = changes.get(version);
      return changed === undefined ? [] : [{ version, at, changed }];
    })
    .sort((a, b) => a.version - b.version);
  const steps = rows.map(({ version, changed: { added, removed } }) => ({
    label: `Version ${version}`,
    up: added.length,
    down: removed.length,
  }));
  const plot = twoSidedPlot(steps);
  const most = rows.toSorted((a, b) => b.changed.added.length - a.changed.added.length)[0];
  if (plot === null || most === undefined) return null;
  const { added, removed } = most.changed;
  return (
    <PlotFigure
      id="versions-changed"
      title="What changed"
      said={`Version ${most.version} brought most that is new: ${counted(added.length, 'sentence')} more, ${removed.length} gone.`}
      height={TWO_SIDED_HEIGHT}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Made</th>
              <th scope="col">Sentences more</th>
              <th scope="col">Gone</th>
              <th scope="col">Corrections</th>
              <th scope="col">Articles more</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ version, at, changed }) => (
              <tr>
                <th scope="row">{version}</th>
                <td>
                  <Moment at={at} precision="minute" />
                </td>
                <td>{changed.added.length}</td>
                <td>{changed.removed.length}</td>
                <td>{changed.corrections.length}</td>
                <td>{changed.articles}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <TwoSidedBars plot={plot} above="sentences more" below="sentences gone" />
    </PlotFigure>
  );
}
