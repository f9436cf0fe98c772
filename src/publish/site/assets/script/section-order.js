// Sections in the reader's own order. They are moved in the document, so that reading order and focus order stay one.
import { readState } from './reader-state.js';

/** Ids in the reader's order; those it does not name keep their places after it. @param {readonly string[]} ids @param {readonly string[]} order */
export function inOrder(ids, order) {
  const named = order.filter((id) => ids.includes(id));
  return [...named, ...ids.filter((id) => !named.includes(id))];
}

/** @param {string} selector @param {readonly string[]} order */
function arrange(selector, order) {
  if (order.length === 0) return;
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);
  const last = sections.at(-1);
  if (last === undefined) return;
  const anchor = document.createComment('');
  last.after(anchor);
  const byId = new Map(sections.map((section) => [section.dataset.part ?? section.id, section]));
  for (const id of inOrder([...byId.keys()], order)) anchor.before(/** @type {HTMLElement} */ (byId.get(id)));
  anchor.remove();
}

export function startOrder() {
  const { frontOrder, storyOrder } = readState().settings;
  arrange('.front > .front-section', frontOrder);
  arrange('.story > section', storyOrder);
}
