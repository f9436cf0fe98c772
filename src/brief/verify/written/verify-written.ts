import type {
  WritableClaim,
  WrittenContext,
  WrittenReason,
  WrittenStatement,
  WrittenVerdict,
} from '../../../core/written.ts';
import { checkAgents } from './check-agents.ts';
import { checkAttribution } from './check-attribution.ts';
import { checkMood, checkNegation } from './check-meaning.ts';
import { checkNames, checkRoles } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkOpposites, checkParticles } from './check-order.ts';
import { checkOutletsNamed } from './check-outlets-named.ts';
import { checkQuotes, checkSpeakers } from './check-speech.ts';
import { checkSupport } from './check-support.ts';
import { checkWords } from './check-words.ts';
import { gatherEvidence } from './evidence.ts';
import { readWritten, type WrittenCheck } from './written-line.ts';

const CHECKS: readonly WrittenCheck[] = [
  checkNumbers,
  checkNames,
  checkRoles,
  checkOutletsNamed,
  checkQuotes,
  checkSpeakers,
  checkAttribution,
  checkNegation,
  checkMood,
  checkOpposites,
  checkParticles,
  checkAgents,
  checkSupport,
];

function refuse(...reasons: WrittenReason[]): WrittenVerdict {
  return { ok: false, reasons };
}

/**
 * Whether what a model has written stands in the passages of the claims that it names: pure, without a model, for English.
 * `claims` are all that the writer was shown. The reasons are in words that can be sent back to it.
 */
export function verifyWritten(
  statement: WrittenStatement,
  claims: readonly WritableClaim[],
  context: WrittenContext,
): WrittenVerdict {
  if (!/\p{L}/u.test(statement.text))
    return refuse({ code: 'empty', message: 'The statement has no words.' });
  const unknown = statement.claims.filter((number) => !claims.some((claim) => claim.number === number));
  if (unknown.length > 0)
    return refuse({ code: 'unknown-claim', message: `There is no claim ${unknown.join(', ')}.` });
  const named = claims.filter(({ number }) => statement.claims.includes(number));
  if (named.length === 0)
    return refuse({ code: 'unknown-claim', message: 'The statement names no claim that it rests on.' });
  const evidence = gatherEvidence(named, context);
  const written = readWritten(statement, evidence, context.read);
  const faults = CHECKS.flatMap((check) => check(written, evidence));
  const reasons = faults.length > 0 ? faults : checkWords(written, evidence);
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
