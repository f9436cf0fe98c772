import { stem } from '../../../nlp/stem.ts';
import { wordKeys } from '../../ask/word-families.ts';

/**
 * General English of the press: words of a line say the same in a sentence and its paraphrase. Written from knowledge of the
 * language, apart from the statements it is measured on; the words of a line may differ in what they add, never in what they say.
 */
const SAME = [
  'say tell state declare announce explain note add remark report write speak mention recall underline stress maintain',
  'warn caution alert',
  'call describe name term label brand dub characterise',
  'claim argue contend insist assert',
  'think believe consider view regard opinion',
  'expect forecast predict anticipate foresee projection outlook',
  'estimate calculate reckon compute put count arrive',
  'show demonstrate indicate find suggest reveal',
  'ask request demand seek want call require wish',
  'begin start commence break open launch',
  'end finish conclude over complete close expire',
  'stop halt cease suspend standstill stand',
  'annul void overturn strike',
  'found establish create set',
  'perform carry conduct',
  'participate part',
  'exclude rule',
  'learn find discover',
  'continue go proceed resume',
  'get receive obtain gain have',
  'give hand grant provide deliver supply bring distribute offer',
  'return back restore restitute',
  'stay remain keep still',
  'leave quit depart exit abandon',
  'go travel move fly head jet drive',
  'come arrive reach',
  'pay spend finance fund cover',
  'promise pledge vow commit',
  'drop cancel scrap abandon shelve renounce give ditch',
  'delay postpone put defer',
  'run operate manage head lead chief boss chair direct leader',
  'have own possess hold belong owner',
  'build construct erect',
  'change alter amend modify revise',
  'allow permit let enable',
  'ban forbid prohibit bar',
  'help support back assist aid',
  'join enter accede member membership',
  'attend visit present',
  'burn fire blaze flame inferno',
  'spill leak escape pour gush lose release discharge',
  'body corpse',
  'lose life die dead death perish killed',
  'hurt injure wound injury',
  'ill sick fall develop contract disease nausea',
  'recover heal',
  'cure treat treatment therapy',
  'pill drug medicine tablet medication treatment',
  'trial study test research',
  'patient sufferer',
  'doctor physician',
  'teach lecture lecturer professor',
  'look check examine investigate inspect review probe inquiry investigation',
  'steal loot seize take plunder carry',
  'sell sale auction market',
  'large big great major',
  'need require must necessary would',
  'force oblige compel',
  'make form create set',
  'cause result reason why due',
  'use employ apply',
  'use exhaust run empty dry deplete',
  'near close around',
  'approximately about around roughly some',
  'half halve fifty',
  'two double twice twofold',
  'quarter fourth',
  'again another second once re',
  'person people human resident citizen inhabitant',
  'officer policeman police cop',
  'worker employee staff job personnel',
  'company firm group business',
  'ship vessel ferry boat',
  'lorry truck',
  'town city municipality',
  'country nation state republic',
  'government ministry authorities administration cabinet',
  'parliament mp deputy lawmaker',
  'court judge judges justice',
  'ruling verdict judgment decision rule find',
  'law legal statute legislation',
  'agreement deal accord contract treaty pact',
  'goal target aim',
  'share stock equity',
  'price cost charge worth fee pay',
  'home house domestic',
  'loan mortgage credit',
  'border frontier',
  'zone area region part',
  'envoy negotiator delegate representative represent',
  'document record paper file',
  'object item work piece',
  'museum gallery',
  'soldier troop force army military unit',
  'match game final',
  'club team side',
  'coach manager boss',
  'fan supporter spectator crowd',
  'system technology device equipment',
  'off down out order',
  'toxic poison poisonous',
  'child kid',
  'woman female',
  'mistake error wrong wrongly mistakenly',
  'immediate prompt once swift',
  'quick fast rapid',
  'further more additional another',
  'whole all entire total full',
  'part share portion fraction',
  'low bottom lowest',
  'peak high top highest',
  'fourth third second first time',
  'accept respect agree approve',
  'reject refuse oppose against dismiss deny dispute',
  'hostile against oppose opposition',
  'attack assault charge',
  'ready prepared willing',
  'similar like resemble model modelled kind such',
  'bid attempt application try effort',
  'apply application seek ask request',
  'peace ceasefire truce',
  'money fund cash',
  'insure insurance cover',
  'fault faulty defect broken',
  'repair mend fix',
  'alarm siren',
  'sound ring',
  'search look hunt comb',
  'rescue save',
  'carry transport bear take board aboard',
  'aboard board',
  'sea maritime marine',
  'deadly fatal lethal',
  'place site location scene',
  'word phrase expression term text',
  'line item dash',
  'front ahead before',
  'year annual yearly annually',
  'day daily',
  'month monthly',
  'week weekly',
  'ahead future forthcoming coming next',
  'vote ballot poll',
  'elect election poll',
  'protest march demonstration rally demonstrate',
  'strike walkout stoppage industrial',
  'hit strike beat',
  'fight clash brawl fighting violence trouble',
  'arrest detain detention',
  'throw pelt hurl',
  'union labour federation',
  'increase rise lift raise higher up climb grow gain jump surge growth',
  'fall drop decline slide slip plunge tumble shrink lower reduce cut contract sink slump lose shed down decrease weaken loss',
  'become turn',
  'insider knowledge familiar',
  'spokesman spokeswoman spokesperson',
  'clear certain unambiguous',
  'unclear unknown uncertain unsure',
  'differ disagree dispute diverge difference contradict',
  'succeed follow successor',
  'aware know known',
  'safe safety secure',
  'plan intend propose schedule due',
  'put place lay set',
  'seat chair',
  'short brief',
  'various several some number',
  'alone sole only single',
  'joint together common shared',
  'adult grown',
  'old aged age',
  'old former previous earlier ex past',
  'young under',
  'write lay set laid enshrine',
  'publish print appear release',
  'result finding outcome',
  'level rate share proportion percentage',
  'among include including such comprise contain',
  'quote cite',
  'nurse carer',
  'foreign abroad',
  'visible seen see',
  'collect gather assemble',
  'sign signature signing',
  'weak feeble',
  'warning warn alert',
  'hand transfer pass sign',
  'sum amount figure total number quantity',
  'toll dead death count number',
  'capital city',
  'assurance guarantee promise',
  'territory land ground soil',
  'withdraw leave pull',
  'meet talk negotiate discuss negotiation meeting session',
  'host receive welcome',
  'answer reply respond response',
  'exchange return trade swap',
  'require oblige demand need',
];

