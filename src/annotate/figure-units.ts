/** ISO 4217 code of a currency sign as written before an amount, upper case. */
const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['USD', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['HK$', 'HKD'],
  ['NZ$', 'NZD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['NT$', 'TWD'],
  ['€', 'EUR'],
  ['EUR', 'EUR'],
  ['£', 'GBP'],
  ['GBP', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['RS', 'INR'],
  ['RS.', 'INR'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['CHF', 'CHF'],
]);

/** A currency sign or code before an amount. */
export const SIGN = '(?:(?:US|A|AU|C|CA|HK|NZ|NT|S|R)?[$]|[€£¥₹₽₴₩₪₺]|(?:USD|EUR|GBP|CHF|Rs\\.?) ?)';

/** ISO 4217 code of what `SIGN` matched. */
export function currencyOf(sign: string): string {
  return CURRENCY_SIGNS.get(sign.trim().toUpperCase()) ?? 'USD';
}

/** Unit by the pattern of its words; what stands first is tried first. Each pattern follows one blank or hyphen. */
const UNIT_WORDS: readonly (readonly [string, string])[] = [
  ['(?:percentage|percent|per cent|pct) points?', 'percentage-point'],
  ['(?:percent|per cent|pct)(?!age)', 'percent'],
  ['basis points?', 'basis-point'],
  ['(?:(?:US |American )?dollars?|bucks)', 'USD'],
  ['Australian dollars?', 'AUD'],
  ['Canadian dollars?', 'CAD'],
  ['Hong Kong dollars?', 'HKD'],
  ['euros?', 'EUR'],
  ['pounds? sterling', 'GBP'],
  ['yen', 'JPY'],
  ['(?:yuan|renminbi)', 'CNY'],
  ['r(?:o)?ubles?', 'RUB'],
  ['(?:Indian )?rupees?', 'INR'],
  ['hryvnias?', 'UAH'],
  ['(?:Swiss )?francs?', 'CHF'],
  ['(?:Turkish )?liras?', 'TRY'],
  ['(?:Mexican )?pesos?', 'MXN'],
  ['shekels?', 'ILS'],
  ['(?:kronor|Swedish crowns?)', 'SEK'],
  ['(?:kroner|Norwegian crowns?)', 'NOK'],
  ['zlotys?', 'PLN'],
  ['rand', 'ZAR'],
  ['riyals?', 'SAR'],
  ['dirhams?', 'AED'],
  ['cents?', 'cent'],
  ['pence', 'pence'],
  ['(?:square|sq\\.?) (?:miles?|mi)', 'square-mile'],
  ['(?:square|sq\\.?) (?:kilomet(?:er|re)s?|km)', 'km2'],
  ['(?:square|sq\\.?) (?:feet|foot|ft)', 'square-foot'],
  ['(?:square|sq\\.?) (?:met(?:er|re)s?|m)', 'm2'],
  ['cubic (?:met(?:er|re)s?)', 'cubic-metre'],
  ['cubic (?:feet|foot)', 'cubic-foot'],
  ['(?:kilomet(?:er|re)s?|km) (?:per|an) hour', 'km/h'],
  ['(?:miles per hour|miles an hour)', 'mph'],
  ['(?:nautical miles?)', 'nautical-mile'],
  ['kilomet(?:er|re)s?', 'km'],
  ['miles?', 'mile'],
  ['centimet(?:er|re)s?', 'cm'],
  ['millimet(?:er|re)s?', 'mm'],
  ['met(?:er|re)s?', 'm'],
  ['yards?', 'yard'],
  ['(?:feet|foot|ft)', 'foot'],
  ['(?:inch(?:es)?)', 'inch'],
  ['(?:tonnes?|metric tons?)', 'tonne'],
  ['tons?', 'ton'],
  ['(?:kilogram(?:me)?s?|kilos?)', 'kg'],
  ['gram(?:me)?s?', 'g'],
  ['ounces?', 'ounce'],
  ['barrels?', 'barrel'],
  ['(?:liters?|litres?)', 'litre'],
  ['gallons?', 'gallon'],
  ['acres?', 'acre'],
  ['hectares?', 'hectare'],
  ['degrees? (?:Celsius|centigrade|C)', 'celsius'],
  ['degrees? (?:Fahrenheit|F)', 'fahrenheit'],
  ['degrees?', 'degree'],
  ['magnitude', 'magnitude'],
  ['kilowatt[- ]hours?', 'kWh'],
  ['kilowatts?', 'kW'],
  ['megawatts?', 'MW'],
  ['gigawatts?', 'GW'],
  ['points?', 'point'],
  ['seconds?', 'second'],
  ['minutes?', 'minute'],
  ['hours?', 'hour'],
  ['days?', 'day'],
  ['weeks?', 'week'],
  ['months?', 'month'],
  ['years?', 'year'],
  ['decades?', 'decade'],
  ['centur(?:y|ies)', 'century'],
];
const BY_LETTER = byFirstLetter();

/** The patterns that a first letter can begin, in their order: most words behind a number are no unit. */
function byFirstLetter(): ReadonlyMap<string, readonly (readonly [RegExp, string])[]> {
  const map = new Map<string, (readonly [RegExp, string])[]>();
  for (const [words, unit] of UNIT_WORDS) {
    const entry = [new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])`, 'iu'), unit] as const;
    const letters = [...words.matchAll(/(?:^|\(\?:|\||\)\?)([a-z])/gi)].map((match) =>
      match[1]?.toLowerCase(),
    );
    for (const letter of new Set(letters)) {
      if (letter !== undefined) map.set(letter, [...(map.get(letter) ?? []), entry]);
    }
  }
  return map;
}

const POUNDS = /^pounds?(?![\p{L}\p{N}])/iu;

/** Signs written against the number, or with a blank. */
const SHORT = /^\s?(%|°C|°F|°|km\/h|kmh|kph|km²|km|mph|kWh|kg|cm|mm|MW|GW)(?![\p{L}\p{N}])/u;
const SHORT_UNITS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['°C', 'celsius'],
  ['°F', 'fahrenheit'],
  ['°', 'degree'],
  ['km/h', 'km/h'],
  ['kmh', 'km/h'],
  ['kph', 'km/h'],
  ['km²', 'km2'],
  ['km', 'km'],
  ['mph', 'mph'],
  ['kWh', 'kWh'],
  ['kg', 'kg'],
  ['cm', 'cm'],
  ['mm', 'mm'],
  ['MW', 'MW'],
  ['GW', 'GW'],
]);

/** "Five-point plan", "two-mile Island": a measure that only names what it stands before. */
const NO_MEASURE =
  /^[ -]points? of (?:view|order|contact|sale|light)\b|^-point(?:s)?[- ](?:plan|list|program|programme|agenda|proposal|man|guard|scale)/i;

/** Unit written right after a number, with how many characters it takes; null when there is none. */
export function unitAfter(
  text: string,
  position: number,
): { readonly unit: string; readonly length: number } | null {
  const rest = text.slice(position, position + 36);
  const short = SHORT.exec(rest);
  if (short !== null) {
    const points = /^\s?%[- ](?:percentage )?points?\b/.exec(rest);
    if (points !== null) return { unit: 'percentage-point', length: points[0].length };
    return { unit: SHORT_UNITS.get(short[1] ?? '') ?? 'percent', length: short[0].length };
  }
  const candidates = /^[ -]/.test(rest) ? BY_LETTER.get((rest[1] ?? '').toLowerCase()) : undefined;
  if (candidates === undefined || NO_MEASURE.test(rest)) return null;
  const words = rest.slice(1);
  if (POUNDS.test(words)) return pounds(text, rest);
  for (const [pattern, unit] of candidates) {
    const match = pattern.exec(words);
    if (match !== null) return { unit, length: match[0].length + 1 };
  }
  return null;
}

/** A pound is weight where it stands with a hyphen, is "of" something or is what somebody weighs; money otherwise. */
function pounds(text: string, rest: string): { unit: string; length: number } {
  const length = POUNDS.exec(rest.slice(1))?.[0].length ?? 0;
  const weight =
    rest.startsWith('-') ||
    /^[ -]pounds? (?:of|each|heavier|lighter)\b/i.test(rest) ||
    /\bweigh|\blost\b|\bgain/i.test(text);
  return { unit: weight ? 'pound' : 'GBP', length: length + 1 };
}

const TIME_UNITS: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'century',
]);

export function isTimeUnit(unit: string): boolean {
  return TIME_UNITS.has(unit);
}

/** True for a unit that is an ISO 4217 currency or its hundredth. */
export function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit) || unit === 'cent' || unit === 'pence';
}
