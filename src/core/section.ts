/** What an article or a story is about, as papers divide it. The order is that of the navigation. */
export const SECTIONS = ['world', 'national', 'business', 'science', 'sport', 'culture'] as const;
export type Section = (typeof SECTIONS)[number];

/** Where the section of one article comes from: its outlet's own path, or its words and the places it names. */
export type SectionSource = 'path' | 'words';

/** The section of one article. */
export interface ArticleSection {
  readonly section: Section;
  /** How far it leads the next section, 0 to 1; 1 where the outlet itself says it. */
  readonly margin: number;
  readonly from: SectionSource;
}

/** The section of a story, by vote of its independent articles. */
export interface StorySection {
  readonly section: Section;
  /** Share of the votes by which it leads the next section, 0 to 1. */
  readonly margin: number;
}

export function isSection(text: string): text is Section {
  return SECTIONS.some((section) => section === text);
}