/** Pairs of lines that say the opposite of each other. */
const OPPOSITE: readonly (readonly [string, string])[] = [
  [
    'rise rises rose risen rising increase increases increased raise raises raised climb climbs climbed grow grows grew grown growth gain gains gained jump jumped surge surged soar soared expand expanded lift lifted lifts recover recovered strengthen strengthened',
    'fall falls fell fallen falling drop drops dropped decline declines declined decrease decreased lower lowers lowered cut cuts shrink shrank shrunk contract contracted lose loses lost slide slid slip slipped plunge plunged tumble tumbled sink sank weaken weakened reduce reduced slash slashed shed',
  ],
  ['more', 'less fewer'],
  ['higher above', 'lower below beneath under'],
  ['largest biggest highest greatest peak', 'smallest lowest least'],
  ['larger bigger greater', 'smaller'],
  ['longer', 'shorter'],
  ['longest', 'shortest'],
  ['best', 'worst'],
  ['better', 'worse'],
  ['strongest stronger', 'weakest weaker'],
  ['earlier', 'later'],
  ['before', 'after following'],
  ['first', 'last final'],
  ['most majority', 'few minority'],
  ['nearer closer', 'further farther'],
  ['richer wealthier rich', 'poorer poor'],
  ['open opened opens reopen', 'close closed closes closure shut'],
  ['win won wins', 'lose lost loses'],
  ['accept accepted accepts approve approved', 'reject rejected rejects refuse refused'],
  ['welcome welcomed praise praised', 'condemn condemned criticise criticised denounce denounced'],
  ['lead leads leading ahead', 'trail trails trailing behind'],
  ['double doubled twice', 'half halved halve'],
  ['tighten tightened', 'loosen loosened relax relaxed'],
  ['killed', 'injured hurt wounded'],
  ['missing', 'found rescued'],
  ['begin began started', 'end ended stopped'],
  ['buy bought', 'sell sold'],
  ['allow allowed permit permitted', 'ban banned forbid forbade'],
  ['deadliest worst', 'mildest'],
  ['confirm confirmed', 'deny denied denies'],
  ['support supported back backed', 'oppose opposed opposes'],
  ['former', 'latter'],
  ['friend', 'enemy'],
  ['safe', 'dangerous'],
  ['expand expanded', 'shrink shrank contracted'],
  ['borrow', 'lend'],
  ['hire hired', 'dismissed fired'],
  ['minimum least', 'maximum'],
  ['north northern', 'south southern'],
  ['east eastern', 'west western'],
];

