import type { LoadedWord } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';
import type { TextDocument } from './text-document.ts';

const NEGATIVE = `regime thug thugs thuggish bloodbath slam slams slammed slamming blast blasts blasted blasting rips ripped lashed
lambasted lambasts tirade rant rants ranted meltdown crony cronies cronyism radical radicals extremist extremists zealot zealots fanatic
fanatics hardliner hardliners puppet puppets stooge stooges lackey lackeys mob mobs goon goons brutal brutally barbaric
savage savagely ruthless sinister shameful shameless disgraceful disgraced despicable vile evil cowardly cruel heartless
outrageous scandalous corrupt dishonest liar liars lied lying fraudster notorious infamous so-called self-styled self-proclaimed
bogus sham phony dubious reckless recklessly foolish idiotic absurd ridiculous ludicrous laughable pathetic clueless incompetent
hysterical unhinged deranged rabid hateful hatemonger racist xenophobic bigoted bigot misogynist propaganda propagandist smear
smears witch-hunt hoax fearmongering scaremongering demagogue tyrant tyranny tyrannical dictator despot despotic butcher monster
monstrous atrocious horrific horrifying appalling disastrous catastrophic calamitous botched bungled fiasco debacle chaos chaotic
shambolic humiliating humiliated embarrassing crackdown onslaught rampage invasion flooding swarm swarming infested plague plagued
draconian oppressive totalitarian sycophant sycophants elitist leftist leftists far-left ultra-right alt-right globalist
snowflake snowflakes woke warmonger warmongers traitor traitors treasonous betrayal betrayed surrender capitulated caved weak-kneed
spineless toothless failing failed flip-flop pandering scheming cabal junta warlord terror-loving illegals aliens amnesty`;
const POSITIVE = `hero heroes heroic heroically heroism landmark historic triumphant triumph triumphantly courageous bravely brave
visionary brilliant brilliantly remarkable extraordinary inspiring inspirational beloved iconic legendary groundbreaking
game-changing masterful masterfully magnificent stunning spectacular glorious noble selfless principled fearless trailblazing
trailblazer champion freedom-loving patriotic patriot patriots statesmanlike unprecedented-success stellar flawless resounding
much-needed long-overdue commonsense common-sense hard-working hardworking wholesome admirable exemplary miracle miraculous`;
const NEUTRAL = `stunned shocking shock bombshell explosive dramatic dramatically sensational astonishing jaw-dropping
controversial embattled fiery firebrand defiant blistering scathing showdown firestorm uproar furor furore outrage backlash
skyrocketing soaring plummeted plunged staggering massive whopping`;

const POLARITY: ReadonlyMap<string, LoadedWord['polarity']> = new Map([
  ...entries(NEGATIVE, 'negative'),
  ...entries(POSITIVE, 'positive'),
  ...entries(NEUTRAL, 'neutral'),
]);

function entries(list: string, polarity: LoadedWord['polarity']): [string, LoadedWord['polarity']][] {
  return list.split(/\s+/).map((word) => [word, polarity]);
}

const WORD = /\p{L}+(?:[-‑]\p{L}+)*/gu;

/**
 * Words by which an outlet judges, from a list written for this project; words that others say (inside quotation
 * marks) and parts of names are not the outlet's own and left out. English only.
 */
export function findLoadedWords(
  document: TextDocument,
  quoted: readonly Span[],
  names: readonly Span[],
): LoadedWord[] {
  const found: LoadedWord[] = [];
  for (const [sentence, range] of document.sentences.entries()) {
    const text = document.text.slice(range.start, range.end);
    for (const match of text.matchAll(WORD)) {
      const polarity = POLARITY.get(match[0].toLowerCase());
      if (polarity === undefined) continue;
      const span = { start: range.start + match.index, end: range.start + match.index + match[0].length };
      if (quoted.some((one) => spansOverlap(one, span)) || names.some((one) => spansOverlap(one, span)))
        continue;
      found.push({ ...span, sentence, polarity });
    }
  }
  return found;
}
