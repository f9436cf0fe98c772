import type { Site } from '../site/site.ts';
import { AdminDocument } from './admin-layout.tsx';

const PROBLEMS = {
  wrong:
    'That is not the token. It is the one that "serve" printed at its first start, or the newest one of "variorum admin token".',
  busy: 'There were too many attempts. Please try again in a minute.',
  none: 'No token was made yet: run "variorum admin token".',
} as const;

export type SignInProblem = keyof typeof PROBLEMS;

export function SignInPage({
  site,
  problem = null,
}: {
  readonly site: Site;
  readonly problem?: SignInProblem | null;
}) {
  return (
    <AdminDocument site={site} title="Sign in">
      <div class="single">
        {problem === null ? null : (
          <p class="refused" role="alert">
            {PROBLEMS[problem]}
          </p>
        )}
        <form class="sign-in" method="post" action={site.address.href('/admin/sign-in')}>
          <p class="field">
            <label for="token">Token of this installation</label>
            <input
              id="token"
              name="token"
              type="password"
              required
              maxlength={200}
              autocomplete="current-password"
            />
          </p>
          <button type="submit">Sign in</button>
        </form>
        <p class="meta">
          Whoever started the site was told the token on the console. <code>variorum admin token</code> makes
          a new one and signs everybody out.
        </p>
      </div>
    </AdminDocument>
  );
}
