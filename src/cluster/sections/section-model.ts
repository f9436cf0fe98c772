import { type LinearModel, readLinearModel, type StoredLinearModel } from '../../nlp/linear-model.ts';
import { type CountryNames, readCountryNames, type StoredCountryNames } from './country-names.ts';

/** Subjects that words tell apart. Public affairs are the world's or the nation's: that is a matter of place. */
export const SUBJECTS = ['public', 'business', 'science', 'sport', 'culture'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const PLACES = ['national', 'world'] as const;

/** What is read of data/models/sections.json. */
export interface SectionModel {
  readonly subject: LinearModel;
  readonly place: LinearModel;
  readonly countries: CountryNames;
}

export interface StoredSectionModel {
  readonly subject: StoredLinearModel;
  readonly place: StoredLinearModel;
  readonly countries: StoredCountryNames;
}

/** @throws TypeError when it is none: models are part of the program. */
export function readSectionModel(json: unknown): SectionModel {
  const stored = json as Partial<StoredSectionModel> | null;
  return {
    subject: readLinearModel(stored?.subject, 'sections'),
    place: readLinearModel(stored?.place, 'sections'),
    countries: readCountryNames(stored?.countries ?? {}),
  };
}
