import type { Granularity } from '../../core/annotation.ts';

/** What a language calls the times that the date parser does not know, as sources of patterns. */
export interface ForeignWords {
  /** January to December. */
  readonly months: readonly string[];
  /** Month with year; `M` stands for the months, `Y` for a year. */
  readonly monthOfYear: string;
  /** Month alone, or empty where it cannot be told from other words. */
  readonly month: string;
  readonly year: string;
  readonly decade: string;
  /** Expressions relative to today: words, unit, count of units ahead. */
  readonly relative: readonly (readonly [string, Granularity, number])[];
  /** "three days ago" with `N` for the number and `U` for the unit. */
  readonly ago: string;
  readonly units: readonly (readonly [string, Granularity])[];
  readonly numbers: readonly string[];
  /** Weekdays and deictic words: with digits, all that makes a sentence worth parsing. */
  readonly cue: string;
  /** What puts a weekday in the same clause in the future. */
  readonly ahead: string;
  /** Words before a date that the parser counts to it. */
  readonly lead: string;
}

const list = (words: string): readonly string[] => words.split(' ');

const GERMAN: ForeignWords = {
  months: list('Januar|Jänner Februar März April Mai Juni Juli August September Oktober November Dezember'),
  monthOfYear: '(?<month>M) (?<year>Y)',
  month:
    '(?<=(?:[Ii]m|[Ss]eit|[Bb]is|[Ee]nde|[Aa]nfang|[Mm]itte|vom|zum)(?: vergangenen| letzten)? )(?<month>M)(?! \\d)',
  year: '(?<=\\b(?:[Ii]m [Jj]ahr|[Ii]m [Jj]ahre|[Ss]eit|[Ii]n|[Bb]is|[Ee]nde|[Aa]nfang|[Mm]itte|[Vv]on|wurde|nach|vor|zwischen|und|um|ab) )(?<year>Y)(?! \\p{Lu}\\p{Ll}+e?n\\b)',
  decade: '(?<decade>(?:1[4-9]|20)\\d0)er[- ]Jahren?',
  relative: [
    ['(?:letzter?|vergangenen?|vorige) Woche', 'week', -1],
    ['diese[r]? Woche', 'week', 0],
    ['(?:nächster?|kommenden?) Woche', 'week', 1],
    ['(?:letzten|vergangenen|vorigen) Monat', 'month', -1],
    ['(?:letzten|letztes|vergangenen|vergangenes|vorigen) Jahr', 'year', -1],
    ['(?:diesem|dieses) Jahr', 'year', 0],
    ['(?:nächsten|nächstes|kommenden) Jahr', 'year', 1],
  ],
  ago: 'vor (?<count>N) (?<unit>U)',
  units: [
    ['Tag(?:en)?', 'day'],
    ['Wochen?', 'week'],
    ['Monat(?:en)?', 'month'],
    ['Jahr(?:en)?', 'year'],
  ],
  numbers: list('eine[mr] zwei drei vier fünf sechs sieben acht neun zehn'),
  cue: '(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|[Gg]estern|[Hh]eute|[Mm]orgen|Woche|Monat|Jahr',
  ahead: '\\b(?:wird|werden|soll|sollen|will|wollen|plant|planen)\\b',
  lead: 'am|den|dem|vom|zum',
};

const FRENCH: ForeignWords = {
  months: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  monthOfYear: '(?<month>M) (?<year>Y)',
  month: "(?<=\\b(?:[Ee]n|[Dd]epuis|[Dd]ébut|fin|mi-|de|d[’']|au mois de) ?)(?<month>M)(?![\\p{L}]| \\d)",
  year: "(?<=\\b(?:[Ee]n|[Dd]epuis|[Dd]ébut|[Ff]in|[Ll][’']année|entre|et|jusqu[’']en|de|à) ?)(?<year>Y)(?! \\p{Ll}{3,}s\\b)",
  decade: 'années (?<decade>(?:1[4-9]|20)\\d0)',
  relative: [
    ['semaine dernière|semaine passée', 'week', -1],
    ['cette semaine', 'week', 0],
    ['semaine prochaine', 'week', 1],
    ['mois dernier|mois passé', 'month', -1],
    ['ce mois-ci', 'month', 0],
    ['mois prochain', 'month', 1],
    ['année dernière|an dernier|année passée', 'year', -1],
    ['cette année', 'year', 0],
    ['année prochaine|an prochain', 'year', 1],
  ],
  ago: 'il y a (?<count>N) (?<unit>U)',
  units: [
    ['jours?', 'day'],
    ['semaines?', 'week'],
    ['mois', 'month'],
    ['ans?', 'year'],
  ],
  numbers: list('une? deux trois quatre cinq six sept huit neuf dix'),
  cue: '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|[Hh]ier|[Aa]ujourd|[Dd]emain|semaine|mois|ann?ée?|\\bans?\\b',
  ahead:
    '\\b(?:va|vont|doit|doivent|prévoit)\\b|\\p{Ll}(?:era|eront|ira|iront|dra|dront|sera|aura|auront)\\b',
  lead: 'le|du|au',
};

