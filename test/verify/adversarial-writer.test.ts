import { describe, expect, it } from 'vitest';
import { draftFaults } from '../../src/brief/write/check-draft.ts';
import { chooseSection } from '../../src/brief/write/choose-section.ts';
import type { Draft } from '../../src/brief/write/write-task.ts';
import { createTools } from '../../src/pipeline/appliers.ts';
import { storyMatter } from '../../src/pipeline/writing-steps.ts';
import { type AdversarialReply, adversarialReplies } from '../builders/adversarial-replies.ts';
import { briefPress } from '../builders/brief-press.ts';

const REPLIES = 1_000;

/** Every n-th of all replies, so that all kinds and stories are among them. */
function sampled(replies: readonly AdversarialReply[]): AdversarialReply[] {
  const step = Math.max(1, replies.length / REPLIES);
  return Array.from(
    { length: Math.min(REPLIES, replies.length) },
    (_, index) => replies[Math.floor(index * step)]!,
  );
}

describe('a model that makes things up about the demonstration press', () => {
  it(`publishes no false statement in ${REPLIES} replies`, () => {
    const { readText } = createTools();
    const stories = briefPress().map((story) => ({
      articles: story.articles,
      sections: storyMatter({ ...story.input, revision: 1 }).sections,
    }));
    const articlesOf = new Map(
      stories.flatMap(({ sections, articles }) => sections.map((one) => [one, articles])),
    );
    const all = adversarialReplies(stories.map(({ sections }) => sections));
    expect(all.length).toBeGreaterThanOrEqual(REPLIES);
    const known = new Map<string, string[]>();
    const published: string[] = [];
    const made = new Map<string, number>();
    for (const { kind, matter, drafts, falsehoods } of sampled(all)) {
      const faultsOf = (draft: Draft): string[] => {
        const key = JSON.stringify([matter.section, draft, matter.claims.map(({ text }) => text)]);
        const faults =
          known.get(key) ??
          draftFaults(matter, draft, matter.claims, { articles: articlesOf.get(matter)!, read: readText });
        known.set(key, faults);
        return faults;
      };
      const checked = drafts.map((draft) => ({ ...draft, faults: faultsOf(draft) }));
      const section = { matter, drafts: checked, statements: drafts.length, refused: 0 };
      const texts = (chooseSection(section, 'liar').parts ?? []).flatMap(({ statements }) =>
        statements.map(({ statement }) => statement.text),
      );
      made.set(kind, (made.get(kind) ?? 0) + 1);
      for (const text of texts) if (falsehoods.has(text)) published.push(`${kind}: ${text}`);
    }
    expect(made.size).toBeGreaterThanOrEqual(18);
    expect(published).toEqual([]);
  }, 600_000);
});
