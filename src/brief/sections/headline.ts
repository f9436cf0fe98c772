import type { StoryIndex } from '../ledger/story-sentence.ts';
import { contentStems, countStems, quotedWords } from '../sentence-words.ts';
import { STATE_MS } from './event-score.ts';

const LABEL =
  /^(?:\[?(?:opinion|analysis|editorial|column|commentary|watch|video|photos?|podcast|live|live updates?|breaking(?: news)?|exclusive|just in|explainer|fact check|update(?: \d+)?|review|letters?|perspective)\]?\s*[:|–—-]+\s*)/i;
/** The label and length of a recording at the end of a title. */
const PLAYER = /\s*\b(?:listen|watch|audio|video)\s*[·:|-]?\s*(?:\d+:\d+)?\s*$/i;
const OPINION = /^(?:opinion|analysis|editorial|column|commentary|letters?|perspective|review)\b/i;
const LIVE = /\b(?:live|liveblog|as it happened|minute by minute)\b/i;
const CLICKBAIT =
  /\b(?:you need to know|here(?:['’]s| are)\b|this is (?:what|why|how)|what (?:to know|we know)|things to|explained|takeaways|full text|reasons|won['’]t believe|shocking|stunning|slams?|blasts?|destroys?|bombshell|meltdown|humiliat\w+|rips|epic|insane|secret|everything|wait,|how to|why)\b|^\d+ |\.\.\.|…/i;

/** Openings of a headline that asks, explains or commands in place of telling. */
const NO_REPORT =
  /^(?:how|what|who|when|where|why|which|would|will|can|could|should|is|are|was|were|do|does|did|read|watch|see|meet|inside|behind|here|listen|look|exclusive)\b/i;
/** "Waiting for Dora: the loss that changed a mayor": a feature, and what it makes of somebody. */
const FEATURE =
  /^\p{Lu}\p{Ll}+ing (?:to|for|in|with|up|out|on|the|a)\b[^:]*:|\bthat (?:forever )?(?:changed|shaped|made|broke)\b|^revealed\b|\b(?:heart-?warming|last words|powerful legacy|paradox of)\b/iu;
/** "Varga: The plan is “dead”": one side's words alone. */
const ONE_SIDE = /^(?:\p{Lu}[\p{L}.’'-]*\s?){1,3}:\s.*["“”'‘’]/u;

/** A headline that speaks to somebody, or for somebody. */
const ADDRESSES = /\b(?:I|we|us|our|you|your|my|me|please|let['’]s)\b/i;
/** "US" is a country. */
const COUNTRY = /\bUS\b/g;
/** Words that tell the reader what to feel. */
const EMOTIVE =
  /\b(?:heart-?wrenching|heart-?breaking|gut-?wrenching|explosive|fiery|furious\w*|rage|raging|fury|outrag\w+|shameful|disgraceful|trash(?:es|ed)?|skewer\w*|hammers?|grip(?:s|ped)|chaos|nightmare|brutal\w*|tears|trauma|jaw-?dropping|terrifying|hijack\w*|unload\w*|unleash\w*|torch\w*|savage\w*|obliterat\w+|smear\w*|shops a|horrifying|hilarious\w*|scathing|unhinged|mocks?|eviscerat\w+|erupts?|triumph\w*|scandals?)\b/i;

/** A headline that says how sure it is, or of whom it has it. */
const HEDGED =
  /\b(?:reportedly|reports?:|report$|sources?|expect(?:ed|s|ing)?|alleged(?:ly)?|may|could|likely|apparently|poised|set to)\b/i;
/** What a headline says will come; in an older one it has come by now, or not. */
const FORTHCOMING =
  /\b(?:will|won['’]t|expected|set to|poised to|due|looms?|looming|ahead of|about to|prepar(?:es?|ing) to|weighs?|weighing|mulls?|considers?|considering|deliberates?|deliberating|awaits?|awaiting|braces?|bracing|gears? up|heads? (?:to|for|into)|looks? to|nears?|vows? to)\b/i;
const OVERTAKEN = 0.5;
/** Below this share of hedged headlines beside it a flat one is not the odd one out. */
const MOST_HEDGED = 0.5;
const FLAT_AMONG_HEDGED = 0.6;

/** A flat claim where most of the others hedge is one that only its outlet makes. */
function certainty(headline: string, hedged: number, others: number): number {
  if (others < 2 || HEDGED.test(headline)) return 1;
  return hedged / others > MOST_HEDGED ? FLAT_AMONG_HEDGED : 1;
}

/** The name of the site at the end of a page title: "… | Daily Whistle", "… - The New York Times". */
function withoutSite(title: string, outlet: string): string {
  const parts = title.split(/\s+[|–—-]\s+|\s*\|\s*/);
  const last = parts.at(-1) ?? '';
  const isSite =
    parts.length > 1 &&
    last.length <= 40 &&
    (last.toLowerCase() === outlet.toLowerCase() ||
      /\.(?:com|org|net|co\.uk)$/i.test(last) ||
      /\b(?:news|times|post|today|journal|guardian|bbc|cnn|nbc|cbs|abc|npr|fox|reuters|ap|politico|magazine|tribune|herald|telegraph|online)\b/i.test(
        last,
      ));
  return isSite ? title.slice(0, title.lastIndexOf(last)).replace(/\s*[|–—-]\s*$/, '') : title;
}

/** A headline as it is shown: one line, without the site's name and without labels such as "Watch:". */
export function cleanHeadline(title: string, outlet: string): string {
  const plain = title.replace(/\s+/g, ' ').replace(PLAYER, '').trim();
  const line = withoutSite(plain, outlet).trim();
  return OPINION.test(line) ? line : line.replace(LABEL, '').trim() || line;
}

function isShouting(headline: string): boolean {
  const letters = headline.replace(/[^\p{L}]/gu, '');
  const capitals = headline.replace(/[^\p{Lu}]/gu, '');
  return (
    (letters.length > 8 && capitals.length / letters.length > 0.6) ||
    /^(?:[\p{Lu}’']{3,}[\s,]+){2,}/u.test(headline)
  );
}

/** What makes a headline less than plain, as a factor from 0 to 1. */
function plainness(headline: string): number {
  let factor = 1;
  if (headline.includes('?')) factor *= 0.5;
  if (headline.includes('!')) factor *= 0.5;
  if (LIVE.test(headline)) factor *= 0.6;
  if (/["“”]|(?:^|\s)[‘']/.test(headline)) factor *= 0.75;
  if (CLICKBAIT.test(headline)) factor *= 0.6;
  if (NO_REPORT.test(headline)) factor *= 0.5;
  if (FEATURE.test(headline)) factor *= 0.4;
  if (ONE_SIDE.test(headline)) factor *= 0.75;
  if (ADDRESSES.test(headline.replace(COUNTRY, ''))) factor *= 0.4;
  if (EMOTIVE.test(headline)) factor *= 0.6;
  if (isShouting(headline)) factor *= 0.4;
  if (headline.length > 110) factor *= 0.8;
  if (headline.length < 25) factor *= 0.5;
  return factor;
}

function isOutdated(headline: string, outdated: ReadonlySet<string>): boolean {
  return quotedWords(headline).some((word) => outdated.has(word));
}

export interface ChosenHeadline {
  readonly headline: string;
  readonly articleId: string;
}

/** Nearness of a headline to what the story's headlines and texts share, damped for length. */
function nearness(
  index: StoryIndex,
  stems: ReadonlySet<string>,
  { own, having, others }: { own: ReadonlySet<string>; having: ReadonlyMap<string, number>; others: number },
): number {
  let sum = 0;
  for (const stem of stems) {
    const sharing = (having.get(stem) ?? 0) - (own.has(stem) ? 1 : 0);
    const share = others > 0 ? sharing / others : 0.5;
    sum += (0.3 + share) * (index.central.get(stem) ?? 0) - (share === 0 ? 0.05 : 0);
  }
  return Math.max(0.001, sum / Math.sqrt(stems.size + 4));
}

/** What is known of a story when its headline is chosen. */
export interface HeadlineContext {
  /** Tolls, as written, that a newer report has replaced: a headline with one of them gives way. */
  readonly outdated: ReadonlySet<string>;
  /** What the page tells first; the headline is of the same state of the story. */
  readonly lead: string;
  /** The articles that tell that; theirs are of the same state for certain. */
  readonly leadArticles: ReadonlySet<string>;
}

/** A headline of an opinion piece is taken where all others are far from the story, or opinion too. */
const OPINION_PIECE = 0.2;

const PLAIN_ENOUGH = 0.6;

/** The headline of an opinion piece says whose it is, in place of the label that it may have. */
function withItsOutlet(headline: string, outlet: string): string {
  return `${outlet}: ${headline.replace(LABEL, '')}`;
}

/** How much a headline is drawn to the words the page opens with. */
const LEAD_PULL = 0.6;
/** Two reports of one day may be of two states of a story: that of the article which leads the page fits the page. */
const OF_LEAD = 1.12;

/** The share of a headline's words that the openings of two or more outlets have; 1 in a story of one outlet. */
function carriedShare(index: StoryIndex, stems: ReadonlySet<string>): number {
  if (index.openings.length < 2 || stems.size === 0) return 1;
  let carried = 0;
  for (const stem of stems) {
    if ((index.openedWith.get(stem) ?? 0) >= 2) carried++;
  }
  return carried / stems.size;
}

function leadShare(stems: ReadonlySet<string>, lead: ReadonlySet<string>): number {
  let found = 0;
  for (const stem of stems) if (lead.has(stem)) found++;
  return stems.size === 0 ? 0 : found / stems.size;
}

/**
 * The plainest of the outlets' headlines that is nearest to what most of them share: words weighted by how present
 * they are over all articles, words that only one outlet's headline uses counting against it, and more so those that no
 * other outlet's opening bears out.
 */
export function chooseHeadline(
  index: StoryIndex,
  { outdated, lead, leadArticles }: HeadlineContext,
): ChosenHeadline {
  const own = index.articles.filter((article) => !article.isCopy);
  const candidates = own.length > 0 ? own : index.articles;
  const titles = candidates.map(({ source, reading }) => ({
    stems: reading.titleStems,
    isHedged: HEDGED.test(source.article.title),
  }));
  const having = countStems(titles.map(({ stems }) => stems));
  const hedged = titles.filter(({ isHedged }) => isHedged).length;
  const others = titles.length - 1;
  const leadStems = contentStems(lead);
  const ofLead = (stems: ReadonlySet<string>, id: string): number =>
    (1 + LEAD_PULL * leadShare(stems, leadStems)) * (leadArticles.has(id) ? OF_LEAD : 1);
  const opinions = candidates.filter(({ reading }) => reading.isOpinion).length;
  // Where most write opinion, a headline that is not plain is one too.
  const shownHeadline = (headline: string, isOpinion: boolean, outlet: string): string =>
    isOpinion || (opinions > candidates.length / 2 && plainness(headline) < PLAIN_ENOUGH)
      ? withItsOutlet(headline, outlet)
      : headline;
  const range = index.asOf - index.firstAt;
  let best: ChosenHeadline = { headline: '', articleId: '' };
  let bestScore = -1;
  candidates.forEach(({ source, reading: { isOpinion } }, i) => {
    const headline = cleanHeadline(source.article.title, source.outlet.name);
    const stems = contentStems(headline);
    const own = titles[i];
    if (own === undefined) return;
    const recency = range > 0 ? (source.article.publishedAt - index.firstAt) / range : 0;
    const score =
      nearness(index, stems, { own: own.stems, having, others }) *
      plainness(headline) *
      (isOpinion ? OPINION_PIECE : 1) *
      (source.article.publishedAt < index.asOf - STATE_MS && FORTHCOMING.test(headline) ? OVERTAKEN : 1) *
      certainty(headline, hedged - Number(own.isHedged), others) *
      (isOutdated(headline, outdated) ? 0.5 : 1) *
      (1 + 0.2 * recency) *
      (0.3 + 0.7 * carriedShare(index, stems)) *
      ofLead(stems, source.article.id);
    if (headline === '' || score <= bestScore) return;
    best = {
      headline: shownHeadline(headline, isOpinion, source.outlet.name),
      articleId: source.article.id,
    };
    bestScore = score;
  });
  return best;
}
