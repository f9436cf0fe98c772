import { counted, countryName } from '../../format/words.ts';
import { type CountryPlot, type CountryRow, countryPlot } from '../../plots/country-plot.ts';
import { inPercent } from '../../plots/percent.ts';
import { PlotFigure } from './plot-figure.tsx';

const ROW = 21;

function nameOf({ country, countries }: CountryRow): string {
  return country === null ? counted(countries, 'more country', 'more countries') : countryName(country);
}

function saidOf({ rows, known, unknown }: CountryPlot): string {
  const [first] = rows;
  const countries = rows.reduce((sum, row) => sum + row.countries, 0);
  const most = first === undefined ? '' : `; most, ${first.outlets} of ${known}, are of ${nameOf(first)}`;
  const rest = unknown > 0 ? ` The country of ${counted(unknown, 'outlet')} is not known.` : '';
  return `${counted(countries, 'country', 'countries')}${(first?.outlets ?? 0) > known / 2 ? most : ''}.${rest}`;
}

function Behind({ plot }: { readonly plot: CountryPlot }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Country</th>
          <th scope="col">Outlets</th>
        </tr>
      </thead>
      <tbody>
        {plot.rows.map((row) => (
          <tr>
            <th scope="row">{nameOf(row)}</th>
            <td>{row.outlets}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where outlets sit: a bar per country. */
export function CountryFigure({
  outlets,
}: {
  readonly outlets: readonly { readonly country: string | null }[];
}) {
  const plot = countryPlot(outlets);
  if (plot === null) return null;
  return (
    <PlotFigure
      id="countries"
      title="Where the outlets sit"
      said={saidOf(plot)}
      height={plot.rows.length * ROW + 2}
      table={<Behind plot={plot} />}
    >
      {plot.rows.map((row, index) => {
        const y = index * ROW;
        return (
          <>
            <text x="0" y={String(y + 14)}>
              {nameOf(row)}
            </text>
            <rect
              class="bar"
              x={inPercent(row.from)}
              y={String(y + 4)}
              width={inPercent(Math.round((row.to - row.from) * 100) / 100)}
              height={String(ROW - 9)}
            />
            <text class="value" x={inPercent(row.to + 1.5)} y={String(y + 14)}>
              {row.outlets}
            </text>
          </>
        );
      })}
    </PlotFigure>
  );
}
