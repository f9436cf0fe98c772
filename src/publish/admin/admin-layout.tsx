import type { Child } from 'hono/jsx';
import type { Site } from '../site/site.ts';
import type { SignedIn } from './admin-gate.ts';

/** What each page of the administration knows. */
export interface AdminFrame {
  readonly site: Site;
  readonly session: SignedIn;
}

const LINKS: readonly (readonly [string, string])[] = [
  ['/admin', 'Overview'],
  ['/admin/sources', 'Sources'],
  ['/admin/reports', 'Reports'],
  ['/admin/stories', 'Stories'],
  ['/admin/policy', 'Source policy'],
];

/** The document of every page under `/admin`: no script at all, and nothing for search engines. */
export function AdminDocument({
  site,
  title,
  nav,
  children,
}: {
  readonly site: Site;
  readonly title: string;
  readonly nav?: Child;
  readonly children?: Child;
}) {
  const { href } = site.address;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Administration of ${site.name}`}</title>
        <link rel="icon" type="image/svg+xml" href={site.assets.icon} />
        <link rel="stylesheet" href={site.assets.style} />
        <link rel="stylesheet" href={site.assets.admin} />
      </head>
      <body class="administration">
        <a class="skip" href="#main">
          Skip to the text
        </a>
        <header>
          <div class="masthead">
            <a class="brand" href={href('/')}>
              {site.name}
            </a>
            {nav}
          </div>
        </header>
        <main id="main" tabindex={-1}>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** Carries what proves that a form was sent from a page of this session. */
function CsrfField({ frame }: { readonly frame: AdminFrame }) {
  return <input type="hidden" name="csrf" value={frame.session.csrf} />;
}

/** A form that changes something, with its proof. @param path before the site's prefix */
export function ActForm({
  frame,
  path,
  kind = 'act',
  children,
}: {
  readonly frame: AdminFrame;
  readonly path: string;
  readonly kind?: string;
  readonly children?: Child;
}) {
  return (
    <form class={kind} method="post" action={frame.site.address.href(path)}>
      <CsrfField frame={frame} />
      {children}
    </form>
  );
}

/** What came of the last action: said once, after it. */
export interface Notice {
  readonly ok: boolean;
  readonly message: string;
}

export function AdminLayout({
  frame,
  title,
  path,
  notice = null,
  children,
}: {
  readonly frame: AdminFrame;
  readonly title: string;
  readonly path: string;
  readonly notice?: Notice | null;
  readonly children?: Child;
}) {
  const { href } = frame.site.address;
  const nav = (
    <>
      <nav aria-label="Administration">
        {LINKS.map(([target, label]) => (
          <a href={href(target)} aria-current={target === path ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <ActForm frame={frame} path="/admin/sign-out" kind="sign-out">
        <button type="submit">Sign out</button>
      </ActForm>
    </>
  );
  return (
    <AdminDocument site={frame.site} title={title} nav={nav}>
      {notice === null ? null : (
        <p class={notice.ok ? 'said-so' : 'refused'} role={notice.ok ? 'status' : 'alert'}>
          {notice.message}
        </p>
      )}
      {children}
    </AdminDocument>
  );
}
