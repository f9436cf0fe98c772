import type { Briefing, Statement } from '../../core/briefing.ts';
import type { RoleEntry } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { EXCLUSIVE_OFFICES, officeKey } from '../ledger/role-standing.ts';
import { containsRun, quotedWords } from '../sentence-words.ts';
import { type Articles, type Finding, type FindingCode, shorten } from './finding.ts';

/** What before an office says that it is held no longer, or not yet. */
const NOT_NOW =
  /\b(?:former|ex|late|one-?time|then|ousted|outgoing|acting|interim|designate|incoming)[\s-]*$/i;
const SAYS_NOT_NOW =
  /\b(?:former|ex|late|one-?time|then|ousted|outgoing|acting|interim|designate|incoming)\b/i;

function roleFinding(code: FindingCode, { citation, name, text }: RoleEntry, why: string): Finding {
  return { code, section: 'roles', citation, message: `${name}, "${shorten(text)}": ${why}` };
}

/** The description is what the passage has, of somebody whom the article names, in the tense that the passage gives. */
function isAsWritten(articles: Articles, role: RoleEntry): boolean {
  const source = articles.get(role.citation.articleId);
  if (source === undefined) return false;
  const { start, end } = role.citation;
  const passage = source.article.text.slice(start, end);
  const read = source.annotation.descriptions.find((one) => one.start === start && one.end === end);
  return (
    containsRun(quotedWords(passage), quotedWords(role.text)) &&
    normaliseName(source.article.text).includes(normaliseName(role.name)) &&
    read !== undefined &&
    source.annotation.entities[read.entity]?.name === role.name &&
    read.tense === role.tense &&
    read.office === role.office
  );
}

function isToday({ stands, tense }: RoleEntry): boolean {
  return stands && (tense === 'current' || tense === 'acting');
}

/** Two offices of one person on one page that nobody holds at once. */
function conflicts(roles: readonly RoleEntry[]): Finding[] {
  const findings: Finding[] = [];
  const people = Map.groupBy(
    roles.filter((role) => isToday(role) && EXCLUSIVE_OFFICES.has(officeKey(role.office, role.text))),
    ({ name }) => normaliseName(name),
  );
  for (const held of people.values()) {
    const [first, ...others] = held;
    const other = others.find(
      (one) => first !== undefined && officeKey(one.office, one.text) !== officeKey(first.office, first.text),
    );
    if (first !== undefined && other !== undefined)
      findings.push(roleFinding('role-conflict', other, `also stands as "${shorten(first.text)}".`));
  }
  return findings;
}

/** Descriptions on the page that hold no longer, or whose "former" was cut away. */
function overtaken(articles: Articles, briefing: Briefing, described: readonly Statement[]): Finding[] {
  return described.flatMap((statement): Finding[] => {
    const [citation] = statement.citations;
    const { articleId, start, end } = citation;
    const text = articles.get(articleId)?.article.text ?? '';
    const isCut =
      NOT_NOW.test(text.slice(Math.max(0, start - 12), start)) && !SAYS_NOT_NOW.test(statement.text);
    const stale = briefing.roles.some(
      (role) =>
        !role.stands &&
        (role.tense === 'current' || role.tense === 'elect') &&
        role.citation.articleId === articleId &&
        role.citation.start >= start &&
        role.citation.end <= end,
    );
    if (!isCut && !stale) return [];
    const message = `Said of today although it holds no longer: ${shorten(statement.text)}`;
    return [{ code: 'role-overtaken', section: 'topics', citation, message }];
  });
}

/** Who is what: as the passages have it, nobody in two opposed roles, and none of today that holds no longer. */
export function checkRoles(articles: Articles, briefing: Briefing, shown: readonly Statement[]): Finding[] {
  return [
    ...briefing.roles
      .filter((role) => !isAsWritten(articles, role))
      .map((role) => roleFinding('role-altered', role, 'the passage does not say so.')),
    ...conflicts(briefing.roles),
    ...overtaken(
      articles,
      briefing,
      shown.filter(({ kind }) => kind === 'description'),
    ),
  ];
}
