import { type BlendedClassifier, readBlendedClassifier } from '../../nlp/blended-classifier.ts';
import { type LinearModel, readLinearModel, type StoredLinearModel } from '../../nlp/linear-model.ts';
import type { WordVectors } from '../../nlp/word-vectors.ts';
import { type CountryNames, readCountryNames, type StoredCountryNames } from './country-names.ts';

/** Subjects that words tell apart. Public affairs are the world's or the nation's: that is a matter of place. */
export const SUBJECTS = ['public', 'business', 'science', 'sport', 'culture'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const PLACES = ['national', 'world'] as const;

/** What is read of data/models/sections.json, with the word vectors that its network reads. */
export interface SectionModel {
  readonly subject: BlendedClassifier;
  readonly place: LinearModel;
  readonly countries: CountryNames;
  readonly vectors: WordVectors;
}

interface StoredSectionModel {
  readonly subject: unknown;
  readonly place: StoredLinearModel;
  readonly countries: StoredCountryNames;
}

/** @throws TypeError when it is none: models are part of the program. */
export function readSectionModel(json: unknown, vectors: WordVectors): SectionModel {
  const stored = json as Partial<StoredSectionModel> | null;
  return {
    subject: readBlendedClassifier(stored?.subject, 'sections'),
    place: readLinearModel(stored?.place, 'sections'),
    countries: readCountryNames(stored?.countries ?? {}),
    vectors,
  };
}
