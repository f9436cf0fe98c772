import type { Problem } from '../errors.ts';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';

export function ErrorPage({
  site,
  problem,
  path,
}: {
  readonly site: Site;
  readonly problem: Problem;
  readonly path: string;
}) {
  const { href } = site.address;
  return (
    <Layout site={site} title={problem.title} path={path} indexed={false}>
      <div class="single">
        <p class="kicker">
          <span>{problem.status}</span>
        </p>
        <h1>{problem.title}</h1>
        <p class="summary">{problem.detail}</p>
        <p>
          <a href={href('/')}>Front page</a> · <a href={href('/search')}>Search</a>
        </p>
      </div>
    </Layout>
  );
}
