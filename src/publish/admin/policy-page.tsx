import { isOpenPolicy, type SourcePolicy } from '../../core/source-policy.ts';
import { policyText } from '../format/policy.ts';
import { ActForm, type AdminFrame, AdminLayout, type Notice } from './admin-layout.tsx';

const PATH = '/admin/policy';

/** Which outlets the pages are made from, as `variorum policy` sets it. */
export function PolicyPage({
  frame,
  policy,
  notice,
}: {
  readonly frame: AdminFrame;
  readonly policy: SourcePolicy;
  readonly notice: Notice | null;
}) {
  const weights = Object.entries(policy.weights).map(([id, weight]) => `${id}:${weight}`);
  return (
    <AdminLayout frame={frame} title="Source policy" path={PATH} notice={notice}>
      <p>
        It holds for every page: sections are made from the sources it leaves. A change has all stories
        briefed anew in the next round.
      </p>
      <p class="meta">
        Now: {isOpenPolicy(policy) ? 'all sources count alike.' : policyText(policy, (id) => id).join(' ')}
      </p>
      <ActForm frame={frame} path={PATH} kind="sign-in">
        <p class="field">
          <label for="hide">Outlets that are left out, one domain a line</label>
          <textarea id="hide" name="hide" rows={4} maxlength={20_000}>
            {policy.hide.join('\n')}
          </textarea>
        </p>
        <p class="field">
          <label for="weigh">How much outlets count, as domain:factor (0.1 to 10), one a line</label>
          <textarea id="weigh" name="weigh" rows={4} maxlength={20_000}>
            {weights.join('\n')}
          </textarea>
        </p>
        <p class="field">
          <label for="min">How many independent outlets have to carry a statement</label>
          <input
            id="min"
            name="min"
            type="text"
            inputmode="numeric"
            maxlength={3}
            value={String(policy.minOutlets)}
          />
        </p>
        <button type="submit">Set the policy</button>
      </ActForm>
    </AdminLayout>
  );
}
