import { DAY, startOf } from './calendar.ts';
import { MONTH, monthNumber } from './english-words.ts';

/** Hours ahead of UTC, standard time, of cities that datelines name and whose day often differs from that of UTC. */
const HOURS: Readonly<Record<string, number>> = {
  WASHINGTON: -5,
  'NEW YORK': -5,
  BOSTON: -5,
  ATLANTA: -5,
  MIAMI: -5,
  PHILADELPHIA: -5,
  DETROIT: -5,
  TORONTO: -5,
  OTTAWA: -5,
  CHICAGO: -6,
  HOUSTON: -6,
  DALLAS: -6,
  'MEXICO CITY': -6,
  DENVER: -7,
  PHOENIX: -7,
  'LOS ANGELES': -8,
  'SAN FRANCISCO': -8,
  SEATTLE: -8,
  VANCOUVER: -8,
  HONOLULU: -10,
  BOGOTA: -5,
  LIMA: -5,
  CARACAS: -4,
  'BUENOS AIRES': -3,
  'SAO PAULO': -3,
  BRASILIA: -3,
  'RIO DE JANEIRO': -3,
  SANTIAGO: -4,
  DELHI: 5.5,
  'NEW DELHI': 5.5,
  MUMBAI: 5.5,
  DHAKA: 6,
  BANGKOK: 7,
  HANOI: 7,
  JAKARTA: 7,
  BEIJING: 8,
  SHANGHAI: 8,
  'HONG KONG': 8,
  TAIPEI: 8,
  MANILA: 8,
  SINGAPORE: 8,
  'KUALA LUMPUR': 8,
  PERTH: 8,
  SEOUL: 9,
  PYONGYANG: 9,
  TOKYO: 9,
  SYDNEY: 10,
  MELBOURNE: 10,
  CANBERRA: 10,
  WELLINGTON: 12,
  AUCKLAND: 12,
};

/** Characters of the text within which a dateline stands. */
const HEAD = 120;
const PLACE = /^(?<place>\p{Lu}{2,}(?: \p{Lu}{2,})*)\b/u;
const DATED = new RegExp(`^\\p{Lu}[\\p{L}.'’ ,/-]{2,60}?, ?(?<month>${MONTH}) ?(?<day>\\d{1,2})\\b`, 'u');

/**
 * Start of the day an article speaks of as today: that of its dateline ("LIMA, Oct. 3 (East Agency) --") where it has
 * one within two days of publication, else the day of publication where its dateline's place is. A publication at
 * midnight sharp is a day without a known hour: it stays as it is.
 */
export function speakingDay(text: string, publishedAt: number): number {
  const today = startOf(publishedAt, 'day');
  const head = text.slice(0, HEAD);
  const dated = DATED.exec(head)?.groups;
  if (dated !== undefined) {
    const year = new Date(publishedAt).getUTCFullYear();
    for (const one of [year, year - 1]) {
      const day = Date.UTC(one, monthNumber(dated.month ?? ''), Number(dated.day));
      if (day <= today + DAY && day >= today - 2 * DAY) return day;
    }
  }
  const hours = HOURS[PLACE.exec(head)?.groups?.place ?? ''];
  return hours === undefined || publishedAt === today
    ? today
    : startOf(publishedAt + hours * 3_600_000, 'day');
}
