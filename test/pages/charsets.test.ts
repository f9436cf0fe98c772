import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/extract/extract-article.ts';
import { decodeText } from '../../src/http/decode-text.ts';

/** Bytes of every character that an encoding writes with one byte or two, found by decoding them all. */
function bytesByCharacter(label: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(label);
  const found = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !found.has(character))
      found.set(character, bytes);
  };
  for (let first = 0; first < 256; first++) add([first]);
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) add([first, second]);
  return found;
}

function encoded(text: string, label: string): Uint8Array {
  const known = bytesByCharacter(label);
  const bytes = [...text].flatMap((character) => {
    const found = known.get(character);
    if (found === undefined) throw new Error(`${label} has no "${character}"`);
    return found;
  });
  return Uint8Array.from(bytes);
}

const PAGES: readonly (readonly [label: string, language: string, title: string, paragraph: string])[] = [
  [
    'windows-1251',
    'ru',
    'Мост через Ленн закрыт',
    'Мост через реку Ленн закрыт на неделю, сообщил во вторник городской совет Квельмута. Строители проверят опоры, а автобусы пойдут в объезд через старую мельницу и рыночную площадь. Школы откроются как обычно.',
  ],
  [
    'koi8-r',
    'ru',
    'Мост через Ленн закрыт',
    'Мост через реку Ленн закрыт на неделю, сообщил во вторник городской совет. Строители проверят опоры, а автобусы пойдут в объезд через старую мельницу и рыночную площадь. Школы города откроются как обычно.',
  ],
  [
    'gb18030',
    'zh',
    '伦河大桥关闭一周',
    '市议会星期二表示,伦河大桥将关闭一周,以便工程人员检查桥墩。公共汽车将绕行老磨坊和集市广场,学校照常开放。议会发言人说,桥梁的修理费用由建筑公司承担,居民不必多付任何费用。下一次会议定于星期四举行。',
  ],
  [
    'shift_jis',
    'ja',
    'レン川の橋、一週間通行止め',
    '市議会は火曜日、レン川の橋を一週間通行止めにすると発表した。技術者が橋脚を点検するためで、バスは古い水車小屋と市場の広場を通って迂回する。学校は通常どおり開かれる。修理の費用は建設会社が負担し、住民の負担は増えない。',
  ],
  [
    'euc-jp',
    'ja',
    'レン川の橋、一週間通行止め',
    '市議会は火曜日、レン川の橋を一週間通行止めにすると発表した。技術者が橋脚を点検するためで、バスは古い水車小屋と市場の広場を通って迂回する。学校は通常どおり開かれる。修理の費用は建設会社が負担し、住民の負担は増えない。',
  ],
  [
    'euc-kr',
    'ko',
    '렌강 다리 일주일 폐쇄',
    '시의회는 화요일 렌강의 다리를 일주일 동안 폐쇄한다고 밝혔다. 기술자들이 교각을 점검하는 동안 버스는 옛 방앗간과 시장 광장을 지나 돌아서 간다. 학교는 평소처럼 문을 연다. 수리 비용은 건설 회사가 부담하며 주민이 더 낼 돈은 없다고 대변인이 말했다.',
  ],
  [
    'big5',
    'zh',
    '倫河大橋關閉一週',
    '市議會星期二表示,倫河大橋將關閉一週,以便工程人員檢查橋墩。公共汽車將繞行老磨坊和集市廣場,學校照常開放。議會發言人說,橋梁的修理費用由建築公司承擔,居民不必多付任何費用。下一次會議定於星期四舉行。',
  ],
  [
    'iso-8859-1',
    'fr',
    'Le pont de la Lenn fermé',
    'Le pont de la Lenn est fermé pour une semaine, a annoncé mardi le conseil. Les ingénieurs vérifieront les piles, et les autobus passeront par le vieux moulin et la place du marché où l’école reste ouverte.'.replace(
      '’',
      "'",
    ),
  ],
  [
    'iso-8859-2',
    'pl',
    'Most na Lennie zamknięty',
    'Most na rzece Lenn będzie zamknięty przez tydzień, ogłosiła we wtorek rada miasta. Inżynierowie sprawdzą filary, a autobusy pojadą objazdem przez stary młyn i rynek. Szkoły będą otwarte jak zwykle, dodał rzecznik rady.',
  ],
  [
    'iso-8859-7',
    'el',
    'Έκλεισε η γέφυρα του Λεν',
    'Η γέφυρα του ποταμού Λεν θα μείνει κλειστή για μία εβδομάδα, ανακοίνωσε την Τρίτη το δημοτικό συμβούλιο. Οι μηχανικοί θα ελέγξουν τα βάθρα και τα λεωφορεία θα περνούν από τον παλιό μύλο και την αγορά της πόλης.',
  ],
  [
    'iso-8859-9',
    'tr',
    'Lenn köprüsü kapatıldı',
    'Lenn ırmağı üzerindeki köprü bir hafta kapalı kalacak, dedi salı günü belediye meclisi. Mühendisler ayakları denetleyecek, otobüsler eski değirmen ile çarşı meydanından dolaşacak. Okullar her zamanki gibi açık olacak, dedi sözcü de sonunda.',
  ],
  [
    'windows-1255',
    'he',
    'הגשר על הלן נסגר',
    'הגשר על נהר הלן ייסגר לשבוע, הודיעה ביום שלישי מועצת העיר. המהנדסים יבדקו את העמודים, והאוטובוסים ייסעו בדרך עוקפת דרך הטחנה הישנה וכיכר השוק. בתי הספר ייפתחו כרגיל, אמר דובר המועצה אחרי הישיבה.',
  ],
  [
    'windows-1256',
    'ar',
    'إغلاق جسر لين',
    'قال مجلس المدينة يوم الثلاثاء إن جسر نهر لين سيغلق لمدة أسبوع كامل. سيفحص المهندسون دعائم الجسر وستمر الحافلات عبر الطاحونة القديمة وساحة السوق. وستفتح المدارس أبوابها كالمعتاد، وتتحمل شركة البناء تكاليف الإصلاح كلها.',
  ],
];

