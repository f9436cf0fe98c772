// Remembers in this browser alone which version of a story was read, and offers what changed since. Without this
// script the list of versions says the same.

const since = document.querySelector('p.since[data-version]');

/** The version read last; NaN when there is none or the browser keeps nothing. */
function lastRead(key) {
  try {
    return Number.parseInt(localStorage.getItem(key), 10);
  } catch {
    return Number.NaN;
  }
}

function keepRead(key, version) {
  try {
    localStorage.setItem(key, version);
  } catch {
    // A browser that keeps nothing offers nothing.
  }
}

if (since !== null) {
  const { slug, version } = since.dataset;
  const key = `variorum.read.${slug}`;
  const last = lastRead(key);
  if (last < Number(version)) {
    const link = since.querySelector('a');
    link.href += `?since=${last}`;
    since.hidden = false;
  }
  keepRead(key, version);
}
