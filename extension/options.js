import { readSite, siteAddress } from './site.js';

const form = /** @type {HTMLFormElement} */ (document.getElementById('site'));
const status = /** @type {HTMLElement} */ (document.getElementById('status'));
const base = /** @type {HTMLInputElement} */ (document.getElementById('base'));
const key = /** @type {HTMLInputElement} */ (document.getElementById('key'));

async function save() {
  const address = siteAddress(base.value);
  if (address === null) {
    status.textContent = 'This is not the address of a site. It begins with https:// or http://.';
    return;
  }
  // Asked for first: a browser grants it only right after the click.
  const origins = [`${new URL(address).protocol}//${new URL(address).hostname}/*`];
  if (!(await chrome.permissions.request({ origins }))) {
    status.textContent = 'Without leave to ask this site, the extension can do nothing.';
    return;
  }
  await chrome.storage.local.set({ base: address, key: key.value.trim() });
  base.value = address;
  status.textContent = 'Saved. Open an article and click the extension.';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void save();
});

const site = await readSite();
if (site !== null) {
  base.value = site.base;
  key.value = site.key;
}
