import type { Entity, Mention, NominalMention } from '../../core/annotation.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import type { TextDocument } from '../text-document.ts';
import { isDemonym } from './demonym.ts';
import { FIRST_NAMES } from './name-lexicon.ts';
import { addEvidence, chooseType, type TypeEvidence, typeEvidence } from './name-type.ts';
import { PLACES, SAME_NAME } from './place-lexicon.ts';
import type { NameRange } from './split-run.ts';
import type { CommonWords } from './word-use.ts';

export interface ResolvedNames {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly nominals: readonly NominalMention[];
}

/** All occurrences of one form of a name. */
interface Form {
  readonly key: string;
  readonly words: readonly string[];
  readonly written: string;
  readonly acronym: boolean;
  readonly isDemonym: boolean;
  readonly occurrences: number[];
  evidence: TypeEvidence;
}

/**
 * Joins the forms of one name in one article ("Zelensky" with "Volodymyr Zelensky", "IMF" with "International Monetary
 * Fund (IMF)") and gives each entity the type most of its mentions speak for.
 */
export function resolveNames(
  document: TextDocument,
  names: readonly NameRange[],
  isCommon: CommonWords,
): ResolvedNames {
  const forms = collectForms(document, names, isCommon);
  const owner = joinForms(document, names, forms);
  const roots = [...new Set(forms.map((_, index) => follow(owner, index)))].sort(
    (a, b) => Number(forms[a]?.isDemonym) - Number(forms[b]?.isDemonym),
  );
  const types = new Map(
    roots.map((root) => {
      const members = forms.filter((_, index) => follow(owner, index) === root);
      return [root, chooseType(members.map((form) => form.evidence).reduce(addEvidence))] as const;
    }),
  );
  const entityOfForm = forms.map((_, index) => roots.indexOf(follow(owner, index)));
  const entityOfName = new Map<number, number>();
  for (const [index, form] of forms.entries()) {
    for (const name of form.occurrences) entityOfName.set(name, entityOfForm[index] ?? 0);
  }
  const entities = roots.map((root, entity) => {
    const members = forms.filter((_, index) => entityOfForm[index] === entity);
    const fullest = members.reduce((best, form) => (isFuller(form, best) ? form : best));
    const mentions = members.reduce((sum, form) => sum + form.occurrences.length, 0);
    if (fullest.isDemonym)
      return { name: fullest.written, type: 'other', kind: 'demonym', mentions } as const;
    return { name: fullest.written, type: types.get(root) ?? 'other', mentions };
  });
  const mentions = names.map((name, index) => {
    const entity = entityOfName.get(index) ?? 0;
    const start = document.tokens[name.from]?.start ?? 0;
    const end = document.tokens[name.to - 1]?.end ?? start;
    const sentence = document.tokens[name.from]?.sentence ?? -1;
    const { type = 'other', kind } = entities[entity] ?? {};
    return { start, end, type, ...(kind === undefined ? {} : { kind }), entity, sentence };
  });
  return { entities, mentions, nominals: [] };
}

function isFuller(form: Form, best: Form): boolean {
  if (form.words.length !== best.words.length) return form.words.length > best.words.length;
  if (form.acronym !== best.acronym) return best.acronym;
  return form.occurrences.length > best.occurrences.length;
}

function collectForms(document: TextDocument, names: readonly NameRange[], isCommon: CommonWords): Form[] {
  const forms = new Map<string, Form>();
  for (const [index, name] of names.entries()) {
    const start = document.tokens[name.from]?.start ?? 0;
    const end = document.tokens[name.to - 1]?.end ?? start;
    const written = document.text.slice(start, end).replace(/\s+/g, ' ');
    const demonym = isDemonym(document, name);
    const key = normaliseName(written) || written;
    const evidence = typeEvidence(document, name, isCommon);
    const known = forms.get(`${demonym} ${key}`);
    if (known === undefined) {
      const acronym = /^\p{Lu}[\p{Lu}\p{N}.&]+$/u.test(written) && written.length <= 8;
      const words = key.split(' ');
      forms.set(`${demonym} ${key}`, {
        key,
        words,
        written,
        acronym,
        isDemonym: demonym,
        occurrences: [index],
        evidence,
      });
    } else {
      known.occurrences.push(index);
      known.evidence = addEvidence(known.evidence, evidence);
    }
  }
  return [...forms.values()];
}

