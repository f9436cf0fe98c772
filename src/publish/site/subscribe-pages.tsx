import type { Subscriber } from '../../core/subscription.ts';
import { paths } from '../address.ts';
import { wishWords } from '../mail/mail-writer.tsx';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The form for a digest by e-mail; with topics when it was reached from what a reader follows. */
export function SubscribePage({
  site,
  topics,
}: {
  readonly site: Site;
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
}) {
  return (
    <Layout site={site} title="By e-mail" path="/subscribe" indexed={false}>
      <div class="single">
        <h1>By e-mail</h1>
        <p>
          {topics.length === 0
            ? 'The main stories of the day or of the week, as many as fit in one sitting.'
            : `The stories on ${topics.map(({ title }) => title).join(', ')}.`}{' '}
          Nothing is sent before you have confirmed the address, and each mail has a link that ends it at
          once. The address is used for nothing else.
        </p>
        <form class="subscribe" action={site.address.href('/subscribe')} method="post">
          {topics.map(({ slug }) => (
            <input type="hidden" name="topic" value={slug} />
          ))}
          <p class="field">
            <label for="email">Your address</label>
            <input id="email" name="email" type="email" required maxlength={254} autocomplete="email" />
          </p>
          <p class="field">
            <label for="frequency">How often</label>
            <select id="frequency" name="frequency">
              <option value="daily">every day</option>
              {WEEKDAYS.map((name, index) => (
                <option value={`weekly-${index + 1}`}>every {name}</option>
              ))}
            </select>
          </p>
          <p class="field">
            <label for="hour">At</label>
            <select id="hour" name="hour">
              {Array.from({ length: 24 }, (_, hour) => (
                <option value={hour} selected={hour === 7}>
                  {hour}:00
                </option>
              ))}
            </select>
          </p>
          <p class="field">
            <label for="zone">Time zone</label>
            <select id="zone" name="timeZone" data-own-zone>
              {['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => (
                <option value={zone}>{zone.replaceAll('_', ' ')}</option>
              ))}
            </select>
          </p>
          <button type="submit">Ask for it</button>
        </form>
      </div>
    </Layout>
  );
}

/** What came of a request, in one sentence. */
export function SubscribeNote({
  site,
  heading,
  note,
}: {
  readonly site: Site;
  readonly heading: string;
  readonly note: string;
}) {
  return (
    <Layout site={site} title={heading} path="/subscribe" indexed={false}>
      <div class="single">
        <h1>{heading}</h1>
        <p>{note}</p>
      </div>
    </Layout>
  );
}

/** One button for what a link in a mail is for: programs that look at links in advance press none. */
export function SubscriptionStep({
  site,
  subscriber,
  token,
  step,
}: {
  readonly site: Site;
  readonly subscriber: Subscriber;
  readonly token: string;
  readonly step: 'confirm' | 'leave';
}) {
  const { id } = subscriber;
  const isConfirm = step === 'confirm';
  const path = isConfirm ? paths.confirmSubscription(id, token) : paths.leaveSubscription(id, token);
  const heading = isConfirm ? 'Confirm your subscription' : 'End your subscription';
  return (
    <Layout site={site} title={heading} path="/subscribe" indexed={false}>
      <div class="single">
        <h1>{heading}</h1>
        <p>
          {subscriber.email}: {wishWords(subscriber)}.
        </p>
        <form action={site.address.href(path)} method="post">
          <button type="submit">{isConfirm ? 'Confirm it' : 'End it and forget the address'}</button>
        </form>
      </div>
    </Layout>
  );
}
