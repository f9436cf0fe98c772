import type { Answer } from '../core/answer.ts';
import type { StoryPage } from '../core/library.ts';
import type { SourcePolicy } from '../core/source-policy.ts';
import { badRequest, notFound, tooBusy } from './errors.ts';
import type { WebDeps } from './web-deps.ts';

const BUSY = 'Others are being served. Please try again in a minute.';
/** Longest question, UTF-16 code units. */
const MAX_QUESTION = 300;

/** A story told under a reader's policy; null when there is no such story. @throws AppError when it cannot be told */
export async function storyUnderPolicy(
  { policyReader }: WebDeps,
  slug: string,
  policy: SourcePolicy,
): Promise<StoryPage | null> {
  if (policyReader === null) throw tooBusy('Stories are not told anew on this site.');
  const told = await policyReader.story(slug, policy);
  if (told.kind === 'busy') throw tooBusy(BUSY);
  if (told.kind === 'nothing-left')
    throw badRequest('Without these outlets nothing is left of this story. Leave out fewer of them.');
  return told.kind === 'page' ? told.page : null;
}

/** The answer to a question. @throws AppError when it cannot be answered now, or is confined to no story */
export async function answerOf({ asker }: WebDeps, text: string, storySlug: string | null): Promise<Answer> {
  if (asker === null) throw tooBusy('Questions are not answered on this site.');
  const answer = await asker.ask({ text: text.slice(0, MAX_QUESTION), storySlug });
  if (answer === 'busy') throw tooBusy(BUSY);
  if (answer === null) throw notFound('No story has this address. It may have been mistyped.');
  return answer;
}

/** What the page of questions shows for a query string; nothing is asked while the box is empty. */
export async function askedQuestion(
  deps: WebDeps,
  { q = '', story: slug }: Readonly<Record<string, string>>,
): Promise<{
  readonly question: string;
  readonly story: StoryPage | null;
  readonly answer: Answer | null;
}> {
  const question = q.replace(/\s+/g, ' ').trim().slice(0, MAX_QUESTION);
  const story = slug === undefined || slug === '' ? null : await deps.library.story(slug);
  if (slug !== undefined && slug !== '' && story === null) throw notFound('No story has this address.');
  const answer = question === '' ? null : await answerOf(deps, question, story?.card.slug ?? null);
  return { question, story, answer };
}
