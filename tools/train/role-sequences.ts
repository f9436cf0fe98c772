import { annotateArticle } from '../../src/annotate/annotate-article.ts';
import type { AnnotateTools } from '../../src/annotate/annotate-tools.ts';
import { roleInputs } from '../../src/annotate/roles/find-roles.ts';
import type { RoleInputs } from '../../src/annotate/roles/role-network.ts';
import { buildDocument } from '../../src/annotate/text-document.ts';
import { GOLD_ROLES } from '../../src/cli/eval/gold-roles.ts';
import { readRows } from '../../src/cli/eval/read-data.ts';
import { DISCOURSE_ROLES } from '../../src/core/annotation.ts';
import type { RoleSequence } from './fit-role-network.ts';

interface GoldDocument {
  readonly headline: string;
  readonly sentences: readonly { readonly text: string; readonly role: string; readonly speech: boolean }[];
}

/** An article with its gold labels by gold sentence; our own sentences may be shorter. */
export interface GoldArticle extends RoleSequence {
  readonly gold: readonly { readonly role: number; readonly speech: boolean }[];
  /** For each gold sentence the own sentence that answers for it, as `eval roles` takes it; -1 where none does. */
  readonly answers: readonly number[];
}

export function readGoldArticles(path: string, tools: AnnotateTools): GoldArticle[] {
  return readRows<GoldDocument>(path).map(({ headline, sentences }) => {
    const gold = sentences.map(({ role, speech }) => ({
      role: DISCOURSE_ROLES.indexOf(GOLD_ROLES[role] ?? 'none'),
      speech,
    }));
    // One block a sentence, as eval-roles.ts has it.
    const lines = sentences.map(({ text }) => text.replace(/\n/g, ' '));
    const read = readArticle(headline, lines.join('\n'), tools);
    let start = 0;
    const answers = lines.map((line) => {
      const middle = start + line.length / 2;
      start += line.length + 1;
      return read.spans.findIndex((span) => span.start <= middle && middle < span.end);
    });
    const targets = read.spans.map(({ block }) => {
      const target = new Float64Array(DISCOURSE_ROLES.length + 1);
      const label = gold[block];
      if (label !== undefined) target[label.role] = 1;
      target[DISCOURSE_ROLES.length] = label?.speech === true ? 1 : 0;
      return target;
    });
    return { sentences: read.sentences, targets, gold, answers };
  });
}

/** Inputs of the network as `annotateArticle` makes them, and the sentences they stand for. */
function readArticle(
  title: string,
  text: string,
  tools: AnnotateTools,
): { sentences: RoleInputs[]; spans: readonly { start: number; end: number; block: number }[] } {
  const { quotes, mentions, figures } = annotateArticle(
    { id: '', title, text, publishedAt: 0, language: 'en', byline: null },
    tools,
  );
  const document = buildDocument(text, 'en', tools.tagEnglish);
  return {
    sentences: roleInputs({ document, title, quotes, mentions, figures }, tools.wordVectors),
    spans: document.sentences,
  };
}

/** Articles without labels, of middling length. */
export function readPlainArticles(count: number, tools: AnnotateTools): RoleInputs[][] {
  return readRows<{ title: string; text: string }>('press/stream-2018.jsonl.gz')
    .filter(({ text }) => text.length > 800 && text.length < 8000)
    .slice(0, count)
    .map(({ title, text }) => readArticle(title, text, tools).sentences)
    .filter((sentences) => sentences.length > 4);
}
