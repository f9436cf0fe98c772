import type { StoryEdit } from '../../core/administration.ts';
import type { MemberReason, StoryExplanation } from '../../core/library.ts';
import { paths } from '../address.ts';
import { counted } from '../format/words.ts';
import { Moment } from '../site/moment.tsx';
import { ActForm, type AdminFrame, AdminLayout, type Notice } from './admin-layout.tsx';

const PATH = '/admin/stories';

function editWords({ kind, otherTitle, storyTitle, articleIds }: StoryEdit): string {
  if (kind === 'merge') return `“${otherTitle}” is merged into “${storyTitle}”`;
  const parted = `${counted(articleIds.length, 'article')} of “${storyTitle}”`;
  return otherTitle === null ? `${parted} become a story of their own` : `${parted} became “${otherTitle}”`;
}

function EditEntry({ edit }: { readonly edit: StoryEdit }) {
  const { refusal, doneAt, askedAt, madeBy } = edit;
  const outcome = doneAt === null ? 'waits for the next round' : refusal === null ? 'done' : 'not done';
  return (
    <li class="edit-entry">
      {editWords(edit)}: {outcome}.{refusal === null ? null : <span class="flag"> {refusal}</span>}
      <small>
        <Moment at={askedAt} precision="minute" />, {madeBy}
      </small>
    </li>
  );
}

/** Finds a story, and the log of what was put right by hand. */
export function StoriesPage({
  frame,
  edits,
  notice,
}: {
  readonly frame: AdminFrame;
  readonly edits: readonly StoryEdit[];
  readonly notice: Notice | null;
}) {
  return (
    <AdminLayout frame={frame} title="Stories" path={PATH} notice={notice}>
      <p>
        Stories are merged and split by the program after each round. What is decided here by hand is carried
        out by the next round, and no later repair undoes it.
      </p>
      <form class="act" method="get" action={frame.site.address.href(PATH)}>
        <p class="field grow">
          <label for="story">Address or id of a story</label>
          <input id="story" name="story" type="text" required maxlength={500} placeholder="/story/…" />
        </p>
        <button type="submit">Look at it</button>
      </form>
      <h2>Put right by hand</h2>
      {edits.length === 0 ? <p>Nothing yet.</p> : null}
      <ul>
        {edits.map((edit) => (
          <EditEntry edit={edit} />
        ))}
      </ul>
    </AdminLayout>
  );
}

function Member({
  member,
  copies,
}: {
  readonly member: MemberReason;
  readonly copies: readonly MemberReason[];
}) {
  return (
    <li>
      <label>
        <input type="checkbox" name="article" value={member.articleId} />
        <span>
          {member.title}
          <small>
            {member.outlet}, <Moment at={member.publishedAt} short />
            {copies.length === 0
              ? ''
              : `; with it ${counted(copies.length, 'copy', 'copies')}: ${copies.map(({ outlet }) => outlet).join(', ')}`}
          </small>
        </span>
      </label>
    </li>
  );
}

/** One story with its articles: to be merged into another, or split. */
export function EditStoryPage({
  frame,
  story,
  notice,
}: {
  readonly frame: AdminFrame;
  readonly story: StoryExplanation;
  readonly notice: Notice | null;
}) {
  const own = story.articles.filter(({ copyOf }) => copyOf === null);
  const copiesOf = Map.groupBy(story.articles, ({ copyOf }) => copyOf);
  const action = `${PATH}/${encodeURIComponent(story.id)}`;
  return (
    <AdminLayout frame={frame} title={story.headline} path={PATH} notice={notice}>
      <p class="meta">
        <a href={frame.site.address.href(paths.story(story.slug))}>The page of the story</a> ·{' '}
        {counted(story.articles.length, 'article')} · {story.life} ·{' '}
        <a href={frame.site.address.href(PATH)}>All that was put right by hand</a>
      </p>
      <h2>Merge it into another story</h2>
      <ActForm frame={frame} path={`${action}/merge`}>
        <p class="field grow">
          <label for="into">Address or id of the story that takes it up</label>
          <input id="into" name="into" type="text" required maxlength={500} placeholder="/story/…" />
        </p>
        <button type="submit">Merge</button>
      </ActForm>
      <h2>Split it</h2>
      {own.length < 2 ? (
        <p>It has only one article with a text of its own.</p>
      ) : (
        <ActForm frame={frame} path={`${action}/split`} kind="split">
          <fieldset class="members">
            <legend>Articles that are a story of their own (copies go with the text they repeat)</legend>
            <ul>
              {own.map((member) => (
                <Member member={member} copies={copiesOf.get(member.articleId) ?? []} />
              ))}
            </ul>
          </fieldset>
          <p class="acts">
            <button type="submit">Split them off</button>
          </p>
        </ActForm>
      )}
    </AdminLayout>
  );
}
