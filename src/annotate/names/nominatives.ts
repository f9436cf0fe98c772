/** Endings of Ukrainian and Russian names in the oblique cases, and those of the nominative they may stand for. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:ього|його)$/u, ['ій', 'ий']],
  [/(?:ого|ому|ым|им)$/u, ['ий', 'ый', 'ой', '']],
  [/(?:ої|ою|ой|ую|ій|ая)$/u, ['а', 'ая', 'ий']],
  [/(?:ові|еві|єві)$/u, ['', 'ь', 'й']],
  [/(?:ом|ем|ям|ам)$/u, ['', 'ь', 'й', 'о']],
  [/(?:ами|ями|ах|ях)$/u, ['и', 'ы', '']],
  [/(?:єю|ею|їю|ією|ией)$/u, ['я', 'ія', 'ия', 'а']],
  [/(?:ії|ію|ии|ию)$/u, ['ія', 'ия']],
  [/(?:и|ы)$/u, ['а', '']],
  [/(?:у|ю)$/u, ['а', 'я', '', 'ь', 'й']],
  [/(?:і|е)$/u, ['а', 'я', '', 'о']],
  [/ї$/u, ['я', 'й']],
  [/(?:а|я)$/u, ['', 'ь', 'й', 'о']],
];

/** Letters that a closed last syllable changes: "Києва" of "Київ", "Харкова" of "Харків", "Львова" of "Львів". */
const CLOSED: readonly (readonly [RegExp, string])[] = [
  [/ков$/u, 'ків'],
  [/ьвов$/u, 'ьвів'],
  [/єв$/u, 'їв'],
  [/гов$/u, 'гів'],
];

const MOST_FORMS = 40;

/**
 * Nominatives that a Ukrainian or Russian name may have, the written form first: "Полина" → "Полина", "Полин", …. Most
 * are no words; only those that the knowledge base holds count.
 */
export function nominatives(name: string): string[] {
  let forms: string[] = [''];
  for (const word of name.split(' ')) {
    const endings = wordForms(word);
    forms = forms.flatMap((form) => endings.map((ending) => (form === '' ? ending : `${form} ${ending}`)));
    if (forms.length > MOST_FORMS) forms = forms.slice(0, MOST_FORMS);
  }
  return [...new Set(forms)];
}

function wordForms(word: string): string[] {
  const forms = [word];
  for (const [ending, nominative] of ENDINGS) {
    if (word.length < 4 || !ending.test(word)) continue;
    const stem = word.replace(ending, '');
    if (stem.length < 2) continue;
    forms.push(...nominative.map((end) => stem + end));
    for (const [open, closed] of CLOSED) if (open.test(stem)) forms.push(stem.replace(open, closed));
  }
  return [...new Set(forms)];
}
