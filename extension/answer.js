/**
 * What is shown of the API's answer to /hand-in; the whole is described at /api/v1/docs of the site.
 * @typedef {object} HandIn
 * @property {string} pageUrl
 * @property {'stored' | 'waiting' | 'unreadable' | 'unknown'} state
 * @property {string | null} reason
 * @property {boolean} takesIn
 * @property {{ readonly title: string, readonly outlet: { readonly name: string } } | null} article
 * @property {{ readonly headline: string, readonly url: string, readonly independentOutlets: number } | null} story
 * @property {{ readonly compared: number, readonly facts: readonly { readonly text: string, readonly citations: readonly { readonly url: string }[] }[] } | null} leavesOut
 * @property {{ readonly article: { readonly title: string, readonly passagesUrl: string, readonly outlet: { readonly name: string } }, readonly both: number, readonly onlyNext: number } | null} readNext
 */

/** Facts that fit in the popup; the page has them all. */
const SHOWN_FACTS = 4;

/** @param {string} name @param {string} [text] @param {string} [className] */
export function element(name, text = '', className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

/**
 * A link that opens in a tab; an address that is none of a page stays text.
 * @param {string} text
 * @param {string} url
 */
function link(text, url) {
  if (!/^https?:\/\//i.test(url)) return element('span', text);
  const made = document.createElement('a');
  made.textContent = text;
  made.href = url;
  made.target = '_blank';
  made.rel = 'noopener';
  return made;
}

/** @param {...Node} children */
function paragraph(...children) {
  const made = document.createElement('p');
  made.append(...children);
  return made;
}

/** @param {NonNullable<HandIn['leavesOut']>} leavesOut @param {string} pageUrl */
function leftOut({ facts, compared }, pageUrl) {
  if (facts.length === 0) return [element('p', `Nothing: it has all ${compared} facts that are compared.`)];
  const list = document.createElement('ol');
  for (const { text, citations } of facts.slice(0, SHOWN_FACTS)) {
    const item = document.createElement('li');
    item.append(link(text, citations[0]?.url ?? pageUrl));
    list.append(item);
  }
  const rest = facts.length - SHOWN_FACTS;
  return rest > 0 ? [list, paragraph(link(`${rest} more`, pageUrl))] : [list];
}

/** @param {HandIn} answer @returns {Node[]} */
function storedParts({ article, story, leavesOut, readNext, pageUrl }) {
  if (story === null) return [element('h1', article?.title), element('p', 'No story yet: look again later.')];
  const title = document.createElement('h1');
  title.append(link(story.headline, story.url));
  const parts = [title, element('p', `${story.independentOutlets} independent outlets`, 'quiet')];
  if (leavesOut !== null)
    parts.push(element('h2', `What ${article?.outlet.name} leaves out`), ...leftOut(leavesOut, pageUrl));
  if (readNext !== null) {
    const { article: next, both, onlyNext } = readNext;
    const why = `${next.outlet.name}: ${both} facts in both, ${onlyNext} only there`;
    parts.push(
      element('h2', 'Read next'),
      paragraph(link(next.title, next.passagesUrl)),
      element('p', why, 'quiet'),
    );
  }
  return [...parts, paragraph(link('All of this on the site', pageUrl))];
}

const STATES = {
  waiting: 'The article has been taken in and is being read. Look again in a minute.',
  unreadable: 'The article was asked for, and nothing could be read.',
  unknown: 'This article is not on the site.',
};

/**
 * The answer as elements: all that came from the site is set as text.
 * @param {HandIn} answer
 * @returns {Node[]}
 */
export function answerParts(answer) {
  if (answer.state === 'stored') return storedParts(answer);
  const parts = [element('p', STATES[answer.state])];
  if (answer.reason !== null) parts.push(element('p', answer.reason, 'quiet'));
  return parts;
}
