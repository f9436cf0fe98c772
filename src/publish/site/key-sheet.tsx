/** Keys that work on every page, in words; the keyboard script listens to the same. */
export const KEYS: readonly (readonly [key: string, what: string])[] = [
  ['j', 'next story or section'],
  ['k', 'story or section before'],
  ['o', 'open the story'],
  ['m', 'mark as read, or as unread'],
  ['s', 'save for later, or take out'],
  ['h', 'front page'],
  ['/', 'search'],
  ['?', 'show or close this sheet'],
];

/** Keys while a passage is open. */
export const PASSAGE_KEYS: readonly (readonly [key: string, what: string])[] = [
  ['Esc', 'close the passage'],
  ['←', 'passage before'],
  ['→', 'next passage'],
];

export function KeyList({ keys }: { readonly keys: typeof KEYS }) {
  return (
    <dl class="keys">
      {keys.map(([key, what]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Opened by the key `?`; the settings page shows the same to those who look for it. */
export function KeySheet() {
  return (
    <dialog id="keys" aria-labelledby="keys-heading">
      <h2 id="keys-heading">Keys</h2>
      <KeyList keys={KEYS} />
      <p class="label">While a passage is open</p>
      <KeyList keys={PASSAGE_KEYS} />
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
