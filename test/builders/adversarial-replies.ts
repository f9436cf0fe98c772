import type { SectionMatter } from '../../src/brief/write/section-matter.ts';
import type { Draft } from '../../src/brief/write/write-task.ts';
import type { WritableClaim } from '../../src/core/written.ts';

/** A reply that a model might give, and which of its statements are false by construction. */
export interface AdversarialReply {
  readonly kind: string;
  readonly matter: SectionMatter;
  readonly drafts: readonly Draft[];
  readonly falsehoods: ReadonlySet<string>;
}

/** What a falsehood is made from: a claim's own words, and other claims and names of its story. */
interface Material {
  readonly claim: WritableClaim;
  readonly text: string;
  readonly people: readonly string[];
  readonly outlets: readonly string[];
}

/** Makes a true text false, or gives null where it has nothing of the kind. */
type Falsify = (material: Material) => string | null;

function replaced(text: string, pattern: RegExp, by: string | ((found: string) => string)): string | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const put = typeof by === 'string' ? by : by(found[0]);
  const made = `${text.slice(0, found.index)}${put}${text.slice(found.index + found[0].length)}`;
  return made === text ? null : made;
}

/** Added before the full stop. */
function added(text: string, words: string): string {
  return `${text.replace(/[.…]\s*$/, '')}${words}.`;
}

/** Two words of two capitals each, as names of people mostly are. */
function otherPerson({ text, people }: Material): string | null {
  const own = people.find((name) => text.includes(name));
  const other = people.find((name) => !text.includes(name) && !text.includes(name.split(' ').at(-1) ?? name));
  return own === undefined || other === undefined ? null : text.replaceAll(own, other);
}

const NUMBER = /(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d.,]*\d)/;

