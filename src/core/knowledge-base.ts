import type { Failure } from './failure.ts';
import type { Result } from './result.ts';

/** Something that a name may mean, as a search lists it. */
export interface KnowledgeCandidate {
  /** Wikidata id. */
  readonly qid: string;
  readonly label: string;
  /** One line; null when the base has none in the language. */
  readonly description: string | null;
  /** The label or alias that the search has matched. */
  readonly matched: string;
}

/** The paragraph that opens an encyclopaedia's article. */
export interface KnowledgeSummary {
  readonly text: string;
  /** The article. */
  readonly url: string;
  readonly source: string;
  readonly licence: string;
  readonly revision: string | null;
  /** Day of that revision, ISO date. */
  readonly asOf: string | null;
}

/** A picture that may be shown with its credit. */
export interface KnowledgeImage {
  /** Of a version small enough for a page. */
  readonly fileUrl: string;
  readonly width: number;
  readonly height: number;
  /** Who made it, plain text. */
  readonly credit: string | null;
  readonly licence: string;
  readonly licenceUrl: string | null;
  /** The page that describes it. */
  readonly pageUrl: string;
}

export interface KnowledgeTopic {
  readonly qid: string;
  /** The item in Wikibase's JSON, with the languages and statements that are read here; `topics/parse-wikidata-entity` reads it. */
  readonly entity: string;
  readonly summary: KnowledgeSummary | null;
  readonly image: KnowledgeImage | null;
}

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;

/** A picture's file; its type is told by its bytes, not by whoever sent it. */
export interface PictureFile {
  readonly mediaType: (typeof PICTURE_TYPES)[number];
  readonly bytes: Uint8Array;
}

/** An encyclopaedic base that may be asked. Every trouble is a failure (`knowledge/…`, `http/…`); nothing is thrown. */
export interface KnowledgeBase {
  /** What a name may mean, the most prominent first. `language` is ISO 639-1. */
  search(name: string, language: string): Promise<Result<readonly KnowledgeCandidate[], Failure>>;
  /** All that is known of one topic; null when there is none of this id. `fresh` asks anew what was answered before. */
  topic(qid: string, language: string, fresh?: boolean): Promise<Result<KnowledgeTopic | null, Failure>>;
  file(image: KnowledgeImage): Promise<Result<PictureFile, Failure>>;
}

/** Keeps answers, so that no question is asked twice within their time. */
export interface KnowledgeCache {
  get(question: string): Promise<{ readonly answer: string; readonly answeredAt: number } | null>;
  put(question: string, answer: string, answeredAt: number): Promise<void>;
}
