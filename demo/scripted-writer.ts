/**
 * A stand-in for a language model, for the demonstration and for tests: it speaks the chat-completions protocol on loopback and
 * puts numbered claims together by rule. It is no model: it shows what a written page looks like and how it is checked.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A claim as `src/brief/write/claim-data.ts` tells it. */
export interface ToldClaim {
  readonly n: number;
  readonly says: string;
  readonly kind: string;
  readonly holder?: string;
  readonly outlets: readonly string[];
  readonly published: string;
  readonly dates?: readonly { readonly words: string; readonly date: string }[];
}

/** The data of a request to write. */
export interface ToldSection {
  readonly parts: readonly {
    readonly part: string;
    readonly atMost: number;
    readonly mainClaims: readonly number[];
  }[];
  readonly claims: readonly ToldClaim[];
  readonly refused?: readonly {
    readonly n: number;
    readonly part: string;
    readonly claims: readonly number[];
  }[];
}

export interface ScriptedStatement {
  readonly n?: number;
  readonly part: string;
  readonly text: string;
  readonly claims: readonly number[];
}

/** Brackets are an editor's, in a sentence that is quoted; in one of its own a writer has none. */
function unbracketed(text: string): string {
  return text
    .replace(/\s*\[[^\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** "According to" somebody: whose words they are, else the outlets. */
function credited(claim: ToldClaim): string {
  const said = unbracketed(claim.says);
  const isHeld = claim.holder !== undefined && !said.includes(claim.holder.split(' ').at(-1) ?? '');
  return isHeld ? `According to ${claim.holder}: ${said}` : said;
}

function reviewed(claim: ToldClaim): string {
  const verb = claim.outlets.length > 1 ? 'write' : 'writes';
  return `${listed(claim.outlets)} ${verb}: ${unbracketed(claim.says)}`;
}

/** Two short claims as one sentence. */
function joined(first: ToldClaim, second: ToldClaim): string {
  return `${credited(first).replace(/\.$/, '')}; ${credited(second)}`;
}

const JOINED_WORDS = 40;

function words(text: string): number {
  return text.split(/\s+/).length;
}

/** The claims of a part, its main ones first; of a section without parts the others too. */
function claimsOf(part: ToldSection['parts'][number], { parts, claims }: ToldSection): ToldClaim[] {
  const main = claims.filter(({ n }) => part.mainClaims.includes(n));
  const others = claims.filter(({ n }) => !part.mainClaims.includes(n));
  return parts.length === 1 ? [...main, ...others] : main;
}

/** One statement of the next claim, or of the next two where they are short. */
function next(
  [first, second]: readonly ToldClaim[],
  part: string,
  isReview: boolean,
): ScriptedStatement | null {
  if (first === undefined) return null;
  if (isReview) return { part, text: reviewed(first), claims: [first.n] };
  const both = second === undefined ? '' : joined(first, second);
  return second !== undefined && words(both) <= JOINED_WORDS
    ? { part, text: both, claims: [first.n, second.n] }
    : { part, text: credited(first), claims: [first.n] };
}

function composed(told: ToldSection, isReview: boolean): ScriptedStatement[] {
  return told.parts.flatMap((part) => {
    const left = claimsOf(part, told);
    const statements: ScriptedStatement[] = [];
    while (statements.length < part.atMost) {
      const statement = next(left, part.part, isReview);
      if (statement === null) break;
      statements.push(statement);
      left.splice(0, statement.claims.length);
    }
    return statements;
  });
}

/** Answers one request as the scripted writer does. */
export function scriptedAnswer(instructions: string, data: string): { statements: ScriptedStatement[] } {
  const told = JSON.parse(data) as ToldSection;
  if (told.refused !== undefined) {
    const byNumber = new Map(told.claims.map((claim) => [claim.n, claim]));
    const again = told.refused.flatMap(({ n, part, claims }) => {
      const claim = byNumber.get(claims[0] ?? 0);
      return claim === undefined ? [] : [{ n, part, text: credited(claim), claims: [claim.n] }];
    });
    return { statements: again };
  }
  return { statements: composed(told, instructions.includes('"What the papers say"')) };
}

interface Request {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

async function bodyOf(incoming: IncomingMessage): Promise<Request> {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return JSON.parse(text) as Request;
}

/** What a task that is not writing is answered with: tone, neutral throughout. */
function neutral(data: string): object {
  const items = JSON.parse(data.slice(data.indexOf('['))) as { readonly n: number }[];
  return { answers: items.map(({ n }) => ({ n, tone: 'neutral' })) };
}

/** Serves the scripted writer on a free port of loopback. */
export async function startScriptedWriter(): Promise<{ baseUrl: string; close: () => Promise<void> }> {
  const server = createServer(async (incoming, response) => {
    const { messages } = await bodyOf(incoming);
    const [instructions = '', data = ''] = [messages[0]?.content, messages.at(-1)?.content];
    const answer = data.startsWith('{') ? scriptedAnswer(instructions, data) : neutral(data);
    const message = { role: 'assistant', content: JSON.stringify(answer) };
    const usage = {
      prompt_tokens: Math.ceil((instructions.length + data.length) / 4),
      completion_tokens: Math.ceil(message.content.length / 4),
      total_tokens: 0,
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        id: 'scripted',
        object: 'chat.completion',
        created: 0,
        model: 'scripted',
        choices: [{ index: 0, message, finish_reason: 'stop' }],
        usage,
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
