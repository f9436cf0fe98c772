import type { AdminOverview, FailureGroup, RoundSummary } from '../../core/administration.ts';
import type { FailureCode } from '../../core/failure.ts';
import { FAILURE_WORDS } from '../../core/failure-words.ts';
import type { FeedOfOutlet } from '../../core/library.ts';
import { agoWords, byAttention, feedHealthSums } from '../format/feed-health.ts';
import { capitalised, counted, shortened } from '../format/words.ts';
import { Moment } from '../site/moment.tsx';
import { ActForm, type AdminFrame, AdminLayout, type Notice } from './admin-layout.tsx';

interface OverviewProps {
  readonly frame: AdminFrame;
  readonly overview: AdminOverview;
  readonly feeds: readonly FeedOfOutlet[];
  readonly notice?: Notice | null;
}

function sizeWords(bytes: number): string {
  return bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`;
}

function Facts({ frame, overview, feeds }: OverviewProps) {
  const { status, openReports, subscribers, disk } = overview;
  const { href } = frame.site.address;
  const sums = feedHealthSums(byAttention(feeds, frame.site.now).map(({ health }) => health));
  const bad = sums.counts
    .filter(([condition]) => condition === 'failing' || condition === 'gone')
    .reduce((sum, [, count]) => sum + count, 0);
  const number = (value: number) => value.toLocaleString('en-GB');
  return (
    <dl class="fact-list">
      <Fact name="Articles">{number(status.articles)}</Fact>
      <Fact name="Stories">{number(status.stories)}</Fact>
      <Fact name="Topics">{number(status.topics)}</Fact>
      <Fact name="Outlets">{number(status.outlets)}</Fact>
      <Fact name="Feeds">
        <a href={href('/admin/sources')}>
          {number(status.feeds)}
          {bad === 0 ? '' : `, ${number(bad)} failing`}
        </a>
      </Fact>
      <Fact name="Reports to read">
        <a href={href('/admin/reports')}>{number(openReports)}</a>
      </Fact>
      <Fact name="Digests by e-mail">
        {subscribers === null
          ? 'no mail server is set'
          : `${counted(subscribers.active, 'reader')}, ${number(subscribers.pending)} to confirm, ${number(subscribers.bounced)} refused`}
      </Fact>
      {disk === null ? null : (
        <Fact name="Disk">{`${sizeWords(disk.databaseBytes)} stored, ${sizeWords(disk.freeBytes)} free`}</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children?: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const ROUND_KINDS: Readonly<Record<string, string>> = {
  poll: 'feeds polled',
  import: 'articles imported',
  add: 'an article added',
};

function Rounds({ rounds, now }: { readonly rounds: readonly RoundSummary[]; readonly now: number }) {
  const [newest] = rounds;
  if (newest === undefined) return <p>No round has begun yet.</p>;
  return (
    <>
      <p>
        {newest.finishedAt === null
          ? `A round is under way; it began ${agoWords(newest.startedAt, now)}.`
          : `The last round ended ${agoWords(newest.finishedAt, now)}.`}
      </p>
      <section class="scroll" aria-label="Rounds" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Began</th>
              <th scope="col">What</th>
              <th scope="col">Took</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ kind, startedAt, finishedAt }) => (
              <tr>
                <td>
                  <Moment at={startedAt} precision="minute" short />
                </td>
                <td>{ROUND_KINDS[kind] ?? kind}</td>
                <td>{finishedAt === null ? 'under way' : tookWords(finishedAt - startedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function tookWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute');
}

function Waiting({ backlog }: Pick<AdminOverview, 'backlog'>) {
  const busy = backlog.filter(({ waiting }) => waiting > 0);
  if (busy.length === 0) return <p>Nothing is waiting.</p>;
  return (
    <dl class="fact-list">
      {busy.map(({ stage, waiting }) => (
        <Fact name={stage}>{waiting.toLocaleString('en-GB')}</Fact>
      ))}
    </dl>
  );
}

/** What language models cost and how they fare; nothing where none was asked. */
function Models({ models }: Pick<AdminOverview, 'models'>) {
  if (models.length === 0) return null;
  const number = (value: number) => value.toLocaleString('en-GB');
  return (
    <>
      <h2>Language models</h2>
      <section class="scroll" aria-label="Language models" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">Calls, 30 days</th>
              <th scope="col">Useless answers</th>
              <th scope="col">Tokens sent</th>
              <th scope="col">Tokens answered</th>
              <th scope="col">Money</th>
              <th scope="col">Versions written</th>
              <th scope="col">Statements</th>
              <th scope="col">Refused at first</th>
              <th scope="col">Replaced</th>
            </tr>
          </thead>
          <tbody>
            {models.map((one) => (
              <tr>
                <td>{one.model}</td>
                <td>{number(one.calls)}</td>
                <td>{number(one.rejected)}</td>
                <td>{number(one.tokensIn)}</td>
                <td>{number(one.tokensOut)}</td>
                <td>{one.money.toFixed(2)}</td>
                <td>{number(one.versions)}</td>
                <td>{number(one.statements)}</td>
                <td>{number(one.refused)}</td>
                <td>{number(one.replaced)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function FailureEntry({ frame, group }: { readonly frame: AdminFrame; readonly group: FailureGroup }) {
  const { stage, code, count, example } = group;
  const words = FAILURE_WORDS[code as FailureCode];
  return (
    <li class="failure">
      <p class="failure-what">
        {count.toLocaleString('en-GB')} × {stage} <small>{code}</small>
      </p>
      <div>
        {words === undefined ? null : (
          <p>
            {capitalised(words.means)}. To do: {words.advice}.
          </p>
        )}
        <p class="example">For one: {shortened(example, 240)}</p>
      </div>
      <ActForm frame={frame} path="/admin/retry">
        <input type="hidden" name="stage" value={stage} />
        <input type="hidden" name="code" value={code} />
        <button type="submit" aria-label={`Try again: ${stage}, ${code}`}>
          Try again
        </button>
      </ActForm>
    </li>
  );
}

export function OverviewPage(props: OverviewProps) {
  const { frame, overview, notice = null } = props;
  return (
    <AdminLayout frame={frame} title="Overview" path="/admin" notice={notice}>
      <Facts {...props} />
      <h2>Rounds</h2>
      <Rounds rounds={overview.rounds} now={frame.site.now} />
      <h2>Work that waits</h2>
      <Waiting backlog={overview.backlog} />
      <Models models={overview.models} />
      <h2>What failed</h2>
      {overview.failures.length === 0 ? (
        <p>Nothing has failed.</p>
      ) : (
        <ul class="failures">
          {overview.failures.map((group) => (
            <FailureEntry frame={frame} group={group} />
          ))}
        </ul>
      )}
      <p class="meta">
        You are {frame.session.name}, signed in until{' '}
        <Moment at={frame.session.expiresAt} precision="minute" /> (UTC).
      </p>
    </AdminLayout>
  );
}
