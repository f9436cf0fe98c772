import { stem } from '../../nlp/stem.ts';

/** Past forms that no stemmer leads back to their verb. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `began:begin begun:begin broke:break broken:break brought:bring built:build bought:buy caught:catch chose:choose chosen:choose
  came:come drew:draw drawn:draw drove:drive driven:drive ate:eat fell:fall fallen:fall felt:feel fought:fight found:find flew:fly
  flown:fly forgot:forget gave:give given:give went:go gone:go grew:grow grown:grow held:hold hid:hide kept:keep knew:know
  known:know laid:lay led:lead left:leave lent:lend lost:lose made:make meant:mean met:meet paid:pay ran:run rose:rise risen:rise
  sang:sing sank:sink sunk:sink sat:sit saw:see seen:see sent:send shook:shake shot:shoot showed:show shown:show slept:sleep
  sold:sell sought:seek spent:spend spoke:speak spoken:speak stole:steal stolen:steal stood:stand struck:strike swore:swear
  swept:sweep swam:swim took:take taken:take taught:teach threw:throw thrown:throw thought:think told:tell tore:tear
  understood:understand withdrew:withdraw withdrawn:withdraw woke:wake won:win wore:wear wrote:write written:write
  died:die dying:die dies:die lay:lie lain:lie`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Words that say the same in a question and in its answer. Each line is one family. */
const FAMILIES = [
  'die dead death kill fatality fatal perish toll victims',
  'injure injury hurt wound',
  'arrest detain custody',
  'missing unaccounted',
  'start begin erupt',
  'win beat victory defeat',
  'rise increase climb grow gain jump surge raise',
  'fall drop decline slide slip plunge tumble shrink',
  'cut lower reduce reduction slash',
  'resign quit resignation',
  'cost price worth',
  'buy acquire purchase acquisition',
  'own owner',
  'operate operator',
  'lead leader head chief boss',
  'meet meeting',
  'expect forecast predict',
  'approve adopt',
  'reject refuse refusal',
  'close shut closure',
  'spill leak escape',
  'organise organize organiser organizer',
  'rule ruling judgment verdict',
  'vote ballot',
  'aim goal target',
  'fine penalty',
  'loot seize plunder',
  'return restitution',
  'employ employee job',
] as const;

const FAMILY_OF: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap((line) => {
    const words = line.split(' ');
    return words.map((word) => [stem(word), `=${words[0]}`] as const);
  }),
);

/** Under which keys a word meets others of the same meaning: its stem, and its family where it has one. */
export function wordKeys(word: string): readonly string[] {
  const plain = word.replace(/['’]s$/, '');
  const stemmed = stem(IRREGULAR.get(plain) ?? plain);
  const family = FAMILY_OF.get(stemmed);
  return family === undefined ? [stemmed] : [stemmed, family];
}

/** Letters that a name and the word for its people have in common at least: "Talvia", "Talvian". */
const COMMON_LETTERS = 5;
const MAX_ENDING = 3;

/** True when both are the same name, or one is the adjective of the other. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  return common >= COMMON_LETTERS && a.length - common <= MAX_ENDING && b.length - common <= MAX_ENDING;
}
