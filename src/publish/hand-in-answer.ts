import type { HandedIn, HandInDesk } from '../core/hand-in.ts';
import type { ArticleCard, ArticlePassages, StoryPage } from '../core/library.ts';
import { type LeftOut, leftOutFacts } from './compare/left-out.ts';
import { type ReadNext, readNext } from './compare/read-next.ts';
import { badRequest, notFound, notOffered, tooBusy } from './errors.ts';
import type { WebDeps } from './web-deps.ts';

/** What a reader is told of an article handed in. */
export interface HandInAnswer {
  readonly found: HandedIn;
  /** Whether it may be taken in where it is not known. */
  readonly takesIn: boolean;
  readonly passages: ArticlePassages | null;
  readonly story: StoryPage | null;
  /** Null when there is no story, or none in which its outlet is compared. */
  readonly leftOut: LeftOut | null;
  readonly next: (ReadNext & { readonly article: ArticleCard }) | null;
}

function deskOf({ handIn }: WebDeps): HandInDesk {
  if (!handIn) throw notFound('Articles cannot be handed in on this site.');
  return handIn;
}

const NO_ADDRESS = 'This is not the address of a page. It begins with https:// or http://.';

/** What the site has on the article at an address. @throws AppError when the text is no address */
export async function handInAnswer(deps: WebDeps, address: string): Promise<HandInAnswer> {
  const desk = deskOf(deps);
  const found = await desk.find(address);
  if (found === null) throw badRequest(NO_ADDRESS);
  return await answerFor(deps, found);
}

/** Takes an article in and answers as `handInAnswer`. @throws AppError also when that is not offered, or not now */
export async function takeInArticle(deps: WebDeps, address: string): Promise<HandInAnswer> {
  const desk = deskOf(deps);
  if (!desk.takesIn) throw notOffered('This site takes in only what its own sources publish.');
  const found = await desk.takeIn(address);
  if (found === null) throw badRequest(NO_ADDRESS);
  if (found === 'busy')
    throw tooBusy('As many articles as this site takes in within an hour were handed in. Please try later.');
  return await answerFor(deps, found);
}

async function answerFor({ library, handIn }: WebDeps, found: HandedIn): Promise<HandInAnswer> {
  const passages = found.kind === 'stored' ? await library.article(found.articleId) : null;
  const slug = passages?.article.storySlug ?? null;
  const story = slug === null ? null : await library.story(slug);
  const answer = { found, takesIn: handIn?.takesIn === true, passages, story };
  if (passages === null || story === null) return { ...answer, leftOut: null, next: null };
  const leftOut = leftOutFacts(passages.article.outletId, story.briefing);
  const next = readNext(leftOut?.outletId ?? passages.article.outletId, story.briefing);
  const article = story.articles.find((one) => one.article.id === next?.articleId)?.article;
  return { ...answer, leftOut, next: next === null || article === undefined ? null : { ...next, article } };
}