function follow(owner: readonly number[], index: number): number {
  let at = index;
  while (owner[at] !== at) at = owner[at] ?? at;
  return at;
}

/** For each form the fuller form it stands for, or itself. */
function joinForms(document: TextDocument, names: readonly NameRange[], forms: readonly Form[]): number[] {
  const owner = forms.map((_, index) => index);
  const byKey = new Map(forms.map((form, index) => [form.key, index]));
  for (const [index, form] of forms.entries()) {
    const same = SAME_NAME.get(form.key);
    const twin =
      same === undefined
        ? undefined
        : (byKey.get(same) ??
          [...byKey.keys()].filter((key) => SAME_NAME.get(key) === same).map((key) => byKey.get(key))[0]);
    if (twin !== undefined && follow(owner, twin) !== index) owner[index] = twin;
    else owner[index] = fullerForm(document, names, forms, index);
  }
  return owner;
}

function fullerForm(
  document: TextDocument,
  names: readonly NameRange[],
  forms: readonly Form[],
  index: number,
): number {
  const form = forms[index];
  if (form === undefined || form.isDemonym || PLACES.has(form.key)) return index;
  let best = index;
  let bestScore = 0;
  for (const [other, candidate] of forms.entries()) {
    if (candidate.words.length <= form.words.length || candidate.isDemonym) continue;
    let score = standsFor(form, candidate);
    if (score === 0) continue;
    // Of two namesakes the one named last before the short form is meant.
    const first = form.occurrences[0] ?? 0;
    const nearest = candidate.occurrences.filter((name) => name < first).at(-1);
    if (nearest !== undefined) score += 1 / (1 + first - nearest);
    if (score > bestScore) {
      bestScore = score;
      best = other;
    }
  }
  if (best === index && form.acronym) return longFormBefore(document, names, forms, index);
  return best;
}

const COMPANY = /^(?:inc|corp|corporation|ltd|plc|co|company|group|holdings|llc|ag|sa|brothers|motors)$/;

/** How surely the short form stands for the full one: 0 not at all, up to 3. */
function standsFor(short: Form, full: Form): number {
  const last = full.words.slice(-short.words.length).join(' ');
  const head = full.words.slice(0, short.words.length).join(' ');
  const type = chooseType(full.evidence);
  if (short.acronym && short.words.length === 1) return initials(full) === short.key ? 3 : 0;
  if (head === short.key && full.words.slice(short.words.length).every((word) => COMPANY.test(word)))
    return 3;
  if (type === 'person' && !full.words.includes('of')) {
    if (last === short.key) return 3;
    if (head === short.key && short.words.length === 1 && FIRST_NAMES.has(short.key)) return 1.5;
  }
  return 0;
}

function initials(form: Form): string {
  return form.words
    .filter((word) => !/^(?:of|the|for|and|on|in|de|la)$/.test(word))
    .map((word) => word[0] ?? '')
    .join('');
}

/** "International Monetary Fund (IMF)": the name just before the bracket, when its letters allow it. */
function longFormBefore(
  document: TextDocument,
  names: readonly NameRange[],
  forms: readonly Form[],
  index: number,
): number {
  const form = forms[index];
  for (const occurrence of form?.occurrences ?? []) {
    const name = names[occurrence];
    const before = names[occurrence - 1];
    if (name === undefined || before === undefined || document.tokens[name.from - 1]?.text !== '(') continue;
    if (before.to !== name.from - 1 || document.tokens[name.to]?.text !== ')') continue;
    const long = forms.findIndex((candidate) => candidate.occurrences.includes(occurrence - 1));
    const letters = forms[long]?.words.map((word) => word[0]).join('') ?? '';
    if (long !== -1 && forms[long]?.words.length !== 1 && letters[0] === form?.key[0]) return long;
  }
  return index;
}
