const ARTICLES = new Set(['the', 'a', 'an', 'el', 'la', 'le', 'les', 'los', 'die', 'der', 'das', 'il', 'al']);

/** Short forms to try for a name, best first. */
function candidates(name: string): string[] {
  const all = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = all.filter((word) => !ARTICLES.has(word.toLowerCase()));
  const words = named.length > 0 ? named : all;
  const [first] = words;
  if (first === undefined) return ['?'];
  const letters = words.map((word) => [...word][0] ?? '').join('');
  const forms: string[] = [];
  if (/^[A-Z0-9]{2,4}$/.test(first)) forms.push(first);
  if (words.length > 1) forms.push(letters.slice(0, 3));
  for (const length of [2, 3, 4]) forms.push([...words.join('')].slice(0, length).join(''));
  return forms.map((form) => form.toUpperCase());
}

/**
 * Sigla of the outlets of one story, as an edition has for its witnesses: initials ("The Atlantic Mail" is `AM`),
 * an acronym as it stands, else first letters; unique within the story.
 * @param outlets id and name, in the order in which they may claim the shorter form
 */
export function outletSigla(
  outlets: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const sigla = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name } of outlets) {
    if (sigla.has(id)) continue;
    const forms = candidates(name);
    let siglum = forms.find((form) => !taken.has(form));
    for (let number = 2; siglum === undefined; number++) {
      const numbered = `${forms[0]}${number}`;
      if (!taken.has(numbered)) siglum = numbered;
    }
    taken.add(siglum);
    sigla.set(id, siglum);
  }
  return sigla;
}
