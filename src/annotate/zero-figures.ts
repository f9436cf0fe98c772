import type { FigureCandidate } from './figure-candidates.ts';

const NONE =
  /\b(?:(?:no ?one|nobody)(?= (?:else )?(?:was|were|has been|had been|is|died|suffered)(?: (?:reported|believed|thought|seriously|badly|known to have been))? ?(?:killed|hurt|injured|wounded|harmed|missing|arrested|dead|hospitali[sz]ed)?\b)|no(?= (?:other )?(?:reports? of )?(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies))\b))/giu;
/** Of "no one …" only what became of people is a figure of nought. */
const OUTCOME_AFTER =
  /^ (?:else )?(?:died|(?:was|were|has been|had been|is) (?:reported |believed |thought |seriously |badly |known to have been )?(?:killed|hurt|injured|wounded|harmed|missing|arrested|dead|hospitali[sz]ed))\b/;

const GROUPS =
  /\b(?:a|the|one) (pair|couple|trio|quartet)(?= of (?!(?:days|weeks|hundred|thousand|million|years|months|hours|minutes|dozen|times)\b)\p{Ll})/giu;
const CUE =
  /\b(?:no ?one|nobody|no (?:other )?(?:reports? of )?(?:casu|inju|death|fatal)|pair|couple|trio|quartet)/i;
const SIZES: Readonly<Record<string, number>> = { pair: 2, couple: 2, trio: 3, quartet: 4 };

/** Numbers named without a numeral: "no one was hurt" (0), "a pair of rockets" (2), "a couple of men" (about 2). */
export function zeroCandidates(sentence: string): FigureCandidate[] {
  const found: FigureCandidate[] = [];
  if (!CUE.test(sentence)) return found;
  for (const match of sentence.matchAll(NONE)) {
    const end = match.index + match[0].length;
    if (/^no ?one|^nobody/i.test(match[0]) && !OUTCOME_AFTER.test(sentence.slice(end))) continue;
    found.push(candidate(match.index, end, 0, 'exactly'));
  }
  for (const match of sentence.matchAll(GROUPS)) {
    const word = (match[1] ?? '').toLowerCase();
    const modifier = word === 'couple' ? 'about' : 'exactly';
    found.push(candidate(match.index, match.index + match[0].length, SIZES[word] ?? 2, modifier));
  }
  return found;
}

function candidate(
  start: number,
  end: number,
  value: number,
  modifier: FigureCandidate['modifier'],
): FigureCandidate {
  return {
    start,
    end,
    value,
    high: null,
    unit: 'count',
    modifier,
    numberStart: start,
    numberEnd: end,
    plain: false,
    word: true,
    joint: null,
  };
}