/**
 * Verbs of a claim to knowledge or of guilt: who uses one says more than "said". Nothing stands for them but themselves.
 */
const STRONG = new Set(
  `admit concede confirm prove acknowledge confess know verify establish guarantee ensure accuse blame already reveal deny
  refuse reject resign violate breach criticise condemn conspire agree approve ban`
    .split(/\s+/)
    .map((word) => stem(word)),
);

const KEYS = new Map<string, Set<string>>();
for (const [at, line] of SAME.entries())
  for (const word of line.split(' '))
    for (const key of wordKeys(word).slice(0, 1)) KEYS.set(key, (KEYS.get(key) ?? new Set()).add(`~${at}`));

const SIDES = new Map<string, Set<string>>();
for (const [at, pair] of OPPOSITE.entries())
  for (const [side, words] of pair.entries())
    for (const word of words.split(' ')) SIDES.set(word, (SIDES.get(word) ?? new Set()).add(`${at}:${side}`));

const known = new Map<string, readonly string[]>();
const KNOWN_LIMIT = 50_000;

/** The stem of a word, behind its irregular past, and the lines of like meaning it is in. */
export function senseKeys(word: string): readonly string[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const keys = wordKeys(word);
  const [base = word] = keys;
  const all = [...keys, ...(KEYS.get(base) ?? [])];
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(word, all);
  return all;
}

/** The sides of opposites that a word is on: "3:0" faces "3:1". */
export function sidesOf(word: string): ReadonlySet<string> {
  return SIDES.get(word) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

export function facing(side: string): string {
  const [pair, which] = side.split(':');
  return `${pair}:${which === '0' ? 1 : 0}`;
}

/** True for a word that has to stand in the passages itself, whatever is near to it in meaning. */
export function isStrong(word: string): boolean {
  return STRONG.has(wordKeys(word)[0] ?? word);
}

/** Letters in common that make two words one family: "independent", "independence". */
const COMMON_LETTERS = 5;
const MAX_ENDING = 5;

/** True when two words have a stem, a family or all but an ending in common. */
export function meansSame(a: string, b: string): boolean {
  if (a === b) return true;
  const keys = senseKeys(a);
  if (senseKeys(b).some((key) => keys.includes(key))) return true;
  return isFamily(a, b);
}

/** True when two words differ in their endings only. */
export function isFamily(a: string, b: string): boolean {
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  return common >= COMMON_LETTERS && a.length - common <= MAX_ENDING && b.length - common <= MAX_ENDING;
}

/** Verbs that a small word makes another verb of, with a plain verb for it. */
const PHRASES: ReadonlyMap<string, string> = new Map(
  `go up:rise come down:fall go down:fall turn down:reject give up:renounce call off:cancel carry out:perform set up:found
  put off:postpone strike down:annul throw out:annul walk out:quit pull out:withdraw bring up:mention take over:acquire
  break off:stop break out:begin shut down:close close down:close cut back:reduce scale back:reduce take part:participate
  point out:note hold up:delay make up:form rule out:exclude find out:learn run out:end set out:describe sell off:sell
  hand over:give hand back:return give back:return pay back:repay wash up:land play down:minimise take off:rescue
  drop out:quit stand down:resign step down:resign back down:concede fall ill:sicken sign over:transfer sign away:transfer`
    .split(/\s+(?=\p{Ll}+ \p{Ll}+:)/u)
    .map((line) => line.trim().split(':') as [string, string]),
);

/** The plain verb that a verb with the small word behind it stands for; null when they stand for none. */
export function phraseSense(
  words: readonly { readonly norm: string; readonly lower: string }[],
  verb: { readonly norm: string },
): string | null {
  const at = words.indexOf(verb as (typeof words)[number]);
  const base = wordKeys(verb.norm)[0] ?? verb.norm;
  for (const next of words.slice(at + 1, at + 4)) {
    const found = [...PHRASES].find(([phrase]) => {
      const [first = '', second = ''] = phrase.split(' ');
      return second === next.lower && stem(first) === base;
    });
    if (found !== undefined) return found[1];
  }
  return null;
}

/** True when a set of words has one of that meaning. */
export function hasSense(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || [...words].some((other) => meansSame(other, word));
}
