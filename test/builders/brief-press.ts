import { readFileSync } from 'node:fs';
import { type PressArticle, readArticles, readOutlets } from '../../demo/press-articles.ts';
import { annotateArticle } from '../../src/annotate/annotate-article.ts';
import { briefStory } from '../../src/brief/brief-story.ts';
import { NOTHING_STORED } from '../../src/cluster/packed-input.ts';
import { storySlug } from '../../src/cluster/story-slug.ts';
import type { Annotation } from '../../src/core/annotation.ts';
import type { Briefing } from '../../src/core/briefing.ts';
import type { BriefInput, LedgerArticle } from '../../src/core/ledger.ts';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';
import type { Fingerprint, StoryAssignment } from '../../src/core/story.ts';
import type { NamedTopic, TopicLink } from '../../src/core/topic.ts';
import { appliers, createTools } from '../../src/pipeline/appliers.ts';
import { candidateKeys, gatherCandidates } from '../../src/topics/gather-candidates.ts';
import { linkTopics } from '../../src/topics/link-topics.ts';
import { parseTopicRow } from '../../src/topics/parse-topic-row.ts';
import * as build from './stored.ts';

export interface BriefedStory {
  readonly briefing: Briefing;
  readonly articles: readonly LedgerArticle[];
  /** What both were made of. */
  readonly input: BriefInput;
}

function readCandidates(): Map<string, NamedTopic[]> {
  const candidates = new Map<string, NamedTopic[]>();
  const lines = readFileSync(new URL('../../demo/topics.ndjson', import.meta.url), 'utf8').split('\n');
  for (const line of lines.filter((text) => text !== '')) {
    const row = parseTopicRow(line);
    if (!row.ok) continue;
    for (const { key, weight } of row.value.aliases) {
      candidates.set(key, [...(candidates.get(key) ?? []), { topic: row.value.topic, weight, prior: 1 }]);
    }
  }
  return candidates;
}

/** The demonstration press through the pure halves of all stages, without network or database. */
export function briefPress(): BriefedStory[] {
  const tools = createTools();
  const outlets = new Map(readOutlets().map((row) => [row.domain, row]));
  const candidates = readCandidates();
  const read = readArticles().map((row) => readArticle(row));

  function readArticle(row: PressArticle) {
    const article = build.article(row.id, {
      outletId: row.outlet,
      url: `https://${row.outlet}/${row.id}`,
      title: row.title,
      text: row.paragraphs.join('\n'),
      byline: row.byline,
      publishedAt: Date.parse(row.publishedAt),
    });
    const annotation = annotateArticle(article, tools.annotate);
    const known = gatherCandidates(candidateKeys(annotation), candidates);
    return { article, annotation, links: linkTopics({ article, annotation, candidates: known }, tools.link) };
  }

  const pending = read.map(
    ({ article, annotation }): Fingerprint =>
      appliers.fingerprint({
        ...article,
        articleId: article.id,
        language: annotation.language,
        wireCredit: annotation.wireCredit,
        entities: annotation.entities,
      }),
  );
  const facts = [...outlets.values()].map(({ domain: id, owner, kind }) => ({ id, owner, kind }));
  const clustered = appliers.cluster({ ...NOTHING_STORED, pending, outlets: facts }, tools);
  const assignments = clustered?.assignments ?? [];
  const byArticle = new Map(read.map((item) => [item.article.id, item]));
  const stories = Map.groupBy(assignments, (assignment) => assignment.storyId);
  return [...stories].map(([storyId, members]) => brief(storyId, members));

  function ledgerArticle(member: StoryAssignment): LedgerArticle {
    const item = byArticle.get(member.articleId) as {
      article: LedgerArticle['article'];
      annotation: Annotation;
      links: TopicLink[];
    };
    const row = outlets.get(item.article.outletId);
    const known = build.outlet(item.article.outletId, {
      name: row?.name ?? '',
      country: row?.country ?? null,
      kind: row?.kind ?? null,
    });
    return { ...item, outlet: known, copyOf: member.copyOf, copyKind: member.copyKind };
  }

  function brief(storyId: string, members: readonly StoryAssignment[]): BriefedStory {
    const articles = members.map(ledgerArticle);
    const first = articles.toSorted((a, b) => a.article.publishedAt - b.article.publishedAt)[0];
    const slug = storySlug(first?.article.title ?? '', storyId);
    const topics = [
      ...new Map(articles.flatMap(({ links }) => links).map(({ topic }) => [topic.id, topic])).values(),
    ];
    const input = { storyId, slug, articles, topics, earlier: [], quotationBudget: QUOTATION_LIMITS };
    return { briefing: briefStory(input).briefing, articles, input };
  }
}
