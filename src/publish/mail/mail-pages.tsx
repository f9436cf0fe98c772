import type { Child } from 'hono/jsx';
import type { StoryCard } from '../../core/library.ts';
import { counted, listed } from '../format/words.ts';

// Mail programs read neither style sheets nor custom properties: the few styles stand on the elements.
const BODY = 'margin:0;padding:24px 16px;background:#fcfbf8;color:#1b1a18;font:17px/1.5 Georgia,serif';
const FRAME = 'max-width:600px;margin:0 auto';
const QUIET = 'margin:0;color:#5f5b54;font:13px/1.5 Helvetica,Arial,sans-serif';
const LINK = 'color:#0f5a5f';

function MailFrame({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
      </head>
      <body style={BODY}>
        <div style={FRAME}>{children}</div>
      </body>
    </html>
  );
}

/** Asks whether a subscription is meant, or tells that it stands already. */
export function OpeningMail({
  siteName,
  wish,
  link,
  isConfirmed,
}: {
  readonly siteName: string;
  readonly wish: string;
  readonly link: string;
  readonly isConfirmed: boolean;
}) {
  if (isConfirmed)
    return (
      <MailFrame title={siteName}>
        <p>This address gets {wish}.</p>
        <p>
          To change it,{' '}
          <a style={LINK} href={link}>
            end it
          </a>{' '}
          first.
        </p>
      </MailFrame>
    );
  return (
    <MailFrame title={siteName}>
      <p>
        Somebody, probably you, asked {siteName} to send this address {wish}.
      </p>
      <p>
        <a style={LINK} href={link}>
          Confirm it
        </a>
      </p>
      <p style={QUIET}>
        If it was not you, do nothing: no further mail is sent, and the address is forgotten after a week.
      </p>
    </MailFrame>
  );
}

export function DigestMail({
  siteName,
  stories,
  linkTo,
  wish,
  leave,
}: {
  readonly siteName: string;
  readonly stories: readonly StoryCard[];
  readonly linkTo: (story: StoryCard) => string;
  readonly wish: string;
  readonly leave: string;
}) {
  return (
    <MailFrame title={siteName}>
      <p style={QUIET}>{siteName}</p>
      {stories.map((story) => (
        <div style="border-top:1px solid #d9d4c9;padding:16px 0">
          <h2 style="margin:0 0 6px;font:600 21px/1.25 Georgia,serif">
            <a style="color:#1b1a18;text-decoration:none" href={linkTo(story)}>
              {story.headline}
            </a>
          </h2>
          {story.summary === null ? null : <p style="margin:0 0 6px">{story.summary}</p>}
          <p style={QUIET}>
            {counted(story.independentOutlets, 'independent outlet')}: {listed(story.outletNames, 3)}
          </p>
        </div>
      ))}
      <p style={`${QUIET};border-top:1px solid #1b1a18;padding-top:12px`}>
        You get {wish} because you confirmed it.{' '}
        <a style={LINK} href={leave}>
          End it
        </a>
      </p>
    </MailFrame>
  );
}
