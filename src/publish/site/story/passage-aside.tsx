import type { Citation } from '../../../core/ledger.ts';
import { paths } from '../../address.ts';
import { linkToWords } from '../../format/web-link.ts';
import { counted } from '../../format/words.ts';
import { passageAt } from '../../passages/passage.ts';
import { placeOf } from '../../passages/statement-at.ts';
import { PublishedAt } from '../moment.tsx';
import { outletFacts } from '../outlet-name.tsx';
import { outletName, type PassagesView, siglum } from './story-view.ts';

interface Companion {
  readonly outletId: string;
  readonly citation: Citation;
}

/** One citation per further outlet that says the same. */
function companions(view: PassagesView, outletId: string, citations: readonly Citation[]): Companion[] {
  const found = new Map<string, Companion>();
  for (const citation of citations) {
    const other = view.articles.get(citation.articleId)?.article;
    if (other === undefined || !view.independent.has(other.id) || other.outletId === outletId) continue;
    if (!found.has(other.outletId)) found.set(other.outletId, { outletId: other.outletId, citation });
  }
  return [...found.values()];
}

function Companions({
  view,
  others,
}: {
  readonly view: PassagesView;
  readonly others: readonly Companion[];
}) {
  if (others.length === 0) return null;
  return (
    <div class="passage-others">
      <p>A similar sentence in {counted(others.length, 'other outlet')}:</p>
      <ul>
        {others.map(({ outletId, citation }) => (
          <li>
            <span class="siglum">{siglum(view, outletId)}</span>
            <a href={view.site.address.href(paths.passage(citation.articleId, citation.start))}>
              {outletName(view, outletId)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Leads to a form about the sentence that this passage supports. */
function ReportLink({ view, citation }: { readonly view: PassagesView; readonly citation: Citation }) {
  if (view.reported === undefined) return null;
  const { slug, version } = view.reported;
  return (
    <a href={view.site.address.href(paths.report(slug, version, placeOf(citation)))} rel="nofollow">
      Report an error
    </a>
  );
}

/**
 * A cited passage in its context: hidden until it is the target of the address (`:target`), so that it opens without
 * a script. `place` makes its id.
 */
export function PassageAside({
  view,
  citation,
  others,
  place,
}: {
  readonly view: PassagesView;
  readonly citation: Citation;
  readonly others: readonly Citation[];
  readonly place: string;
}) {
  const passages = view.articles.get(citation.articleId);
  if (passages === undefined) return null;
  const { article } = passages;
  const excerpt = view.excerpts.get(article.id) ?? new Set<number>();
  const { before, cited, after, sentence, sentenceCount } = passageAt(passages, citation, excerpt);
  const original = linkToWords(article.url, cited);
  const facts = outletFacts(article.outlet);
  return (
    <aside
      class="passage"
      id={`p-${place}`}
      tabindex={-1}
      aria-label={`Passage from ${article.outlet.name}`}
      data-outlet={article.outletId}
    >
      <p class="passage-from">
        <strong>{article.outlet.name}</strong>
        {facts === '' ? null : ` · ${facts}`}
        <br />
        <PublishedAt article={article} />
        {sentence === null ? null : ` · sentence ${sentence} of ${sentenceCount}`}
      </p>
      <p class="passage-title">{article.title}</p>
      <blockquote>
        <p>
          {before}
          <mark>{cited}</mark>
          {after}
        </p>
      </blockquote>
      <p class="passage-links">
        {original === null ? null : (
          <a href={original} rel="noopener">
            Read it at {article.outlet.name}
          </a>
        )}
        <a href={view.site.address.href(paths.passage(article.id, citation.start))}>
          All that is cited of this article
        </a>
        <ReportLink view={view} citation={citation} />
      </p>
      <Companions view={view} others={companions(view, article.outletId, others)} />
      <a class="passage-close" href={`#c-${place}`}>
        Back to the text
      </a>
    </aside>
  );
}
