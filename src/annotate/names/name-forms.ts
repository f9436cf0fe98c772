import type { MentionType } from '../../core/annotation.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import type { TextDocument } from '../text-document.ts';
import { isDemonym } from './demonym.ts';
import { addEvidence, chooseType, type TypeEvidence } from './name-type.ts';
import type { NameRange } from './split-run.ts';

/** All occurrences of one form of a name. */
export interface NameForm {
  readonly key: string;
  readonly words: readonly string[];
  /** As it stands where it comes first. */
  readonly written: string;
  readonly acronym: boolean;
  readonly isDemonym: boolean;
  /** Indexes into the names of the article, ascending. */
  readonly occurrences: number[];
  readonly evidence: TypeEvidence;
  /** What the evidence of this form alone speaks for. */
  readonly type: MentionType;
}

type OpenForm = { -readonly [Field in keyof NameForm]: NameForm[Field] };

/**
 * Square brackets, and round ones whose partner lies outside the name: marks of an editor who completed a quotation
 * ("[Marta] Okonjo said"), or of an aside that ends or begins within it.
 */
const EDITING = /[[\]]|\((?![^()]*\))|(?<!\([^()]*)\)/g;

function withoutEditing(name: string): string {
  return name.replace(EDITING, '');
}

/** The forms of the names of an article, in the order they come; `evidenceOf` says what speaks for which type. */
export function collectForms(
  document: TextDocument,
  names: readonly NameRange[],
  evidenceOf: (name: NameRange) => TypeEvidence,
): NameForm[] {
  const forms = new Map<string, OpenForm>();
  const keys = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const start = document.tokens[name.from]?.start ?? 0;
    const end = document.tokens[name.to - 1]?.end ?? start;
    const written = withoutEditing(document.text.slice(start, end)).replace(/\s+/g, ' ');
    const demonym = isDemonym(document, name);
    const key = keys.get(written) ?? (normaliseName(written) || written);
    keys.set(written, key);
    const id = demonym ? `true ${key}` : `false ${key}`;
    const evidence = evidenceOf(name);
    const known = forms.get(id);
    if (known !== undefined) {
      known.occurrences.push(index);
      known.evidence = addEvidence(known.evidence, evidence);
      continue;
    }
    forms.set(id, {
      key,
      words: key.split(' '),
      written,
      acronym: isAcronymForm(written),
      isDemonym: demonym,
      occurrences: [index],
      evidence,
      type: 'other',
    });
  }
  for (const form of forms.values()) form.type = chooseType(form.evidence);
  return [...forms.values()];
}

/** "WHO", "U.N.", "BoE", "G20". */
function isAcronymForm(written: string): boolean {
  return /^\p{Lu}(?:[\p{Lu}\p{N}.&]+|\p{Ll}?\p{Lu}[\p{Lu}\p{Ll}]?)$/u.test(written) && written.length <= 8;
}
