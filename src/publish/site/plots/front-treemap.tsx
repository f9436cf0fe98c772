import type { StoryCard } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { SECTION_NAMES } from '../../format/section-names.ts';
import { counted } from '../../format/words.ts';
import { inPercent } from '../../plots/percent.ts';
import { type Tile, treemapPlot } from '../../plots/treemap-plot.ts';
import type { Site } from '../site.ts';

/** Width over height of the two drawings: one for wide windows, one for narrow ones. */
const SHAPES = [
  { name: 'broad', aspect: 1.7, height: 700 },
  { name: 'slim', aspect: 0.34, height: 1080 },
] as const;
/** Tiles narrower or lower than this (per cent of the whole) have room for the headline alone. */
const SMALL = 16;

/** A story's weight: its independent outlets, so that one told by six is six times as large. */
function weightOf({ independentOutlets }: StoryCard): number {
  return Math.max(1, independentOutlets);
}

function StoryTile({ site, tile }: { readonly site: Site; readonly tile: Tile<StoryCard> }) {
  const { item: story, x, y, width, height } = tile;
  const isSmall = Math.min(width, height) < SMALL;
  return (
    <foreignObject x={inPercent(x)} y={inPercent(y)} width={inPercent(width)} height={inPercent(height)}>
      <a
        class={`tile${story.independentOutlets > 1 ? ' is-broad' : ''}${isSmall ? ' is-small' : ''}`}
        href={site.address.href(paths.story(story.slug))}
      >
        <span class="tile-facts">
          {story.section === null ? null : `${SECTION_NAMES[story.section]} · `}
          {counted(story.independentOutlets, 'outlet')}
        </span>
        <span class="tile-headline">{story.headline}</span>
        {isSmall || story.summary === null ? null : <span class="tile-summary">{story.summary}</span>}
      </a>
    </foreignObject>
  );
}

/** Stories as tiles, the larger the more independent outlets tell them; null when there are too few. */
export function FrontTreemap({
  site,
  stories,
}: {
  readonly site: Site;
  readonly stories: readonly StoryCard[];
}) {
  return (
    <div class="treemap">
      {SHAPES.map(({ name, aspect, height }) => {
        const tiles = treemapPlot(stories, weightOf, aspect);
        if (tiles === null) return null;
        return (
          // biome-ignore lint/a11y/noSvgWithoutTitle: it holds links, each with its name, and is no picture to a screen reader
          <svg class={name} width="100%" height={String(height)}>
            {tiles.map((tile) => (
              <StoryTile site={site} tile={tile} />
            ))}
          </svg>
        );
      })}
    </div>
  );
}
