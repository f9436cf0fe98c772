import type { Entity, Mention } from '../../core/annotation.ts';
import type { TextDocument } from '../text-document.ts';
import { collectForms, type NameForm } from './name-forms.ts';
import { addEvidence, chooseType, typeEvidence } from './name-type.ts';
import { isAcronymOf, isSameName, standsFor } from './name-variants.ts';
import { namesakes } from './namesakes.ts';
import { SAME_NAME } from './place-lexicon.ts';
import type { NameRange } from './split-run.ts';
import { type NameTyper, typeScores } from './type-features.ts';
import type { CommonWords } from './word-use.ts';

export interface ResolvedNames {
  /** Demonyms last. */
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
}

/**
 * Joins the forms of one name in one article ("Zelenskyy" with "Volodymyr Zelensky", "IMF" with "International Monetary
 * Fund (IMF)") and gives each entity the type most of its mentions speak for. A family name that two people share goes to
 * the one it is likelier to mean where it stands.
 */
export function resolveNames(
  document: TextDocument,
  names: readonly NameRange[],
  isCommon: CommonWords,
  typer: NameTyper | null = null,
): ResolvedNames {
  const forms = collectForms(document, names, (name) =>
    typer === null ? typeEvidence(document, name, isCommon) : typeScores(document, name, isCommon, typer),
  );
  const { owner, rivals } = joinForms(document, names, forms, isCommon);
  const rootOfName: number[] = [];
  for (const [index, form] of forms.entries())
    for (const name of form.occurrences) rootOfName[name] = rootOf(owner, index);
  for (const [form, candidates] of rivals)
    for (const [name, chosen] of namesakes(document, names, forms, form, candidates))
      rootOfName[name] = rootOf(owner, chosen);
  const roots = [...new Set(rootOfName)].sort(
    (a, b) => Number(forms[a]?.isDemonym) - Number(forms[b]?.isDemonym),
  );
  const entityOfRoot = new Map(roots.map((root, entity) => [root, entity]));
  const counts = roots.map(() => 0);
  for (const root of rootOfName) {
    const entity = entityOfRoot.get(root) ?? 0;
    counts[entity] = (counts[entity] ?? 0) + 1;
  }
  const entities = roots.map((root, entity) =>
    toEntity(
      forms.filter((_, index) => rootOf(owner, index) === root),
      counts[entity] ?? 0,
    ),
  );
  const mentions = names.map((name, index) =>
    toMention(document, name, entityOfRoot.get(rootOfName[index] ?? 0) ?? 0, entities),
  );
  return { entities, mentions };
}

function toEntity(members: readonly NameForm[], mentions: number): Entity {
  const fullest = members.reduce((best, form) => (isFuller(form, best) ? form : best));
  // "(Donald) Holm": marks of an editor are no part of a name.
  const name = fullest.written.replace(/[()[\]{}]/g, '');
  if (fullest.isDemonym) return { name, type: 'other', kind: 'demonym', mentions };
  return { name, type: chooseType(members.map((form) => form.evidence).reduce(addEvidence)), mentions };
}

function toMention(
  document: TextDocument,
  { from, to }: NameRange,
  entity: number,
  entities: readonly Entity[],
): Mention {
  const start = document.tokens[from]?.start ?? 0;
  const end = document.tokens[to - 1]?.end ?? start;
  const sentence = document.tokens[from]?.sentence ?? -1;
  const { type = 'other', kind } = entities[entity] ?? {};
  return { start, end, type, ...(kind === undefined ? {} : { kind }), entity, sentence };
}

function isFuller(form: NameForm, best: NameForm): boolean {
  if (form.words.length !== best.words.length) return form.words.length > best.words.length;
  if (form.acronym !== best.acronym) return best.acronym;
  return form.occurrences.length > best.occurrences.length;
}

function rootOf(owner: readonly number[], index: number): number {
  let at = index;
  while (owner[at] !== at) at = owner[at] ?? at;
  return at;
}

