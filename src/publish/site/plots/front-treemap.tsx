import type { StoryCard } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { SECTION_NAMES } from '../../format/section-names.ts';
import { counted } from '../../format/words.ts';
import { inPercent } from '../../plots/percent.ts';
import { type Tile, treemapPlot } from '../../plots/treemap-plot.ts';
import type { Site } from '../site.ts';

/** Size of a drawing in CSS pixels; the width is a typical one. */
interface Size {
  readonly width: number;
  readonly height: number;
}

const BROAD: Size = { width: 1216, height: 690 };
const SLIM_WIDTH = 354;
/** Height per independent outlet in the narrow drawing: two of them hold a headline of two lines. */
const SLIM_HEIGHT = 38;
/** A tile has room for the summary from this width and height on. */
const SUMMARY: Size = { width: 230, height: 145 };

/** A story's weight: its independent outlets, so that one told by six is six times as large. */
function weightOf({ independentOutlets }: StoryCard): number {
  return Math.max(1, independentOutlets);
}

function hasSummary({ width, height }: Tile<StoryCard>, size: Size): boolean {
  return (width / 100) * size.width >= SUMMARY.width && (height / 100) * size.height >= SUMMARY.height;
}

function StoryTile({
  site,
  tile,
  size,
}: {
  readonly site: Site;
  readonly tile: Tile<StoryCard>;
  readonly size: Size;
}) {
  const { item: story, x, y, width, height } = tile;
  const isSmall = !hasSummary(tile, size);
  return (
    <foreignObject x={inPercent(x)} y={inPercent(y)} width={inPercent(width)} height={inPercent(height)}>
      <a class={isSmall ? 'tile is-small' : 'tile'} href={site.address.href(paths.story(story.slug))}>
        <span class="tile-facts">
          {counted(story.independentOutlets, 'outlet')}
          {story.section === null ? null : ` · ${SECTION_NAMES[story.section]}`}
        </span>
        <span class="tile-headline">{story.headline}</span>
        {isSmall || story.summary === null ? null : <span class="tile-summary">{story.summary}</span>}
      </a>
    </foreignObject>
  );
}

function Tiles({
  site,
  tiles,
  name,
  size,
}: {
  readonly site: Site;
  readonly tiles: readonly Tile<StoryCard>[];
  readonly name: string;
  readonly size: Size;
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it holds links, each with its name, and is no picture to a screen reader
    <svg class={name} width="100%" height={String(size.height)}>
      {tiles.map((tile) => (
        <StoryTile site={site} tile={tile} size={size} />
      ))}
    </svg>
  );
}

/** Stories that more than one outlet tells. */
export function toldByMany(stories: readonly StoryCard[]): readonly StoryCard[] {
  return stories.filter(({ independentOutlets }) => independentOutlets > 1);
}

/** Stories as tiles, the larger the more independent outlets tell them; nothing when they are too few. */
export function FrontTreemap({
  site,
  stories,
}: {
  readonly site: Site;
  readonly stories: readonly StoryCard[];
}) {
  const broad = treemapPlot(stories, weightOf, { squarified: BROAD.width / BROAD.height });
  const slim = treemapPlot(stories, weightOf, 'stacked');
  if (broad === null || slim === null) return null;
  const outlets = stories.reduce((sum, story) => sum + weightOf(story), 0);
  return (
    <div class="treemap">
      <Tiles site={site} tiles={broad} name="broad" size={BROAD} />
      <Tiles
        site={site}
        tiles={slim}
        name="slim"
        size={{ width: SLIM_WIDTH, height: outlets * SLIM_HEIGHT }}
      />
    </div>
  );
}
