import type { RoleDescription } from '../../core/annotation.ts';
import type { Statement } from '../../core/briefing.ts';
import type { StoryArticle } from '../ledger/story-sentence.ts';
import { wordCount } from '../sentence-quality.ts';

/** Furthest a name may stand from its description to be shown with it ("Steve Witkoff, the US special envoy"). */
const MAX_GAP = 3;
const MAX_WORDS = 30;
const FORMER =
  /\b(?:former|ex|late|one-?time|then|ousted|outgoing|acting|interim|designate|incoming)[\s-]*$/i;

/**
 * A description of a person or body with the name beside it, as the article has it: one unbroken passage. Null when
 * the span is not sound.
 */
export function describedStatement(article: StoryArticle, description: RoleDescription): Statement | null {
  const { article: stored, annotation, outlet } = article.source;
  if (
    !(description.start >= 0 && description.start < description.end && description.end <= stored.text.length)
  )
    return null;
  const name = annotation.mentions.find(
    (mention) =>
      mention.entity === description.entity &&
      mention.start >= 0 &&
      mention.end <= stored.text.length &&
      (Math.abs(description.start - mention.end) <= MAX_GAP ||
        Math.abs(mention.start - description.end) <= MAX_GAP),
  );
  const start = Math.min(description.start, name?.start ?? description.start);
  const end = Math.max(description.end, name?.end ?? description.end);
  // "the former mayor Holm", cut behind "former", would make her the mayor of today.
  if (FORMER.test(stored.text.slice(Math.max(0, start - 12), start))) return null;
  const text = stored.text.slice(start, end).replace(/\s+/g, ' ').trim();
  if (text === '' || wordCount(text) > MAX_WORDS || stored.text.slice(start, end).includes('\n')) return null;
  return {
    text: text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
    citations: [{ articleId: stored.id, start, end }],
    support: [],
    kind: 'description',
    by: null,
    outlets: [outlet.id],
  };
}

/** True when the words shown beside a name hold a description that no longer stands: "the son, President Holm". */
export function tellsOvertaken(
  { source }: StoryArticle,
  { citations: [{ start, end }] }: Statement,
  overtaken: ReadonlySet<RoleDescription>,
): boolean {
  return source.annotation.descriptions.some(
    (one) => overtaken.has(one) && one.start >= start && one.end <= end,
  );
}
