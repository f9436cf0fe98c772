import { MAX_MIN_OUTLETS } from '../../../core/source-policy.ts';
import { paths } from '../../address.ts';
import { policyText } from '../../format/policy.ts';
import { outletName, type StoryView } from './story-view.ts';

/** Says which source policy a page is made under, and the way out of one's own. Nothing when all sources count alike. */
export function PolicyNote({ view }: { readonly view: StoryView }) {
  const { readerPolicy, briefing, card } = view.page;
  const policy = readerPolicy ?? briefing.policy;
  if (policy === undefined) return null;
  const sentences = policyText(policy, (id) => outletName(view, id));
  return (
    <p class="older policy-note">
      {readerPolicy === undefined
        ? 'This site tells its stories under a source policy. '
        : 'Told anew for you, from the sources you chose. '}
      {sentences.join(' ')}{' '}
      {readerPolicy === undefined ? null : (
        <a href={view.site.address.href(paths.story(card.slug))}>Read it as this site tells it</a>
      )}
    </p>
  );
}

/** Where a reader chooses whose reports a story is told from. A plain form: the choice is in the address. */
export function PolicyForm({ view }: { readonly view: StoryView }) {
  const { readerPolicy, card } = view.page;
  const hidden = new Set(readerPolicy?.hide);
  const ids = [...new Set([...view.outlets.keys(), ...hidden])];
  const least = Math.min(MAX_MIN_OUTLETS, view.outlets.size);
  if (ids.length < 2) return null;
  return (
    <details class="policy" open={readerPolicy !== undefined}>
      <summary>Choose your sources</summary>
      <form class="policy-form" action={view.site.address.href(paths.story(card.slug))} method="get">
        <fieldset>
          <legend>Leave out</legend>
          <ul class="plain-row">
            {ids.map((id) => (
              <li>
                <label>
                  <input type="checkbox" name="hide" value={id} checked={hidden.has(id)} />{' '}
                  {outletName(view, id)}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <p class="field">
          <label for="min">Say only what is carried by at least</label>
          <select id="min" name="min">
            {Array.from({ length: Math.max(1, least) }, (_, i) => (
              <option value={String(i + 1)} selected={i + 1 === (readerPolicy?.minOutlets ?? 1)}>
                {i === 0 ? '1 independent outlet' : `${i + 1} independent outlets`}
              </option>
            ))}
          </select>
        </p>
        <button type="submit">Tell it anew</button>
      </form>
    </details>
  );
}
