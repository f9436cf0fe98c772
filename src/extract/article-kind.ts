import type { KindVerdict } from '../core/article-details.ts';
import { KIND_OF_HEADLINE, KIND_OF_TYPE, KIND_OF_WORD, PRESS_RELEASE_HOSTS } from './kind-words.ts';
import { siteOf } from './web-address.ts';

/** What tells the kind of an article. */
export interface KindEvidence {
  /** schema.org types of the article that the page declares. */
  readonly types: readonly string[];
  /** Names of sections, as the page and the feed give them. */
  readonly sections: readonly string[];
  readonly url: string;
  readonly title: string;
  /** The blocks of the text. */
  readonly lines: readonly string[];
  readonly words: number;
  /** Images of the page with a caption of their own, and the words of these. */
  readonly captionedImages: number;
  readonly captionWords: number;
  /** Dated entries that the page's markup shows below each other. */
  readonly datedEntries: number;
}

/** Fewer captioned images are an illustrated article. */
const MIN_GALLERY_IMAGES = 8;
/** Fewer dated entries may be a box of earlier news. */
const MIN_LIVE_ENTRIES = 4;
/** Fewer questions with an answer may stand in any text. */
const MIN_QUESTIONS = 4;
/** Share of the blocks that are questions, from which a text is an interview. */
const MIN_QUESTION_SHARE = 0.2;
const RELEASE_MARKS = [
  /^\W*for immediate release\b/i,
  /\/(?:PR ?Newswire|CNW|EIN Presswire)\//i,
  /\((?:BUSINESS WIRE|GLOBE NEWSWIRE|ACCESSWIRE)\)/,
  /^SOURCE:? [A-Z]/,
];
const OPINION_MARK =
  /\b(?:views|opinions) (?:expressed|here)\b.{0,80}\b(?:(?:their|his|her|author['’]?s?|writer['’]?s?) own|do not (?:necessarily )?(?:reflect|represent))/i;

/** A name as `KIND_OF_WORD` has it: lower case, no accents, words parted by hyphens. */
function asWord(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function byType({ types }: KindEvidence): KindVerdict | null {
  for (const type of types) {
    const kind = KIND_OF_TYPE.get(type);
    if (kind !== undefined) return { kind, source: 'json-ld-type', evidence: type };
  }
  return null;
}

function bySection({ sections }: KindEvidence): KindVerdict | null {
  for (const section of sections) {
    const kind = KIND_OF_WORD.get(asWord(section));
    if (kind !== undefined) return { kind, source: 'section', evidence: section };
  }
  return null;
}

function byAddress({ url }: KindEvidence): KindVerdict | null {
  if (!URL.canParse(url)) return null;
  const site = siteOf(url);
  if (PRESS_RELEASE_HOSTS.has(site)) return { kind: 'press-release', source: 'address', evidence: site };
  const parts = new URL(url).pathname.split('/').filter((part) => part !== '');
  for (const part of parts) {
    const kind = KIND_OF_WORD.get(part.toLowerCase());
    if (kind !== undefined) return { kind, source: 'address', evidence: `/${part}/` };
  }
  const slug = parts.at(-1)?.toLowerCase() ?? '';
  const live = /(?:^|-)(?:live-?blog|live-updates|liveticker|live-ticker)(?:-|$|\.)/.exec(slug);
  return live === null ? null : { kind: 'live-blog', source: 'address', evidence: slug };
}

function byHeadline({ title }: KindEvidence): KindVerdict | null {
  for (const [pattern, kind] of KIND_OF_HEADLINE) {
    const match = pattern.exec(title);
    if (match !== null) return { kind, source: 'headline', evidence: match[0].trim() };
  }
  return null;
}

/** Blocks that ask, with a block that does not behind each. */
function answeredQuestions(lines: readonly string[]): number {
  const asks = (line: string | undefined): boolean =>
    line !== undefined && (/\?["”’»]?$/.test(line) || /^Q[.:]\s/.test(line));
  return lines.filter((line, at) => asks(line) && lines[at + 1] !== undefined && !asks(lines[at + 1])).length;
}

function byStructure(page: KindEvidence): KindVerdict | null {
  const { lines, words, captionedImages, captionWords, datedEntries } = page;
  const structure = (kind: KindVerdict['kind'], evidence: string): KindVerdict => ({
    kind,
    source: 'structure',
    evidence,
  });
  const release = [...lines.slice(0, 4), ...lines.slice(-4)].find((line) =>
    RELEASE_MARKS.some((mark) => mark.test(line)),
  );
  if (release !== undefined) return structure('press-release', release.slice(0, 60));
  if (datedEntries >= MIN_LIVE_ENTRIES) return structure('live-blog', `${datedEntries} dated entries`);
  if (captionedImages >= MIN_GALLERY_IMAGES && words < captionWords) {
    return structure(
      'gallery',
      `${captionedImages} images with captions of ${captionWords} words, ${words} in the text`,
    );
  }
  const questions = answeredQuestions(lines);
  if (questions >= MIN_QUESTIONS && questions >= lines.length * MIN_QUESTION_SHARE) {
    return structure('interview', `${questions} questions in ${lines.length} paragraphs`);
  }
  const disclaimer = lines.slice(-4).find((line) => OPINION_MARK.test(line));
  return disclaimer === undefined ? null : structure('opinion', disclaimer.slice(0, 60));
}

/**
 * The kind of an article, by the most certain of what speaks for one: declared type, section, address, headline, structure of the
 * text; `news` where nothing does.
 */
export function kindOf(page: KindEvidence): KindVerdict {
  for (const rule of [byType, bySection, byAddress, byHeadline, byStructure]) {
    const verdict = rule(page);
    if (verdict !== null) return verdict;
  }
  return { kind: 'news', source: 'default', evidence: '' };
}
