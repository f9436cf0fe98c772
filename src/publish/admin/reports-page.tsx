import type { ErrorReport } from '../../core/error-report.ts';
import { paths } from '../address.ts';
import { Moment } from '../site/moment.tsx';
import { ActForm, type AdminFrame, AdminLayout, type Notice } from './admin-layout.tsx';

const PATH = '/admin/reports';

function ReportCard({ frame, report }: { readonly frame: AdminFrame; readonly report: ErrorReport }) {
  const { href } = frame.site.address;
  const { citation, doneAt } = report;
  return (
    <li class="report-card">
      <p class="meta">
        <Moment at={report.createdAt} precision="minute" /> ·{' '}
        <a href={href(paths.storyVersion(report.storySlug, report.version))}>{report.headline}</a>, version{' '}
        {report.version}
        {citation === null ? null : (
          <>
            {' '}
            · <a href={href(paths.passage(citation.articleId, citation.start))}>the passage</a>
          </>
        )}
      </p>
      {report.statement === null ? (
        <p class="meta">The page as a whole.</p>
      ) : (
        <p class="statement">{report.statement}</p>
      )}
      <p class="note">{report.note}</p>
      {report.contact === null ? null : <p class="meta">To be reached at: {report.contact}</p>}
      <ActForm frame={frame} path={`${PATH}/${encodeURIComponent(report.id)}`}>
        {doneAt === null ? (
          <button type="submit" name="do" value="done">
            Dealt with
          </button>
        ) : (
          <>
            <small>
              Dealt with <Moment at={doneAt} precision="minute" />, {report.doneBy}
            </small>
            <button type="submit" name="do" value="open">
              Open it again
            </button>
          </>
        )}
      </ActForm>
    </li>
  );
}

/** What readers report. Nothing is corrected by marking it: that is done where the mistake was made. */
export function ReportsPage({
  frame,
  state,
  reports,
  notice,
}: {
  readonly frame: AdminFrame;
  readonly state: 'open' | 'done';
  readonly reports: readonly ErrorReport[];
  readonly notice: Notice | null;
}) {
  const { href } = frame.site.address;
  return (
    <AdminLayout frame={frame} title="Reports of errors" path={PATH} notice={notice}>
      <nav class="choices" aria-label="Which reports">
        <a href={href(PATH)} aria-current={state === 'open' ? 'page' : undefined}>
          To read
        </a>
        <a href={href(`${PATH}?state=done`)} aria-current={state === 'done' ? 'page' : undefined}>
          Dealt with
        </a>
      </nav>
      {reports.length === 0 ? <p>None.</p> : null}
      <ul>
        {reports.map((report) => (
          <ReportCard frame={frame} report={report} />
        ))}
      </ul>
    </AdminLayout>
  );
}
