import type {
  WritableClaim,
  WrittenContext,
  WrittenReason,
  WrittenStatement,
  WrittenVerdict,
} from '../../../core/written.ts';
import { tokenise } from '../../../nlp/tokens.ts';
import { containsRun, contentStems, quotedWords } from '../../sentence-words.ts';

function evidenceText(claim: WritableClaim): string {
  return [
    claim.text.replace(/[[\]]/g, ' '),
    claim.holder ?? '',
    ...claim.outlets.map(({ name }) => name),
    ...claim.roles.flatMap(({ name, text }) => [name, text]),
    ...claim.dates.map(({ date }) => date),
    ...claim.passages.map(({ text }) => text),
  ].join('\n');
}

/** Share of a statement's content words that need not stand in its passages. */
const TOLERANCE = 0.3;

function checkAgainst(text: string, claims: readonly WritableClaim[]): WrittenReason[] {
  const evidence = claims.map(evidenceText).join('\n');
  const known = new Set(tokenise(evidence).map(({ norm }) => norm));
  const reasons: WrittenReason[] = [];
  for (const { norm, text: word } of tokenise(text)) {
    if (/^\d/.test(norm) && !known.has(norm))
      reasons.push({ code: 'figure', message: `The claims do not give the number ${word}.` });
    else if (/^\p{Lu}/u.test(word) && !known.has(norm) && !text.startsWith(word))
      reasons.push({ code: 'name', message: `The claims do not name ${word}.` });
  }
  for (const [, quoted = ''] of text.matchAll(/[“"]([^“”"]+)[”"]/g))
    if (
      !claims.some(({ passages }) =>
        passages.some((one) => containsRun(quotedWords(one.text), quotedWords(quoted))),
      )
    )
      reasons.push({ code: 'quote', message: `No claim has the words “${quoted}” in this order.` });
  const stems = contentStems(evidence);
  const own = [...contentStems(text)];
  const added = own.filter((stem) => !stems.has(stem));
  if (added.length > TOLERANCE * own.length)
    reasons.push({ code: 'unsupported', message: `The claims do not say this: ${added.join(', ')}.` });
  return reasons;
}

/**
 * Whether what a model has written stands in the passages of the claims that it names: pure, without a model. The reasons
 * are in words that can be sent back to the writer.
 */
export function verifyWritten(
  statement: WrittenStatement,
  claims: readonly WritableClaim[],
  _context: WrittenContext,
): WrittenVerdict {
  const named = claims.filter(({ number }) => statement.claims.includes(number));
  const unknown = statement.claims.filter((number) => !claims.some((claim) => claim.number === number));
  if (statement.text.trim() === '')
    return { ok: false, reasons: [{ code: 'empty', message: 'The statement has no words.' }] };
  if (named.length === 0 || unknown.length > 0)
    return {
      ok: false,
      reasons: [{ code: 'unknown-claim', message: `There is no claim ${unknown.join(', ') || 'named'}.` }],
    };
  const reasons = checkAgainst(statement.text, named);
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