const SPANISH: ForeignWords = {
  months: list('enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre diciembre'),
  monthOfYear: '(?<month>M) del? (?<year>Y)',
  month: '(?<=\\b(?:[Ee]n|[Dd]esde|[Hh]asta|de) )(?<month>M)(?! de \\d| \\d)',
  year: '(?<=\\b(?:[Ee]n|[Dd]esde|[Hh]asta|año|entre|y|de|del) )(?<year>Y)(?! \\p{Ll}{3,}s\\b)',
  decade: '(?:años|década de(?: los)?) (?<decade>(?:1[4-9]|20)\\d0)',
  relative: [
    ['semana pasada', 'week', -1],
    ['esta semana', 'week', 0],
    ['próxima semana|semana próxima|semana que viene', 'week', 1],
    ['mes pasado|pasado mes', 'month', -1],
    ['este mes', 'month', 0],
    ['próximo mes|mes que viene', 'month', 1],
    ['año pasado|pasado año', 'year', -1],
    ['este año', 'year', 0],
    ['próximo año|año que viene', 'year', 1],
  ],
  ago: 'hace (?<count>N) (?<unit>U)',
  units: [
    ['días?', 'day'],
    ['semanas?', 'week'],
    ['mes(?:es)?', 'month'],
    ['años?', 'year'],
  ],
  numbers: list('una? dos tres cuatro cinco seis siete ocho nueve diez'),
  cue: 'lunes|martes|miércoles|jueves|viernes|sábado|domingo|[Aa]yer|[Hh]oy|[Mm]añana|semana|mes|año|década|[Hh]ace',
  ahead: '\\b(?:va|van|prevé|debe|deben) (?:a )?\\p{L}+r\\b|\\p{Ll}r(?:á|án)(?!\\p{L})',
  lead: 'el|del|al',
};

const ITALIAN: ForeignWords = {
  months: list(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  ),
  monthOfYear: '(?<month>M)(?: del)? (?<year>Y)',
  month: '(?<=\\b(?:[Aa]|[Ii]n|[Dd]a|[Dd]i|[Nn]el|fino a|dal|inizio|fine|metà) )(?<month>M)(?! \\d| del \\d)',
  year: '(?<=\\b(?:[Nn]el|[Dd]al|[Aa]l|[Dd]el|[Ff]ino al|anno|tra il|e il|fine|inizio) )(?<year>Y)(?! \\p{Ll}{3,}[ie]\\b)',
  decade: 'anni (?<decade>(?:1[4-9]|20)\\d0)',
  relative: [
    ['settimana scorsa|scorsa settimana', 'week', -1],
    ['questa settimana', 'week', 0],
    ['prossima settimana|settimana prossima', 'week', 1],
    ['mese scorso|scorso mese', 'month', -1],
    ['questo mese', 'month', 0],
    ['prossimo mese|mese prossimo', 'month', 1],
    ['anno scorso|scorso anno', 'year', -1],
    ["quest['’]anno", 'year', 0],
    ['prossimo anno|anno prossimo', 'year', 1],
  ],
  ago: '(?<count>N) (?<unit>U) fa',
  units: [
    ['giorn[oi]', 'day'],
    ['settiman[ae]', 'week'],
    ['mes[ei]', 'month'],
    ['ann[oi]', 'year'],
  ],
  numbers: list('un[oa]? due tre quattro cinque sei sette otto nove dieci'),
  cue: '(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|[Ii]eri|[Oo]ggi|[Dd]omani|settiman|mes[ei]|ann[oi]|giorn',
  ahead: '\\b(?:deve|devono|intende)\\b|\\p{Ll}r(?:à|anno)(?!\\p{L})',
  lead: 'il|lo|del|dal|al',
};

