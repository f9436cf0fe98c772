import type { MemberReason, StoryExplanation, StoryKin } from '../../core/library.ts';
import type { CopyKind } from '../../core/story.ts';
import { explainRank } from '../format/explain-rank.ts';

const KIN_WORDS: Readonly<Record<StoryKin['kind'], string>> = {
  merged: 'took up',
  split: 'was parted from',
  'split-from': 'was a part of',
  'grew-from': 'grew from',
  'grew-into': 'went on in',
};

const COPY_WORDS: Readonly<Record<CopyKind, string>> = {
  'wire-copy': 'agency text',
  sister: 'text of a sister title',
  'near-duplicate': 'same text',
  update: 'newer version',
};

/** A story as plain text for a terminal: its articles, and with `isExplained` the reasons behind it. */
export function explanationText(story: StoryExplanation, isExplained: boolean): string {
  const head = [story.headline, `${story.id} · /story/${story.slug} · ${story.life}`];
  const articles = story.articles.flatMap((member) => [
    `${day(member.publishedAt)}  ${member.outlet}: ${member.title}`,
    ...(isExplained ? [`            ${memberReason(member)}`] : []),
  ]);
  const kin = isExplained ? story.kin.map(kinReason) : [];
  const standing =
    story.standing === null ? 'Not in the ranking: nothing new for too long.' : explainRank(story.standing);
  const blocks = [
    isExplained ? [...head, standing] : head,
    ['## Articles', ...articles],
    ...(kin.length === 0 ? [] : [['## Decisions', ...kin]]),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function memberReason({ copyOf, copyKind, score, shared }: MemberReason): string {
  if (copyOf !== null) {
    return `${COPY_WORDS[copyKind ?? 'near-duplicate']} as article ${copyOf}, ${percent(score)} of it in common`;
  }
  const joined = score === 1 ? 'began the story' : `joined at ${score.toFixed(2)}`;
  return shared.length === 0 ? joined : `${joined}; in common: ${keys(shared)}`;
}

function kinReason({ kind, slug, headline, at, score, threshold, shared }: StoryKin): string {
  const bound = kind === 'split' || kind === 'split-from' ? 'below' : 'of';
  const scores = `score ${score.toFixed(3)} ${bound} ${threshold.toFixed(3)}`;
  const common = shared.length === 0 ? '' : `; in common: ${keys(shared)}`;
  return `${day(at)}  ${KIN_WORDS[kind]} "${headline}" (/story/${slug}): ${scores}${common}`;
}

function keys(shared: readonly string[]): string {
  // A name of one word is also the stem of its word.
  return [...new Set(shared.map((key) => key.replace(/^@/, '')))].join(', ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
