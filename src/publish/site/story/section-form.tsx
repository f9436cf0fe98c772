import { hasWritten, type WritingOutcome, type WrittenSection } from '../../../core/story-writing.ts';
import { paths } from '../../address.ts';
import { counted } from '../../format/words.ts';
import { pathInForm } from '../../page-form.ts';
import { Moment } from '../moment.tsx';
import type { StoryView } from './story-view.ts';

/** Why a section is not written, where that says something. */
const NOT_WRITTEN: Readonly<Record<WritingOutcome, string>> = {
  written: '',
  'too-many-replaced': ': too much of what the model wrote did not hold',
  'no-use': ': the model gave no answer that could be used',
  'nothing-to-write': '',
};

/** The address of the page that is shown, before its form. */
function shownPath({ page }: StoryView): string {
  const { slug, version } = page.card;
  return page.version === version ? paths.story(slug) : paths.storyVersion(slug, page.version);
}

/**
 * Says of a section whether it is extracted or written, by which model and when, and leads to the other form. Nothing where no
 * model has been asked about the story.
 */
export function SectionForm({
  view,
  section,
  id,
}: {
  readonly view: StoryView;
  readonly section: WrittenSection;
  /** Of the section on the page. */
  readonly id: string;
}) {
  const { writing, form } = view.page;
  if (writing === undefined) return null;
  const { outcome, replaced } = writing.sections[section];
  const link = (to: 'written' | 'extracted') =>
    view.site.address.href(`${pathInForm(shownPath(view), to)}#${id}`);
  if (outcome !== 'written')
    return hasWritten(writing) || outcome !== 'nothing-to-write' ? (
      <p class="form-note">Extracted from the articles{NOT_WRITTEN[outcome]}</p>
    ) : null;
  if (form !== 'written')
    return (
      <p class="form-note">
        Extracted from the articles ·{' '}
        <a href={link('written')} rel="nofollow">
          as {writing.model} wrote it
        </a>
      </p>
    );
  return (
    <p class="form-note">
      Written by {writing.model}, <Moment at={writing.writtenAt} precision="minute" />, every sentence checked
      against its passages
      {replaced === 0 ? null : `; ${counted(replaced, 'sentence')} put back as extracted`} ·{' '}
      <a href={link('extracted')} rel="nofollow">
        the articles’ own words
      </a>
    </p>
  );
}

/** In the head of a page that has both forms: which one this is, and the way to the other. */
export function FormSwitch({ view }: { readonly view: StoryView }) {
  const { writing, form = 'extracted' } = view.page;
  if (writing === undefined || !hasWritten(writing)) return null;
  const { href } = view.site.address;
  const other = form === 'written' ? 'extracted' : 'written';
  return (
    <p class="meta form-switch">
      {form === 'written'
        ? `Told by a language model (${writing.model}) from the articles, every sentence checked.`
        : 'Told in the words of the articles.'}{' '}
      <a href={href(pathInForm(shownPath(view), other))} data-form={other} rel="nofollow">
        {other === 'written' ? `As ${writing.model} wrote it` : 'The articles’ own words'}
      </a>
      {' · '}
      <a href={href(paths.storyForms(view.page.card.slug))} rel="nofollow">
        both side by side
      </a>
    </p>
  );
}