const PORTUGUESE: ForeignWords = {
  months: list('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
  monthOfYear: '(?<month>M) de (?<year>Y)',
  month: '(?<=\\b(?:[Ee]m|[Dd]esde|[Aa]té|de) )(?<month>M)(?! de \\d| \\d)',
  year: '(?<=\\b(?:[Ee]m|[Dd]esde|[Aa]té|ano de|entre|e|de) )(?<year>Y)(?! \\p{Ll}{3,}s\\b)',
  decade: '(?:anos|década de) (?<decade>(?:1[4-9]|20)\\d0)',
  relative: [
    ['semana passada', 'week', -1],
    ['(?:esta|nesta) semana', 'week', 0],
    ['próxima semana|semana que vem', 'week', 1],
    ['mês passado', 'month', -1],
    ['(?:este|neste) mês', 'month', 0],
    ['próximo mês|mês que vem', 'month', 1],
    ['ano passado', 'year', -1],
    ['(?:este|neste) ano', 'year', 0],
    ['próximo ano|ano que vem', 'year', 1],
  ],
  ago: 'há (?<count>N) (?<unit>U)',
  units: [
    ['dias?', 'day'],
    ['semanas?', 'week'],
    ['mês|meses', 'month'],
    ['anos?', 'year'],
  ],
  numbers: list('uma? dois|duas três quatro cinco seis sete oito nove dez'),
  cue: '(?:segunda|terça|quarta|quinta|sexta)-feira|sábado|domingo|[Oo]ntem|[Hh]oje|[Aa]manhã|semana|mês|meses|ano|década|[Hh]á',
  ahead: '\\b(?:vai|vão|deve|devem) \\p{L}+r\\b|\\p{Ll}r(?:á|ão)(?!\\p{L})',
  lead: 'na|no|em|o|de|do',
};

const UKRAINIAN: ForeignWords = {
  months: list(
    'січ(?:ень|ня|ні) лют(?:ий|ого|ому) берез(?:ень|ня|ні) квіт(?:ень|ня|ні) трав(?:ень|ня|ні) черв(?:ень|ня|ні) лип(?:ень|ня|ні) серп(?:ень|ня|ні) верес(?:ень|ня|ні) жовт(?:ень|ня|ні) листопад[аі]? груд(?:ень|ня|ні)',
  ),
  monthOfYear: '(?<month>M) (?<year>Y)(?: року| р\\.)?',
  month: '(?<=(?:^|[^\\p{L}])(?:[УуВв]|[Зз]|до|від) )(?<month>M)(?![\\p{L}]| \\d)',
  year: '(?<year>Y) (?:року|році|рік|роках)|(?<=\\bз )(?<year>Y)',
  decade: '(?<decade>(?:1[4-9]|20)\\d0)(?:-х|-ті|-их)(?: рок\\p{Ll}+)?',
  relative: [
    ['минулого тижня', 'week', -1],
    ['цього тижня', 'week', 0],
    ['наступного тижня', 'week', 1],
    ['минулого місяця', 'month', -1],
    ['цього місяця', 'month', 0],
    ['наступного місяця', 'month', 1],
    ['минулого року|минулому році|торік', 'year', -1],
    ['цього року|цьому році', 'year', 0],
    ['наступного року|наступному році', 'year', 1],
  ],
  ago: '(?<count>N) (?<unit>U) тому',
  units: [
    ['день|дні|днів', 'day'],
    ['тиждень|тижні|тижнів', 'week'],
    ['місяць|місяці|місяців', 'month'],
    ['рік|роки|років', 'year'],
  ],
  numbers: list("оди?н два|дві три чотири п['’]ять шість сім вісім дев['’]ять десять"),
  cue: "понеділ|вівтор|серед|четвер|п['’]ятниц|субот|неділ|[Вв]чора|[Сс]ьогодні|[Зз]автра|тиж|місяц|рок|рік|тому|торік",
  ahead:
    '(?:^|[^\\p{L}])(?:буде|будуть|планує|має намір)(?=[^\\p{L}])|\\p{Ll}(?:тиме|тимуть|тиметься|тимуться)(?![\\p{L}])',
  lead: 'у|в|на|з|до|від',
};

const RUSSIAN: ForeignWords = {
  months: list(
    'январ[яеь] феврал[яеь] март[ае]? апрел[яеь] ма[йяе] июн[яеь] июл[яеь] август[ае]? сентябр[яеь] октябр[яеь] ноябр[яеь] декабр[яеь]',
  ),
  monthOfYear: '(?<month>M) (?<year>Y)(?: года| г\\.)?',
  month: '(?<=(?:^|[^\\p{L}])(?:[Вв]|[Сс]|до|от|к) )(?<month>M)(?![\\p{L}]| \\d)',
  year: '(?<year>Y) (?:года|году|год|годах|годов)|(?<=\\bс )(?<year>Y)',
  decade: '(?<decade>(?:1[4-9]|20)\\d0)(?:-х|-е|-ые)(?: год\\p{Ll}+)?',
  relative: [
    ['прошлой неделе', 'week', -1],
    ['этой неделе', 'week', 0],
    ['следующей неделе', 'week', 1],
    ['прошлом месяце', 'month', -1],
    ['этом месяце', 'month', 0],
    ['следующем месяце', 'month', 1],
    ['прошлом году|прошлого года', 'year', -1],
    ['этом году|этого года', 'year', 0],
    ['следующем году|будущем году', 'year', 1],
  ],
  ago: '(?<count>N) (?<unit>U) назад',
  units: [
    ['день|дня|дней', 'day'],
    ['неделю|недели|недель', 'week'],
    ['месяца?|месяцев', 'month'],
    ['года?|лет', 'year'],
  ],
  numbers: list('один два|две три четыре пять шесть семь восемь девять десять'),
  cue: 'понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|воскресень|[Вв]чера|[Сс]егодня|[Зз]автра|недел|месяц|год|назад',
  ahead:
    '(?:^|[^\\p{L}])(?:будет|будут|планирует|планируют|намерен\\p{Ll}*)(?=[^\\p{L}])|(?:^|[^\\p{L}])(?:про|вы|рас|за|об|от|при|пере|под|по|со)\\p{Ll}{2,}(?:ет|ит|ут|ют|ят|ат)(?:ся)?(?![\\p{L}])',
  lead: 'в|во|на|с|до|от|к',
};

const ARABIC: ForeignWords = {
  months: list(
    'يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز أغسطس|آب سبتمبر|أيلول أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول',
  ).map((names) => names.replaceAll('_', ' ')),
  monthOfYear: '(?<month>M)(?: عام)? (?<year>Y)',
  month: '(?<=(?:في|منذ|خلال|شهر) )(?<month>M)(?![\\p{L}]| \\d)',
  year: '(?<=(?:عام|سنة|العام|منذ|في) )(?<year>Y)',
  decade: '(?!)(?<decade>\\d{4})',
  relative: [
    ['الأسبوع الماضي', 'week', -1],
    ['هذا الأسبوع', 'week', 0],
    ['الأسبوع (?:المقبل|القادم)', 'week', 1],
    ['الشهر الماضي', 'month', -1],
    ['هذا الشهر', 'month', 0],
    ['الشهر (?:المقبل|القادم)', 'month', 1],
    ['العام الماضي|السنة الماضية', 'year', -1],
    ['هذا العام|هذه السنة', 'year', 0],
    ['العام (?:المقبل|القادم)', 'year', 1],
  ],
  ago: '(?:قبل|منذ) (?<count>N) (?<unit>U)',
  units: [
    ['أيام|يوما|يومين|يوم', 'day'],
    ['أسابيع|أسبوعين|أسبوع', 'week'],
    ['أشهر|شهرين|شهر', 'month'],
    ['سنوات|أعوام|عامين|عام|سنة', 'year'],
  ],
  numbers: list(
    'واحد اثنين ثلاثة?|ثلاث أربعة?|أربع خمسة?|خمس ستة?|ست سبعة?|سبع ثمانية?|ثماني تسعة?|تسع عشرة?|عشر',
  ),
  cue: 'الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|أمس|اليوم|غدا|الأسبوع|الشهر|العام|السنة|منذ|قبل',
  ahead: '(?:^|[^\\p{L}])(?:و)?(?:سوف|س[يتن]\\p{L}{3,})',
  lead: 'يوم|في|من',
};

const CHINESE: ForeignWords = {
  months: list('1|一 2|二 3|三 4|四 5|五 6|六 7|七 8|八 9|九 10|十 11|十一 12|十二'),
  monthOfYear: '(?<year>Y)年(?<month>M)月(?![\\d一二三四五六七八九十])',
  month: '(?<![年\\d一二十])(?<month>M)月(?![\\d一二三四五六七八九十底初中])',
  year: '(?<year>Y)年(?![\\d一二三四五六七八九十前后])',
  decade: '上世纪(?<short>[1-9]0)年代|(?<decade>(?:1[4-9]|20)\\d0)年代',
  relative: [
    ['上周(?![一二三四五六日天])|上星期(?![一二三四五六日天])', 'week', -1],
    ['本周(?![一二三四五六日天])|这周(?![一二三四五六日天])', 'week', 0],
    ['下周(?![一二三四五六日天])|下星期(?![一二三四五六日天])', 'week', 1],
    ['上个?月', 'month', -1],
    ['本月|这个月', 'month', 0],
    ['下个?月', 'month', 1],
    ['去年', 'year', -1],
    ['今年', 'year', 0],
    ['明年', 'year', 1],
  ],
  ago: '(?<count>N)(?<unit>U)(?:之?前)',
  units: [
    ['天|日', 'day'],
    ['个?星期|周', 'week'],
    ['个月', 'month'],
    ['年', 'year'],
  ],
  numbers: list('一 两|二 三 四 五 六 七 八 九 十'),
  cue: '周|星期|昨|今|明|天|年|月',
  ahead: '将|会在|拟|计划|预计',
  lead: '于|在',
};

export const FOREIGN_WORDS: ReadonlyMap<string, ForeignWords> = new Map([
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['it', ITALIAN],
  ['pt', PORTUGUESE],
  ['uk', UKRAINIAN],
  ['ru', RUSSIAN],
  ['ar', ARABIC],
  ['zh', CHINESE],
]);
