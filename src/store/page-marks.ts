import { CompiledQuery } from 'kysely';
import type { PageMark, PageMarks } from '../core/page-marks.ts';
import { readingOf, type Store } from './store.ts';

interface MarkRow {
  readonly state: string;
  readonly site: string | number;
  readonly story: string | null;
}

/** Membership and the life of a story, and which text of it is told, also by a model; of the newest version, since a page names that too. */
const STORY = `(select stories.id || ' ' || revision || ' ' || briefed_revision || ' ' || life || ' ' || coalesce((
  select version || ' ' || hash from briefings where story_id = stories.id order by version desc limit 1), '') || ' ' || coalesce((
  select model || ' ' || written_at || ' ' || claims_hash from writings where story_id = stories.id order by version desc limit 1), '')
  from stories where slug = `;

/** One query for each page that is asked for, made once and not built each time. */
export function openPageMarks(store: Store): PageMarks {
  const { dialect } = store;
  const db = readingOf(store);
  const parameter = dialect.kind === 'postgres' ? '$1' : '?';
  const common = `select ${dialect.stateMark} as state, (select value from site_marks where name = 'site') as site`;
  const ofSite = `${common}, '' as story`;
  const ofStory = `${common}, ${STORY}${parameter}) as story`;
  return {
    async read(slug) {
      const query = slug === null ? CompiledQuery.raw(ofSite) : CompiledQuery.raw(ofStory, [slug]);
      const { rows } = await db.executeQuery<MarkRow>(query);
      return markOf(rows[0]);
    },
  };
}

function markOf(row: MarkRow | undefined): PageMark {
  return { state: row?.state ?? '', site: String(row?.site ?? ''), story: row?.story ?? '' };
}