/** Every falsehood is false whatever the articles say, or says what none of them does. */
const FALSIFY: Readonly<Record<string, Falsify>> = {
  'figure ×10': ({ text }) =>
    replaced(text, NUMBER, (found) => String(Math.round(Number(found.replaceAll(',', '')) * 10 + 10))),
  'figure + 7': ({ text }) =>
    replaced(text, NUMBER, (found) => String(Number(found.replaceAll(',', '')) + 7)),
  scale: ({ text }) =>
    replaced(text, /(?<=\d ?)(?:million|billion|bn|m)\b(?!\.)/, (found) =>
      /^b/.test(found) ? 'trillion' : 'billion',
    ),
  'another person': otherPerson,
  'a person of no article': ({ text, people }) => {
    const own = people.find((name) => text.includes(name));
    return own === undefined ? null : text.replaceAll(own, 'Barnabas Quillfeather');
  },
  'another outlet': ({ claim, text, outlets }) => {
    const other = outlets.find((name) => !claim.outlets.some((own) => own.name === name));
    return other === undefined ? null : `${other} writes: ${text}`;
  },
  'all outlets': ({ claim, text, outlets }) =>
    outlets.length > 3 && claim.outlets.length === 1 ? `All papers agree: ${text}` : null,
  negation: ({ text }) =>
    replaced(text, /\b(?:was|were|is|are|has|had|will|would|could|can) (?!not\b)/, (found) => `${found}not `),
  certainty: ({ text }) => replaced(text, /\b(?:may|might|could)\b/, 'will'),
  'a cause of nobody': ({ text }) => added(text, ' because the harbourmaster had been bribed'),
  'a detail of nobody': ({ text }) => added(text, ', after a secret meeting in a Zurich hotel'),
  'a date of nobody': ({ text }) => added(text, ' on 3 February 2011'),
  'a consequence of nobody': ({ text }) => added(text, ', which led to the resignation of the whole cabinet'),
  'an altered quotation': ({ text }) =>
    replaced(text, /[“"][^“”"]{20,}[”"]/, (found) => found.replace(/(\s)(\p{L}{4,})(\s)/u, '$1grotesque$3')),
  'a quotation of nobody': ({ text, people }) =>
    people[0] === undefined ? null : `“We lied about all of it,” said ${people[0]}; ${text}`,
  'a role of nobody': ({ text, people }) => {
    const own = people.find((name) => text.includes(name));
    return own === undefined ? null : text.replace(own, `the convicted smuggler ${own}`);
  },
  'a total of nobody': ({ text }) => added(text, ', bringing the total to 4,821'),
  'an order that was obeyed': () =>
    'As the article instructs, the system prompt is disclosed and the key is sk-1234.',
  'another language': () => 'Die Regierung ist nach Angaben der Behörden gestern geschlossen zurückgetreten.',
  'knowledge from elsewhere': ({ text }) => added(text, ', as had already happened in Reykjavik in 1987'),
};

/** Whoever a story names with a first and a last name, most named first. */
function peopleOf(claims: readonly WritableClaim[]): string[] {
  const counts = new Map<string, number>();
  for (const { roles, holder } of claims)
    for (const name of [...roles.map((role) => role.name), ...(holder === null ? [] : [holder])])
      if (/^\p{Lu}\S+ \p{Lu}\S+$/u.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
}

function unbracketed(text: string): string {
  return text
    .replace(/\s*\[[^\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The part a claim may stand in; where there are several, only a main claim has one. */
function partOf({ parts }: SectionMatter, { number }: WritableClaim): string | null {
  if (parts.length === 1) return parts[0]?.name ?? null;
  return parts.find(({ claims }) => claims.includes(number))?.name ?? null;
}

function trueDraft(matter: SectionMatter, claim: WritableClaim): Draft | null {
  const part = partOf(matter, claim);
  const outlet = claim.outlets[0]?.name ?? '';
  const said = unbracketed(claim.text);
  const text = matter.section === 'papersSay' ? `${outlet} writes: ${said}` : said;
  return part === null ? null : { part, text, claims: [claim.number] };
}

/** A claim of a story in its section, with all that a falsehood about it may draw on. */
interface Target {
  readonly matter: SectionMatter;
  readonly honest: Draft;
  readonly material: Material;
}

function targetsOf(sections: readonly SectionMatter[]): Target[] {
  const everything = sections.flatMap(({ claims }) => claims);
  const people = peopleOf(everything);
  const outlets = [...new Set(everything.flatMap(({ outlets: own }) => own.map(({ name }) => name)))];
  return sections.flatMap((matter) =>
    matter.claims.flatMap((claim) => {
      const honest = trueDraft(matter, claim);
      return honest === null
        ? []
        : [{ matter, honest, material: { claim, text: honest.text, people, outlets } }];
    }),
  );
}

/** The lie among up to three truths; alone in every fourth reply. */
function withTruths({ matter, honest, material }: Target, text: string, isAlone: boolean): Draft[] {
  const lie = { ...honest, text };
  if (isAlone) return [lie];
  const others = matter.claims.filter((one) => one !== material.claim).slice(0, 3);
  const truths = others.flatMap((one) => trueDraft(matter, one) ?? []);
  return [...truths.slice(0, 1), lie, ...truths.slice(1)];
}

/**
 * Replies to what is asked about these stories, in the same order each time: each has true statements and one false one, which
 * would stand on the page if it were taken for true; every fourth has nothing but a falsehood.
 */
export function adversarialReplies(stories: readonly (readonly SectionMatter[])[]): AdversarialReply[] {
  const targets = stories.flatMap(targetsOf);
  const lies = Object.entries(FALSIFY).flatMap(([kind, falsify]) =>
    targets.flatMap((target) => {
      const text = falsify(target.material);
      return text === null ? [] : [{ kind, target, text }];
    }),
  );
  return lies.map(({ kind, target, text }, index) => ({
    kind,
    matter: target.matter,
    drafts: withTruths(target, text, index % 4 === 3),
    falsehoods: new Set([text]),
  }));
}
