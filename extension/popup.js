import { answerParts, element } from './answer.js';
import { askSite, readSite } from './site.js';

const main = /** @type {HTMLElement} */ (document.getElementById('answer'));

/** @param {string} text @param {() => void} act */
function button(text, act) {
  const made = element('button', text);
  made.addEventListener('click', act);
  return made;
}

/** @param {import('./site.js').Site} site @param {'GET' | 'POST'} method @param {string} url */
async function show(site, method, url) {
  try {
    const answer = await askSite(site, method, url);
    main.replaceChildren(...answerParts(answer));
    if (answer.state === 'unknown' && answer.takesIn)
      main.append(button('Have it taken in', () => show(site, 'POST', url)));
  } catch (error) {
    main.replaceChildren(element('p', error instanceof Error ? error.message : String(error)));
    main.append(button('Settings', () => chrome.runtime.openOptionsPage()));
  }
}

async function start() {
  const site = await readSite();
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const url = tab?.url ?? '';
  if (site === null) {
    main.replaceChildren(element('p', 'Which Variorum site is to be asked?'));
    main.append(button('Set its address', () => chrome.runtime.openOptionsPage()));
  } else if (/^https?:\/\//.test(url)) await show(site, 'GET', url);
  else main.replaceChildren(element('p', 'This is no page of the web.'));
}

await start();
