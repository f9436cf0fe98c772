/** ISO 4217 code of a currency sign as written before an amount. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['HK$', 'HKD'],
  ['NZ$', 'NZD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₩', 'KRW'],
]);

const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:\s?%|(?:\s|-)?(?:percent|per cent|pct)\b)(?!age| point)/i, 'percent'],
  [/^(?:\s?%|\s)?\s?(?:percentage|percent) points?\b/i, 'percentage-point'],
  [/^\s(?:US |American )?dollars?\b/, 'USD'],
  [/^\seuros?\b/i, 'EUR'],
  [/^\spounds? sterling\b|^\spounds?\b(?! (?:of|each))/i, 'GBP'],
  [/^\syen\b/i, 'JPY'],
  [/^\s(?:yuan|renminbi)\b/i, 'CNY'],
  [/^\sr(?:o)?ubles?\b/i, 'RUB'],
  [/^\srupees?\b/i, 'INR'],
  [/^\shryvnias?\b/i, 'UAH'],
  [/^\s?(?:km|kilomet(?:er|re)s?)\b(?! ?\/|.?h)/i, 'km'],
  [/^(?:\s|-)miles?\b/i, 'mile'],
  [/^\s?(?:km\/h|kmh|kph)\b/i, 'km/h'],
  [/^\s?mph\b/i, 'mph'],
  [/^(?:\s|-)(?:met(?:er|re)s?)\b/i, 'm'],
  [/^(?:\s|-)(?:feet|foot)\b/i, 'foot'],
  [/^(?:\s|-)inch(?:es)?\b/i, 'inch'],
  [/^(?:\s|-)(?:tonnes?|metric tons?)\b/i, 'tonne'],
  [/^(?:\s|-)tons?\b/i, 'ton'],
  [/^\s?(?:kg|kilogram(?:me)?s?|kilos?)\b/i, 'kg'],
  [/^\s(?:barrels?)\b/i, 'barrel'],
  [/^(?:\s|-)acres?\b/i, 'acre'],
  [/^(?:\s|-)hectares?\b/i, 'hectare'],
  [/^\s(?:square miles?)\b/i, 'square-mile'],
  [/^\s(?:square kilomet(?:er|re)s?)\b/i, 'km2'],
  [/^\s?(?:°C|degrees? Celsius)/i, 'celsius'],
  [/^\s?(?:°F|degrees? Fahrenheit)/i, 'fahrenheit'],
  [/^\s(?:megawatts?|MW)\b/i, 'MW'],
  [/^(?:\s|-)seconds?\b/i, 'second'],
  [/^(?:\s|-)minutes?\b/i, 'minute'],
  [/^(?:\s|-)hours?\b/i, 'hour'],
  [/^(?:\s|-)days?\b/i, 'day'],
  [/^(?:\s|-)weeks?\b/i, 'week'],
  [/^(?:\s|-)months?\b/i, 'month'],
  [/^(?:\s|-)years?\b/i, 'year'],
  [/^(?:\s|-)(?:basis points?)\b/i, 'basis-point'],
  [/^(?:\s|-)(?:liters?|litres?)\b/i, 'litre'],
  [/^(?:\s|-)gallons?\b/i, 'gallon'],
];

/** Unit written right after a number, with how many characters it takes; null when there is none. */
export function unitAfter(
  text: string,
  position: number,
): { readonly unit: string; readonly length: number } | null {
  const rest = text.slice(position, position + 24);
  for (const [pattern, unit] of UNIT_WORDS) {
    const match = pattern.exec(rest);
    if (match !== null) return { unit, length: match[0].length };
  }
  return null;
}
