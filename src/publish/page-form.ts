import type { StoryPage } from '../core/library.ts';
import { hasWritten, type PageForm, writtenBriefing } from '../core/story-writing.ts';
import { badRequest } from './errors.ts';

/** The form that an address asks for; the site's own where it asks for none. @throws AppError `web/bad-request` */
export function formOfQuery(value: string | undefined, usual: PageForm): PageForm {
  if (value === undefined) return usual;
  if (value === 'written' || value === 'extracted') return value;
  throw badRequest('The form of a page is "written" or "extracted".');
}

/** A story in the form that is asked for, as far as there is one: what nobody has written stays extracted. */
export function inForm(page: StoryPage, form: PageForm): StoryPage {
  const { writing } = page;
  if (form === 'extracted' || writing === undefined || !hasWritten(writing)) return page;
  return { ...page, form, briefing: writtenBriefing(page.briefing, writing) };
}

/** The same page in another form, as an address. */
export function pathInForm(path: string, form: PageForm): string {
  return `${path}${path.includes('?') ? '&' : '?'}form=${form}`;
}
