import { z } from 'zod';
import { type ModelTask, taskTokens } from '../../core/language-model.ts';
import type { WritableClaim, WrittenStatement } from '../../core/written.ts';
import { claimData } from './claim-data.ts';
import { AGAIN, houseRules, PROMPT_VERSION } from './house-rules.ts';
import type { SectionMatter } from './section-matter.ts';

/** A statement that a model has written for a part of a section. */
export interface Draft extends WrittenStatement {
  readonly part: string;
}

/** The same, written anew: `n` is its place among those that were refused, from 1. */
export interface Redraft extends Draft {
  readonly n: number;
}

export interface RefusedDraft {
  readonly draft: Draft;
  readonly reasons: readonly string[];
}

/** What is asked about a section, and the claims that were told: those that the context had room for. */
export interface WriteTask<T extends Draft> {
  readonly task: ModelTask<{ readonly statements: readonly T[] }>;
  readonly claims: readonly WritableClaim[];
}

/** Sixty words, and the frame around them. */
const TOKENS_A_STATEMENT = 130;
const LONGEST_TEXT = 600;
const MOST_CLAIMS_NAMED = 8;
/** A refused statement is told with so many of the reasons: the first ones are mended first. */
const REASONS_TOLD = 4;

function draftShape(parts: readonly string[]) {
  const [first = '', ...others] = parts;
  return {
    part: z.enum([first, ...others]),
    text: z.string().min(1).max(LONGEST_TEXT),
    claims: z.array(z.number().int().min(1).max(999)).min(1).max(MOST_CLAIMS_NAMED),
  };
}

function mostOf({ parts }: SectionMatter): number {
  return parts.reduce((sum, { most }) => sum + most, 0);
}

interface Request {
  readonly matter: SectionMatter;
  readonly claims: readonly WritableClaim[];
  readonly withOther: boolean;
  readonly refused: readonly RefusedDraft[];
}

/** The data of a request: as JSON, no claim can end its own quotation and pose as something else. */
function dataOf({ matter, claims, withOther, refused }: Request): string {
  const numbers = new Set(claims.map(({ number }) => number));
  const parts = matter.parts.map(({ name, question, most, claims: own }) => ({
    part: name,
    atMost: most,
    mainClaims: own.filter((number) => numbers.has(number)),
    ...(question === null ? {} : { question }),
  }));
  const told = [...claims].sort((a, b) => a.number - b.number).map((claim) => claimData(claim, withOther));
  const again = refused.map(({ draft, reasons }, index) => ({
    n: index + 1,
    part: draft.part,
    text: draft.text,
    claims: draft.claims,
    reasons: reasons.slice(0, REASONS_TOLD),
  }));
  return JSON.stringify({ parts, claims: told, ...(again.length === 0 ? {} : { refused: again }) });
}

function frameOf(request: Request) {
  const { matter, refused } = request;
  const statements = refused.length === 0 ? mostOf(matter) : refused.length;
  return {
    purpose: 'write',
    version: PROMPT_VERSION,
    instructions:
      refused.length === 0 ? houseRules(matter.section) : `${houseRules(matter.section)}\n${AGAIN}`,
    data: dataOf(request),
    answerTokens: 60 + TOKENS_A_STATEMENT * statements,
  };
}

function fits(request: Request, contextTokens: number): boolean {
  const { tokensIn, tokensOut } = taskTokens(frameOf(request));
  return tokensIn + tokensOut <= contextTokens;
}

/**
 * The most salient claims that a context has room for, each whole: other wordings go first, then the least salient claims,
 * those that `keep` names last of all. Null when not even one fits.
 */
function fitted(request: Request, contextTokens: number, keep: ReadonlySet<number>): Request | null {
  if (fits(request, contextTokens)) return request;
  let claims = [
    ...request.claims.filter(({ number }) => keep.has(number)),
    ...request.claims.filter(({ number }) => !keep.has(number)),
  ];
  while (claims.length > 0) {
    const smaller = { ...request, withOther: false, claims };
    if (fits(smaller, contextTokens)) return smaller;
    claims = claims.slice(0, -1);
  }
  return null;
}

/** The request for a section, fitted to the context of the model; null when it has room for none. */
export function writeTask(matter: SectionMatter, contextTokens: number): WriteTask<Draft> | null {
  const whole: Request = { matter, claims: matter.claims, withOther: true, refused: [] };
  const request = fitted(whole, contextTokens, new Set());
  if (request === null) return null;
  const names = matter.parts.map(({ name }) => name);
  const schema = z.strictObject({
    statements: z.array(z.strictObject(draftShape(names))).max(2 * mostOf(matter)),
  });
  return { task: { ...frameOf(request), schema }, claims: request.claims };
}

/** Sends back what was refused, with the reasons, once. The claims that it names stay in however small the context. */
export function rewriteTask(
  matter: SectionMatter,
  claims: readonly WritableClaim[],
  refused: readonly RefusedDraft[],
  contextTokens: number,
): WriteTask<Redraft> | null {
  const named = new Set(refused.flatMap(({ draft }) => draft.claims));
  const request = fitted({ matter, claims, withOther: false, refused }, contextTokens, named);
  if (request === null || refused.length === 0) return null;
  const names = matter.parts.map(({ name }) => name);
  const shape = { n: z.number().int().min(1).max(refused.length), ...draftShape(names) };
  const schema = z.strictObject({ statements: z.array(z.strictObject(shape)).max(2 * refused.length) });
  return { task: { ...frameOf(request), schema }, claims: request.claims };
}