interface Joined {
  /** For each form the one it stands for, or itself. */
  readonly owner: number[];
  /** Short forms that may stand for several people, with those. */
  readonly rivals: ReadonlyMap<number, readonly number[]>;
}

function joinForms(
  document: TextDocument,
  names: readonly NameRange[],
  forms: readonly NameForm[],
  isCommon: CommonWords,
): Joined {
  const owner = forms.map((_, index) => index);
  const rivals = new Map<number, number[]>();
  joinSame(forms, owner);
  for (const [index, form] of forms.entries()) {
    if (form.isDemonym || owner[index] !== index) continue;
    const candidates = fullerForms(forms, index, isCommon);
    const roots = [...new Set(candidates.map((candidate) => rootOf(owner, candidate)))].filter(
      (root) => root !== index,
    );
    if (roots.length > 1) rivals.set(index, roots);
    const [root = form.acronym ? longFormBefore(document, names, forms, index) : index] = roots;
    if (rootOf(owner, root) !== index) owner[index] = root;
  }
  return { owner, rivals };
}

/** Full forms of one name go with the first of them; so do the listed short forms of states and bodies. */
function joinSame(forms: readonly NameForm[], owner: number[]): void {
  const listed = new Map<string, number>();
  for (const [index, form] of forms.entries()) {
    const key = SAME_NAME.get(form.key) ?? form.key;
    const twin = form.isDemonym ? undefined : listed.get(key);
    if (twin !== undefined) owner[index] = twin;
    else if (!form.isDemonym) listed.set(key, index);
    if (owner[index] !== index || form.words.length < 2) continue;
    owner[index] = sameBefore(forms, owner, form, index);
  }
}

/** The first form before this one that stands for itself and names the same; `index` when there is none. */
function sameBefore(
  forms: readonly NameForm[],
  owner: readonly number[],
  form: NameForm,
  index: number,
): number {
  for (let before = 0; before < index; before += 1)
    if (owner[before] === before && isSameName(forms[before] as NameForm, form)) return before;
  return index;
}

/** The forms a short one may stand for, of those it most surely stands for, the one it comes nearest behind first. */
function fullerForms(forms: readonly NameForm[], index: number, isCommon: CommonWords): number[] {
  const form = forms[index];
  if (form === undefined) return [];
  let top = 0;
  let fullest: number[] = [];
  for (let at = 0; at < forms.length; at += 1) {
    if (at === index) continue;
    const score = standsFor(form, forms[at] as NameForm, isCommon);
    if (score > top) fullest = [];
    if (score > 0 && score >= top) fullest.push(at);
    top = Math.max(top, score);
  }
  if (fullest.length < 2) return fullest;
  const first = form.occurrences[0] ?? 0;
  const distance = (at: number) => {
    const before = forms[at]?.occurrences.filter((name) => name < first).at(-1);
    return before === undefined ? Number.POSITIVE_INFINITY : first - before;
  };
  return fullest.sort((a, b) => (distance(a) === distance(b) ? a - b : distance(a) - distance(b)));
}

/** "International Monetary Fund (IMF)": the name just before the bracket, when its letters allow it. */
function longFormBefore(
  document: TextDocument,
  names: readonly NameRange[],
  forms: readonly NameForm[],
  index: number,
): number {
  const form = forms[index];
  for (const occurrence of form?.occurrences ?? []) {
    const name = names[occurrence];
    const before = names[occurrence - 1];
    if (name === undefined || before === undefined || document.tokens[name.from - 1]?.text !== '(') continue;
    if (before.to !== name.from - 1 || document.tokens[name.to]?.text !== ')') continue;
    const long = forms.findIndex((candidate) => candidate.occurrences.includes(occurrence - 1));
    const words = forms[long]?.words ?? [];
    const full = forms[long];
    if (full === undefined || form === undefined || words.length < 2 || words[0]?.[0] !== form.key[0])
      continue;
    // "Pat Toomey (PA)": two letters that are not his initials are his state.
    if (form.key.length > 2 || isAcronymOf(form.key, full)) return long;
  }
  return index;
}
