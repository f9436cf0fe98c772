// Chooses the reader's own time zone in a form, which the browser knows and the site does not.

export function startOwnZone() {
  const field = /** @type {HTMLSelectElement | null} */ (document.querySelector('select[data-own-zone]'));
  if (field === null) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if ([...field.options].some(({ value }) => value === timeZone)) field.value = timeZone;
}
