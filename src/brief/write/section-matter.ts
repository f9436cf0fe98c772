import type { Briefing, Question, Statement } from '../../core/briefing.ts';
import type { Citation, LedgerArticle } from '../../core/ledger.ts';
import type { WrittenSection } from '../../core/story-writing.ts';
import type { WritableClaim } from '../../core/written.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import { byScore, claimScore } from '../sections/claim-score.ts';
import { isShowable, toStatement } from '../statement.ts';
import { createArticleShare } from './article-share.ts';
import { toWritableClaim } from './writable-claim.ts';

/** A place of a section that statements are written for: the whole of it, a group, a question's introduction or answer. */
export interface SectionPart {
  /** Unique in its section, as `views` or `2-answer`. */
  readonly name: string;
  /** What is asked there; null but for questions. */
  readonly question: string | null;
  /** What stands there without a model. */
  readonly extracted: readonly Statement[];
  /** Statements that it has at most. */
  readonly most: number;
  /** Numbers of the claims that it rests on without a model. */
  readonly claims: readonly number[];
}

/** All that a model is told, and may say, of one section. */
export interface SectionMatter {
  readonly section: WrittenSection;
  readonly parts: readonly SectionPart[];
  /** The most salient first; numbered by time, so that a claim that gains or loses weight leaves the numbers as they are. */
  readonly claims: readonly WritableClaim[];
}

type OfferedPart = Omit<SectionPart, 'claims'>;

/** What is chosen from, before it is numbered. */
interface Offer {
  readonly section: WrittenSection;
  readonly parts: readonly OfferedPart[];
  readonly statements: readonly Statement[];
}

/** Claims of one section; more would not be used in so few statements, and every one costs tokens. */
const MOST_CLAIMS: Readonly<Record<WrittenSection, number>> = {
  whatHappened: 12,
  behindTheHeadline: 16,
  papersSay: 20,
  howWeGotHere: 10,
  commonQuestions: 18,
};

/** Of one claim there is nothing to compare, and a single date tells no way. */
const LEAST_CLAIMS: Readonly<Record<WrittenSection, number>> = {
  whatHappened: 1,
  behindTheHeadline: 1,
  papersSay: 2,
  howWeGotHere: 2,
  commonQuestions: 1,
};

/** Name of the only part of a section that has no parts. */
const WHOLE = 'whole';

function wholePart(extracted: readonly Statement[], most: number): OfferedPart[] {
  return [{ name: WHOLE, question: null, extracted, most }];
}

function questionParts(question: Question, index: number): OfferedPart[] {
  const of = (name: string, extracted: readonly Statement[], most: number): OfferedPart[] =>
    extracted.length === 0
      ? []
      : [{ name: `${index + 1}-${name}`, question: question.question, extracted, most }];
  return [
    ...of('introduction', question.intro === null ? [] : [question.intro], 1),
    ...of('answer', question.answer, 3),
  ];
}

/** How each outlet tells it: what they share, what they differ in, what one alone has. */
function papersStatements({ papersSay }: Briefing['sections']): Statement[] {
  const { agreement, differences, matrix, outlets } = papersSay;
  return [
    ...agreement,
    ...differences.flatMap(({ sides }) => sides.map(({ statement }) => statement)),
    ...outlets.flatMap(({ leadsOn, onlyHere }) => [...onlyHere, ...(leadsOn === null ? [] : [leadsOn])]),
    ...matrix.facts.map(({ statement }) => statement),
  ];
}

/** Claims that no section shows, in their best wording. */
function furtherStatements(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  roles: readonly string[],
): Statement[] {
  return byScore(
    claims.filter(({ claim }) => roles.includes(claim.role)),
    (group) => claimScore(index, group),
  ).flatMap((group) => {
    const sentence = group.wordings.find((one) => isShowable(group, one));
    const statement = sentence === undefined ? null : toStatement(index, group, sentence);
    return statement === null ? [] : [statement];
  });
}

function offersOf({ sections }: Briefing, index: StoryIndex, claims: readonly ClaimGroup[]): Offer[] {
  const { whatHappened, behindTheHeadline, howWeGotHere, commonQuestions } = sections;
  const behind = behindTheHeadline.map(
    ({ group, statements }): OfferedPart => ({
      name: group,
      question: null,
      extracted: statements,
      most: statements.length + 1,
    }),
  );
  const dated = howWeGotHere.map(({ statement }) => statement);
  const questions = commonQuestions.flatMap(questionParts);
  const papers = papersStatements(sections);
  return [
    {
      section: 'whatHappened',
      parts: wholePart(whatHappened, 4),
      statements: [...whatHappened, ...furtherStatements(index, claims, ['main', 'consequence'])],
    },
    {
      section: 'behindTheHeadline',
      parts: behind,
      statements: [
        ...behind.flatMap(({ extracted }) => extracted),
        ...furtherStatements(index, claims, ['evaluation', 'expectation', 'consequence']),
      ],
    },
    {
      section: 'papersSay',
      parts: wholePart(sections.papersSay.agreement, 6),
      statements: papers,
    },
    { section: 'howWeGotHere', parts: wholePart(dated, dated.length), statements: dated },
    {
      section: 'commonQuestions',
      parts: questions,
      statements: questions.flatMap(({ extracted }) => extracted),
    },
  ];
}

function isEarlier(a: WritableClaim, b: WritableClaim): number {
  const [first, second] = [a.passages[0], b.passages[0]];
  return (
    first.publishedAt - second.publishedAt ||
    (first.articleId < second.articleId ? -1 : first.articleId > second.articleId ? 1 : 0) ||
    first.start - second.start
  );
}

/** In the order of their weight, with numbers in the order of time. */
function numbered(claims: readonly WritableClaim[]): WritableClaim[] {
  const numbers = new Map([...claims].sort(isEarlier).map((claim, index) => [claim, index + 1]));
  return claims.map((claim) => ({ ...claim, number: numbers.get(claim) ?? 0 }));
}

function withClaims(part: OfferedPart, claims: readonly WritableClaim[]): SectionPart {
  const places = new Set(part.extracted.map(({ citations: [first] }) => placeOf(first)));
  const own = claims.filter(({ passages: [first] }) => places.has(placeOf(first)));
  return { ...part, claims: own.map(({ number }) => number) };
}

function placeOf({ articleId, start }: Citation): string {
  return `${articleId} ${start}`;
}

/**
 * What a model is told of a story, section by section: the statements that stand there without it, and further claims of the
 * ledger of the same kind. Sections with nothing in them are left out. Of no article more than a part is told, all sections
 * together (`createArticleShare`).
 */
export function sectionMatter(
  briefing: Briefing,
  { index, claims }: { readonly index: StoryIndex; readonly claims: readonly ClaimGroup[] },
  articles: readonly LedgerArticle[],
): SectionMatter[] {
  const share = createArticleShare(articles);
  const offers = offersOf(briefing, index, claims).filter(({ parts }) => parts.length > 0);
  return offers.flatMap(({ section, parts, statements }) => {
    const chosen = new Map<string, WritableClaim>();
    for (const statement of statements) {
      if (chosen.size >= MOST_CLAIMS[section]) break;
      const claim = toWritableClaim(0, statement, articles);
      if (claim === null || chosen.has(placeOf(claim.passages[0]))) continue;
      if (share.takes(claim)) chosen.set(placeOf(claim.passages[0]), claim);
    }
    if (chosen.size < LEAST_CLAIMS[section]) return [];
    const numbers = numbered([...chosen.values()]);
    return [{ section, parts: parts.map((part) => withClaims(part, numbers)), claims: numbers }];
  });
}
