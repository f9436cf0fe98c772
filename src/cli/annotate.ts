import type { Command } from 'commander';
import { annotateArticle } from '../annotate/annotate-article.ts';
import { createAnnotateTools } from '../annotate/annotate-tools.ts';
import { knownNameKeys } from '../annotate/names/known-names.ts';
import { fillWorld, openArchive } from '../app.ts';
import type { Annotation } from '../core/annotation.ts';
import { stableId } from '../core/hash.ts';
import type { TopicLink } from '../core/topic.ts';
import { type ImportRow, parseArticleLine } from '../pipeline/intake/parse-article-row.ts';
import { linkCandidates } from '../pipeline/link-candidates.ts';
import { unreadOfArticle } from '../publish/format/unread.ts';
import { knownNames } from '../store/known-names.ts';
import type { Store } from '../store/store.ts';
import { linkTopics } from '../topics/link-topics.ts';
import { createLinkTools, type LinkTools } from '../topics/topic-tools.ts';
import { emit, say } from './output.ts';
import { readLines } from './read-lines.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

/** `annotate FILE`: what is read out of each article, one JSON row each; nothing is stored. */
export function annotateCommand(program: Command): void {
  withCommonOptions(program.command('annotate'))
    .description('print sentences, names, quotes and figures of articles (NDJSON) as JSON rows')
    .argument('<file>')
    .action(async (file: string, options: CommonOptions) => {
      await using archive = await openArchive(configOf(options));
      await fillWorld(archive);
      const tools = createAnnotateTools();
      const linkTools = createLinkTools();
      for await (const line of readLines(file)) {
        for (const parsed of parseArticleLine(line.text)) {
          if (!parsed.ok) {
            say(`variorum: ${file}, row ${line.number} ${parsed.error.message}; the row is left out.`);
            process.exitCode = 2;
            continue;
          }
          const row = toInput(parsed.value);
          const input = { ...row, knownNames: await knownNames(archive.store.db, knownNameKeys(row.text)) };
          const annotation = annotateArticle(input, tools);
          await emit(
            JSON.stringify(
              view(input.id, annotation, await linksOf(archive.store, input, annotation, linkTools)),
            ),
          );
        }
      }
    });
}

type Input = Parameters<typeof annotateArticle>[0];

function toInput(row: ImportRow): Input {
  return {
    id: row.externalId ?? stableId(`${row.title}\n${row.body.content}`),
    title: row.title,
    text: row.body.content,
    publishedAt: row.publishedAt ?? 0,
    language: row.language,
    byline: row.byline,
  };
}

async function linksOf(
  store: Store,
  input: Input,
  annotation: Annotation,
  tools: LinkTools,
): Promise<readonly TopicLink[]> {
  const candidates = await linkCandidates(store.db, annotation);
  return linkTopics({ article: input, annotation, candidates }, tools);
}

function view(id: string, annotation: Annotation, links: readonly TopicLink[]): object {
  const topicOf = new Map(links.map((link) => [link.entity, link.topic]));
  const { sentences, mentions, quotes, figures, tone, language, missing = [] } = annotation;
  return {
    id,
    language,
    missing,
    note: unreadOfArticle({ language, missing }),
    sentences: sentences.map(({ start, end, role, speech }) => ({ start, end, role, speech })),
    mentions: mentions.map(({ start, end, type, kind = 'name', entity }) => {
      const topic = topicOf.get(entity);
      const named = topic?.origin === 'base' ? topic : undefined;
      return {
        start,
        end,
        type,
        kind,
        entity,
        topic: named === undefined ? null : { id: named.id, qid: named.qid, title: named.title },
      };
    }),
    quotes: quotes.map(({ kind, speaker, cue, content }) => ({ kind, speaker, cue, content })),
    figures,
    tone,
    descriptions: annotation.descriptions,
    dates: annotation.dates,
    entities: annotation.entities,
    nominals: annotation.nominals ?? [],
  };
}
