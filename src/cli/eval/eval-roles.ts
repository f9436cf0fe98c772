import type { Annotation } from '../../core/annotation.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { GOLD_ROLES } from './gold-roles.ts';
import { readRows } from './read-data.ts';
import { binaryF1, macroF1 } from './scores.ts';

interface GoldDocument {
  readonly id: string;
  readonly headline: string;
  readonly sentences: readonly { readonly text: string; readonly role: string; readonly speech: boolean }[];
}

/** Macro-F1 over the nine discourse roles, and F1 of the speech flag, on NewsDiscourse's validation part. */
export async function evalRoles(pool: ApplyPool): Promise<Record<string, number>> {
  const documents = readRows<GoldDocument>('discourse/validation.jsonl.gz');
  const roles: { gold: string; predicted: string }[] = [];
  const speech: { gold: string; predicted: string }[] = [];
  for (const document of documents) {
    const annotation = await annotate(pool, document);
    let offset = 0;
    for (const gold of document.sentences) {
      const end = offset + gold.text.length;
      const middle = (offset + end) / 2;
      // Our own sentence boundaries may differ from the gold's: the sentence over the middle answers.
      const own = annotation.sentences.find((sentence) => sentence.start <= middle && middle < sentence.end);
      roles.push({ gold: GOLD_ROLES[gold.role] ?? 'none', predicted: own?.role ?? 'none' });
      speech.push({ gold: gold.speech ? 'speech' : 'other', predicted: own?.speech ? 'speech' : 'other' });
      offset = end + 1;
    }
  }
  return { 'validation.macro_f1': macroF1(roles), 'validation.speech_f1': binaryF1(speech, 'speech') };
}

async function annotate(pool: ApplyPool, document: GoldDocument): Promise<Annotation> {
  // One block a sentence, so that the gold boundaries can be found again.
  const text = document.sentences.map((sentence) => sentence.text.replace(/\n/g, ' ')).join('\n');
  const input = {
    id: document.id,
    title: document.headline,
    text,
    publishedAt: 0,
    language: 'en',
    byline: null,
  };
  const applied = await pool.apply('annotate', input);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value as Annotation;
}
