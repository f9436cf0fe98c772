import { briefStory } from '../../../brief/brief-story.ts';
import { contentStems } from '../../../brief/sentence-words.ts';
import { shownStatements } from '../../../brief/verify/verify-briefing.ts';
import { toWritableClaim } from '../../../brief/write/writable-claim.ts';
import type { Statement } from '../../../core/briefing.ts';
import { stableId } from '../../../core/hash.ts';
import type { Citation, Claim, Ledger, LedgerArticle } from '../../../core/ledger.ts';
import type { WritableClaim, WrittenStatement } from '../../../core/written.ts';
import { readGold } from '../read-gold.ts';

/** A paraphrase, or a false statement written by hand, with the passages it rests on. */
export interface GoldStatement {
  readonly id: string;
  readonly text: string;
  readonly claims: readonly { readonly article: string; readonly passage: string }[];
}

/** A statement with the claims that a writer would have been shown. */
export interface PressStatement {
  readonly id: string;
  readonly statement: WrittenStatement;
  readonly claims: readonly WritableClaim[];
}

/** One story of the press with its ledger as numbered claims, from 1. */
export interface PressStory {
  readonly slug: string;
  readonly articles: readonly LedgerArticle[];
  readonly ledger: Ledger;
  readonly claims: readonly WritableClaim[];
  /** Extracted statements of its briefing and of its ledger, each with its own claim. */
  readonly extracted: readonly PressStatement[];
}

function passageText(articles: readonly LedgerArticle[], { articleId, start, end }: Citation): string {
  return articles.find(({ article }) => article.id === articleId)?.article.text.slice(start, end) ?? '';
}

/** A claim of the ledger in the words of its best sentence, resting on all sentences that say it. */
function statementOf(articles: readonly LedgerArticle[], claim: Claim): Statement {
  const { representative, members, holder, role, outlets } = claim;
  const others = members.filter((member) => member !== representative);
  const outletId = representative.outletId;
  return {
    text: passageText(articles, representative),
    citations: [representative],
    support: others,
    kind: role,
    by: holder === null ? null : { name: holder, outletId },
    outlets,
  };
}

function toPressStatement(
  id: string,
  number: number,
  statement: Statement,
  articles: readonly LedgerArticle[],
): PressStatement[] {
  const claim = toWritableClaim(number, statement, articles);
  return claim === null
    ? []
    : [{ id, statement: { text: statement.text, claims: [number] }, claims: [claim] }];
}

/** Descriptions and bare quotations, whose speaker the page puts beside them, are none of a writer's statements. */
function isSentence({ text, kind }: Statement): boolean {
  const told = text.replace(/["“][^"“”]*(?:["”]|$)|^[^"“”]*[”"]$/g, '');
  return /\p{L}/u.test(told) && kind !== 'description' && contentStems(text).size >= 3;
}

export function readStory(slug: string, articles: readonly LedgerArticle[]): PressStory {
  const { ledger, briefing } = briefStory({
    storyId: slug,
    slug,
    articles,
    earlier: [],
    topics: [],
    quotationBudget: null,
  });
  const claims = ledger.claims.flatMap(
    (claim, at) => toWritableClaim(at + 1, statementOf(articles, claim), articles) ?? [],
  );
  const shown = new Map(
    [
      ...shownStatements(briefing).map(({ statement }) => statement),
      ...briefing.sections.commonQuestions.flatMap(({ answer }) => answer),
      ...ledger.claims.map((claim) => statementOf(articles, claim)),
    ]
      .filter(isSentence)
      .map((statement) => [statement.text, statement]),
  );
  const extracted = [...shown.values()].flatMap((statement, at) =>
    // By its words, so that it stays in its part when others come or go.
    toPressStatement(`${slug}-extracted-${stableId(statement.text)}`, 5_000 + at, statement, articles),
  );
  return { slug, articles, ledger, claims, extracted };
}

/** A statement by hand with each of its passages as a claim. */
function byHand({ id, text, claims }: GoldStatement, story: PressStory): PressStatement {
  const numbered = claims.map(({ article: articleId, passage }, at) => {
    const source = story.articles.find(({ article }) => article.id === articleId);
    const start = source?.article.text.indexOf(passage) ?? -1;
    if (start < 0) throw new Error(`${id}: ${articleId} does not say: ${passage}`);
    const end = start + passage.length;
    const member = story.ledger.claims.find(({ members }) =>
      members.some((one) => one.articleId === articleId && one.start <= start && end <= one.end),
    );
    const holder = member?.holder ?? null;
    const statement: Statement = {
      text: passage,
      citations: [{ articleId, start, end }],
      support: [],
      kind: member?.role ?? 'none',
      by: holder === null ? null : { name: holder, outletId: source?.outlet.id ?? '' },
      outlets: [source?.outlet.id ?? ''],
    };
    const claim = toWritableClaim(1_000 + at, statement, story.articles);
    if (claim === null) throw new Error(`${id}: no passage`);
    return claim;
  });
  return { id, statement: { text, claims: numbered.map(({ number }) => number) }, claims: numbered };
}

/** Statements of eval/gold/verifier/NAME.ndjson with the stories they are of. */
export function readByHand(
  name: 'paraphrases' | 'false-by-hand',
  stories: readonly PressStory[],
): { readonly story: PressStory; readonly statement: PressStatement }[] {
  return readGold<GoldStatement>(`verifier/${name}`).map((row) => {
    const story = stories.find(({ articles }) =>
      articles.some(({ article }) => article.id === row.claims[0]?.article),
    );
    if (story === undefined) throw new Error(`${row.id}: no story has its article`);
    return { story, statement: byHand(row, story) };
  });
}
