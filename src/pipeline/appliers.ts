import { createRequire } from 'node:module';
import { annotateArticle } from '../annotate/annotate-article.ts';
import { type AnnotateTools, createAnnotateTools } from '../annotate/annotate-tools.ts';
import { createTextReader } from '../annotate/text-reader.ts';
import { answerQuestion } from '../brief/ask/answer-question.ts';
import type { ArticleReader } from '../brief/ledger/article-reading.ts';
import { createArticleReader } from '../brief/ledger/remembering-reader.ts';
import type { ClusterTools } from '../cluster/cluster-decisions.ts';
import { fingerprintArticle } from '../cluster/fingerprint-article.ts';
import { type PackedBatch, unpackClusters } from '../cluster/packed-input.ts';
import { type RepairInput, repairStories } from '../cluster/repair-stories.ts';
import type { SectionInput } from '../cluster/sections/classify-section.ts';
import { fileArticle } from '../cluster/sections/file-article.ts';
import { readSectionModel, type SectionModel } from '../cluster/sections/section-model.ts';
import { WarmClusterer } from '../cluster/warm-clusterer.ts';
import type { TextReader } from '../core/written.ts';
import { extractArticle } from '../extract/extract-article.ts';
import type { WordVectors } from '../nlp/word-vectors.ts';
import { type LinkInput, linkTopics } from '../topics/link-topics.ts';
import { createLinkTools, type LinkTools } from '../topics/topic-tools.ts';
import { briefRevision, type StoryRevision } from './brief-revision.ts';
import { readFeed } from './read-feed.ts';
import {
  type Answered,
  checkDrafts,
  chooseFromDrafts,
  type DraftsToCheck,
  storyMatter,
} from './writing-steps.ts';

/** What `apply` functions need beside their input: models and word lists, loaded once per thread. */
export interface Tools {
  readonly annotate: AnnotateTools;
  readonly link: LinkTools;
  readonly sections: SectionModel;
  /** How common each word is in general news. */
  readonly background: ClusterTools['background'];
  /** Remembers articles of stories that are briefed again and again. */
  readonly readArticle: ArticleReader;
  /** Reads what a language model has written as an article is read. */
  readonly readText: TextReader;
  /** Remembers the stories of one batch of articles for the next. */
  readonly clusterer: WarmClusterer;
}

/** Characters of text whose readings a thread keeps: those of the liveliest stories, a thousand articles or so. */
const READ_CHARACTERS_KEPT = 4_000_000;

export function createTools(): Tools {
  const annotate = createAnnotateTools();
  const background = createBackground();
  return {
    annotate,
    link: createLinkTools(),
    sections: createSectionModel(annotate.wordVectors),
    background,
    readArticle: createArticleReader(READ_CHARACTERS_KEPT),
    readText: createTextReader(annotate),
    clusterer: new WarmClusterer({ background }),
  };
}

function createSectionModel(vectors: WordVectors): SectionModel {
  const require = createRequire(import.meta.url);
  return readSectionModel(require('../../data/models/sections.json'), vectors);
}

/** How common each word is in general news. */
export function createBackground(): ClusterTools['background'] {
  // The models lie beside src/, at the same distance from src/ and dist/.
  const require = createRequire(import.meta.url);
  return require('../../data/models/background-df.json') as ClusterTools['background'];
}

/**
 * The pure half of every stage, by stage name. A worker thread loads this file and nothing of the store or the
 * network, so that foreign text is read where it can do no harm.
 */
export const appliers = {
  poll: readFeed,
  extract: extractArticle,
  annotate: (input: Parameters<typeof annotateArticle>[0], tools: Tools) =>
    annotateArticle(input, tools.annotate),
  link: (input: LinkInput, tools: Tools) => linkTopics(input, tools.link),
  section: (input: SectionInput, tools: Tools) => fileArticle(input, tools.sections),
  fingerprint: fingerprintArticle,
  cluster: ({ stored, ...batch }: PackedBatch, { clusterer }: Pick<Tools, 'clusterer'>) =>
    stored === null ? clusterer.goOn(batch) : clusterer.restore(batch, unpackClusters(stored)),
  repair: (input: RepairInput, tools: Tools) => repairStories(input, tools),
  brief: (input: StoryRevision, tools: Tools) => briefRevision(input, tools.readArticle),
  write: (input: Answered, { readText }: Tools) => chooseFromDrafts(input, readText),
  /** Not of a stage: what a story's `write` asks a model, and what is wrong with what it answers. */
  'writing-matter': (input: StoryRevision, { readArticle }: Tools) => storyMatter(input, readArticle),
  'check-drafts': (input: DraftsToCheck, { readText }: Tools) => checkDrafts(input, readText),
  /** Not of a stage: the pure half of answering a reader. */
  ask: answerQuestion,
} as const;

export type ApplierName = keyof typeof appliers;