function extracted(bytes: Uint8Array, contentType: string | null) {
  const { text: html } = decodeText(bytes, contentType, 'html');
  return extractArticle({ url: 'https://www.quellmouth.example/a/b', html, item: null, failureCode: null });
}

function pageOf(language: string, title: string, paragraph: string, meta: string): string {
  return `<html lang="${language}"><head>${meta}<title>${title}</title></head><body><article><h1>${title}</h1><p>${paragraph}</p></article></body></html>`;
}

describe('pages in other encodings', () => {
  it.each(PAGES)('%s of %s is read where the page declares it', (label, language, title, paragraph) => {
    const page = pageOf(language, title, paragraph, `<meta charset="${label}">`);
    expect(extracted(encoded(page, label), null)).toMatchObject({
      ok: true,
      value: { title, language, text: paragraph },
    });
  });

  it.each(PAGES)(
    '%s of %s is read where only the server declares it',
    (label, language, title, paragraph) => {
      const page = pageOf(language, title, paragraph, '');
      const read = extracted(encoded(page, label), `text/html; charset=${label}`);
      expect(read).toMatchObject({ ok: true, value: { title, text: paragraph } });
    },
  );

  it('leaves right-to-left text in its order, and takes out only the marks of direction', () => {
    const [, language, title, paragraph] =
      PAGES.find(([label]) => label === 'windows-1256') ?? PAGES[0] ?? [];
    const marked = `\u200f${paragraph} \u202bNews 24 (لين)\u202c`;
    const page = pageOf(`${language}`, `${title}`, marked, '<meta charset="utf-8">').replace(
      '<html',
      '<html dir="rtl"',
    );
    const read = extracted(new TextEncoder().encode(page), null);
    expect(read).toMatchObject({ ok: true, value: { text: `${paragraph} News 24 (لين)` } });
  });
});
