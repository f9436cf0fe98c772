import type { Section } from '../../core/section.ts';

/** What readers see of a section. */
export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  world: 'World',
  national: 'National',
  business: 'Business',
  science: 'Science',
  sport: 'Sport',
  culture: 'Culture',
};

/** One line on what stands in a section, and on what that rests. */
export const SECTION_NOTES: Readonly<Record<Section, string>> = {
  world: 'Public affairs that most outlets report from abroad.',
  national: 'Public affairs that most outlets report from their own country.',
  business: 'Companies, markets, work and money.',
  science: 'Science, technology, health and environment.',
  sport: 'Matches, players and those who run them.',
  culture: 'Arts, books, film, music and television.',
};
