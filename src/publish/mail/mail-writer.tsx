import type { StoryCard } from '../../core/library.ts';
import type { Subscriber, SubscriptionLinks } from '../../core/subscription.ts';
import { createAddress, paths } from '../address.ts';
import { counted, listed } from '../format/words.ts';
import { renderPage } from '../site/render-page.ts';
import { DigestMail, OpeningMail } from './mail-pages.tsx';

export interface MailSite {
  readonly siteName: string;
  readonly baseUrl: string;
}

interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How often and about what, in words: "every day at 7:00 (Europe/Oslo), on Halvik". */
export function wishWords({ frequency, hour, weekday, timeZone, topics }: Subscriber): string {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const when = frequency === 'daily' ? 'every day' : `every ${days[weekday - 1] ?? 'week'}`;
  const what = topics.length === 0 ? 'the edition' : counted(topics.length, 'topic');
  return `${what}, ${when} at ${hour}:00 (${timeZone})`;
}

function storyText(story: StoryCard, link: string): string {
  const outlets = `${counted(story.independentOutlets, 'independent outlet')}: ${listed(story.outletNames, 3)}`;
  return [story.headline, story.summary, outlets, link].filter((line) => line !== null).join('\n');
}

/** One line, whatever a headline or the name of the site holds. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Writes the mails of the site: each as text and as HTML that loads nothing. */
export function createMailWriter({ siteName, baseUrl }: MailSite) {
  const address = createAddress(baseUrl);
  const linkTo = (story: StoryCard) => address.absolute(paths.story(story.slug));
  return {
    links: (id: string, token: string): SubscriptionLinks => ({
      confirm: address.absolute(paths.confirmSubscription(id, token)),
      leave: address.absolute(paths.leaveSubscription(id, token)),
    }),
    opening(subscriber: Subscriber, links: SubscriptionLinks): Written {
      const isConfirmed = subscriber.state === 'active';
      const wish = wishWords(subscriber);
      const subject = isConfirmed
        ? `You get mail from ${siteName} already`
        : `Please confirm: mail from ${siteName}`;
      const text = isConfirmed
        ? `This address gets ${wish}.\n\nTo change it, end it first:\n${links.leave}\n`
        : `Somebody, probably you, asked ${siteName} to send this address ${wish}.\n\n` +
          `To get it, confirm it here:\n${links.confirm}\n\n` +
          'If it was not you, do nothing: no further mail is sent, and the address is forgotten after a week.\n';
      const props = { siteName, wish, link: isConfirmed ? links.leave : links.confirm, isConfirmed };
      return { subject: oneLine(subject), text, html: renderPage(<OpeningMail {...props} />) };
    },
    digest(subscriber: Subscriber, stories: readonly StoryCard[], links: SubscriptionLinks): Written {
      const [first] = stories;
      const subject = first === undefined ? siteName : `${first.headline} · ${siteName}`;
      const text = [
        ...stories.map((story) => storyText(story, linkTo(story))),
        `You get ${wishWords(subscriber)} because you confirmed it.\nEnd it: ${links.leave}`,
      ].join('\n\n');
      const wish = wishWords(subscriber);
      const html = renderPage(
        <DigestMail siteName={siteName} stories={stories} linkTo={linkTo} wish={wish} leave={links.leave} />,
      );
      return { subject: oneLine(subject), text: `${text}\n`, html };
    },
  };
}
