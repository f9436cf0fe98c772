import { isAge } from './figure-age.ts';
import type { FigureCandidate } from './figure-candidates.ts';
import { isTimeUnit } from './figure-units.ts';
import { parseDigits, parseNumberWords } from './number-words.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const AFTER_MONTH = new RegExp(`(?<![\\p{L}])${MONTH} $`, 'u');
const BEFORE_MONTH = new RegExp(`^(?:st|nd|rd|th)?,? (?:of )?${MONTH}(?![\\p{L}])`, 'u');

/** Words whose number names one thing among its kind. */
const LABEL =
  /(?:\b(?:No|Nos|Number|number|nr|articles?|sections?|pages?|chapters?|route|highway|interstate|autobahn|channel|room|flight|phase|resolution|grade|level|type|titles?|rule|act|version|episode|season|week|day|age|aged|ages|proposition|prop|amendment|vol|volume|figure|fig|table|bullet|gate|ward|precinct|unit|covid|category|cat|exit|runway|terminal|pier|psalm|john|mark|luke|matthew|lot|bus|line|block|cell|hall|hangar|platform|track|lane|stage|step|tier|part|book|apollo|formula|windows|iphone|galaxy|catch|area|zone|sector|region|district|group|channel|court|order|docket|case|paragraph|para|clause|item|point|question|game|lap|hole|set|match|super bowl|olympics|expo|agenda|top|world war|division|company|squadron|battalion|brigade|engine|ladder|box|suite|apt|apartment|floor|studio|radio|sunday|route|sr|us|nfl week|chapter|directive|round|regulation|protocol|bill|h\.r|s|hb|sb|executive order|model|mark|series|issue|camp|checkpoint|pump|reactor|unit|well|block|mile|kilometer|kilometre|numbered|dated|born|circa|since|channel|numbers|jersey|nos?)\.?|#|№|§|\bwears (?:the )?(?:number )?)\s$/i;
/** Of those, the ones that are common enough as plain words before a count to need the capital or digits. */
const LOOSE_LABEL =
  /\b(?:act|age|area|bill|book|bus|camp|case|company|court|day|district|division|figure|floor|game|grade|group|hall|hole|issue|item|lane|level|line|mark|match|model|numbers|order|part|point|question|region|round|rule|season|sector|series|set|since|stage|step|table|top|track|type|unit|us|week|well|s)\s$/;

const AFTER_NOT =
  /^(?:\s?(?:a\.m|p\.m|am|pm|AM|PM|GMT|ET|EST|EDT|CET|BST|UTC|o['’]clock)\b|:\d|\/\d|-\d{3,}|(?:st|nd|rd|th)\b|[-\s]years?[- ]olds?\b|-year-|[- ](?:months?|weeks?|days?)[- ]old\b|s\b|[- ]old\b|['’]s\b|G\b|D\b|\.\d|#|\([a-z]\)|-somethings?\b|-to-(?:\d|one\b))/;
/** Attributes of kind, not of number: "a two-time champion", "a four-star general". */
const KIND_AFTER =
  /^-(?:times?|terms?|way|star|sided|faced|piece|wheel(?:er)?|dimensional|party|tier(?:ed)?|state solution|point plan|child|fold|pronged|handed|horse|man (?:show|band)|woman show|stop|on-|off|liner?|step|track|thirds?|fifths?|quarters?|half|legged|eyed|and-|in-a|of-a|upmanship|size|shot|minute-)/i;

const WINDOW_BEFORE =
  /\b(?:past|last|next|first|previous|coming|final|opening|preceding|following|recent|latest|early|those|these)\s$/i;
const DISTANCE_AFTER =
  /^ (?:ago|earlier|later|before|after|from now|since|prior|previously|back|hence|on\b(?! )|beforehand|afterwards?|ahead of|into|removed|out from|past|shy of)\b/i;

/** Characters before a number that may say what kind of number it is. */
const BEFORE = 60;

/** True for a number that counts nothing: year, date, time, age, score, label, telephone number. */
export function isNotFigure(sentence: string, found: FigureCandidate): boolean {
  const before = sentence.slice(Math.max(0, found.numberStart - BEFORE), found.numberStart);
  const after = sentence.slice(found.numberEnd);
  if (found.joint === null && (AFTER_NOT.test(after) || KIND_AFTER.test(after))) return true;
  if (found.joint !== null && /^(?:\s?(?:a\.m|p\.m|am\b|pm\b)|[-\s]years?[- ]olds?\b|s\b)/.test(after))
    return true;
  const ahead = sentence.slice(Math.max(0, found.start - BEFORE), found.start);
  if (isCalendar(before, ahead, after, found) || isLabel(before, found) || isOdds(before)) return true;
  if (isTimeUnit(found.unit)) return isTimeReference(sentence, before, found);
  if (found.unit !== 'count') return false;
  if (isWhole(before) || isVersion(sentence, before, found) || isAge(sentence, found)) return true;
  if (found.joint === '-' || found.joint === 'to') return isScore(sentence, before, after, found);
  if (/^\s?[-–]\s?\d/.test(after)) return true;
  return found.modifier === 'exactly' && isNumbering(before, after, found);
}

/** The second number of "2-to-1". */
function isOdds(before: string): boolean {
  return /[\p{L}\d]-to-$/u.test(before);
}

function isCalendar(before: string, ahead: string, after: string, found: FigureCandidate): boolean {
  const isDay = found.plain && found.value <= 31 && Number.isInteger(found.value);
  if (isDay && (BEFORE_MONTH.test(after) || AFTER_MONTH.test(before))) return true;
  if (found.unit !== 'count' || !found.plain || found.value < 1500 || found.value >= 2100) return false;
  if (/^\d{4}/.test(String(found.value)) && found.joint !== null && (found.high ?? 0) < 2100) return true;
  return found.modifier === 'exactly'
    ? !COUNTED_AFTER_YEAR.test(after)
    : /\b(?:in|since|by|of|until|from|before|after)\s$/i.test(ahead);
}
/** A plural noun behind a number that could be a year: "1,500" is no year, "1900 people" counts. */
const COUNTED_AFTER_YEAR =
  /^\s(?:people|troops|soldiers|jobs|men|women|children|homes|houses|cases|deaths|workers|students|employees|members|votes|seats|tickets|shares|schools|buildings|families|patients|prisoners|migrants|refugees|police|cars|delegates|years)\b/;

function isLabel(before: string, found: FigureCandidate): boolean {
  if (found.modifier !== 'exactly' || found.start !== found.numberStart) return false;
  if (!LABEL.test(before)) return false;
  if (found.unit !== 'count' && found.unit !== 'point') return false;
  if (!LOOSE_LABEL.test(before)) return true;
  // "In part 12 people stayed": in lower case only short numbers in digits label.
  return (found.plain && found.value < 1000) || found.word;
}

function isTimeReference(sentence: string, before: string, found: FigureCandidate): boolean {
  const ahead = sentence.slice(Math.max(0, found.start - BEFORE), found.start);
  const after = sentence.slice(found.end);
  if (/^-old\b/.test(after)) return true;
  // "The hearings are to last three days": the verb.
  if (/\b(?:to|will|would|could|may|might|can) last $/i.test(ahead)) return false;
  return WINDOW_BEFORE.test(ahead) || WINDOW_BEFORE.test(before) || DISTANCE_AFTER.test(after);
}

/** The 23 in "19 of 23 judges", where the first figure counts. */
function isWhole(before: string): boolean {
  const part = /(?<![\p{L}\p{N}.,])([\p{N},]+|\p{L}+(?:-\p{L}+)?) (?:out )?of (?:some |about )?$/u.exec(
    before,
  )?.[1];
  if (part === undefined || part.toLowerCase() === 'one') return false;
  return (/^\d/.test(part) ? parseDigits(part) : parseNumberWords(part)) !== null;
}

/** "3-1", "52-48", "7 to 2": a result between two sides. */
function isScore(sentence: string, before: string, after: string, found: FigureCandidate): boolean {
  if ((found.high ?? 0) <= found.value) return true;
  const written = sentence.slice(found.numberStart, found.numberEnd);
  if (/^\d{3}-\d{4}$/.test(written)) return true;
  if (found.joint === 'to')
    return (
      /^ (?:vote|ruling|decision|margin|win|victory|defeat|loss|lead|majority)\b/.test(after) ||
      /\b(?:beat|voted|vote of|score of|won|lost|split|tied|led) $/i.test(before)
    );
  if (found.word) return false;
  if (
    /\b(?:split|voted|vote of|by|score of|beat \p{L}+|won|lost|tied|led|trailing|ruled|lead) $/iu.test(before)
  )
    return true;
  if (!/^\s\p{Ll}/u.test(after)) return found.modifier === 'exactly';
  return /^ (?:on|in|at|when|to|for|with|against|over|and|vote|ruling|decision|margin|win|victory|defeat|loss|lead|record|majority|split|party-line|by|as|that|after)\b/.test(
    after,
  );
}

/** Words before a decimal that measures: "a magnitude of 6.0", "scored 9.0". */
const MEASURING =
  /\b(?:of|at|to|from|than|about|is|was|by|an?|the|with|over|under|nearly|around|only|just|\p{L}+ed) $/iu;

/** "Plan 2.0": nobody counts to one decimal where there are none. */
function isVersion(sentence: string, before: string, found: FigureCandidate): boolean {
  const written = sentence.slice(found.numberStart, found.numberEnd);
  return /^\d\.0$/.test(written) && /\p{L} $/u.test(before) && !MEASURING.test(before);
}

/** "1. Open the door", "the aims: 1) peace, 2) bread", a bare run of seven digits, a house number, a telephone number in groups. */
function isNumbering(before: string, after: string, found: FigureCandidate): boolean {
  if (before.trim() === '' && /^[.)]\s/.test(after)) return true;
  if (/^\)\s/.test(after) && /(?:[:;,—–]|\band|\bor) $/.test(before)) return true;
  if (/^\s\d{3}/.test(after) || /\d{3}\s$/.test(before)) return found.plain;
  if (found.plain && /^0\d/.test(`${after}`) && found.value === 0) return true;
  if (found.plain && ADDRESS_AFTER.test(after)) return true;
  if (/^ block of\b/.test(after) || /\b(?:known|listed|numbered) as $/.test(before)) return true;
  return found.plain && String(found.value).length >= 7;
}
const ADDRESS_AFTER =
  /^ (?:\p{Lu}[\p{L}.]* ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Place|Way|Court|Terrace)\b/u;
