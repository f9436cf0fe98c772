import { eld } from 'eld/medium';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['The council voted on Monday to close two of the three bridges over the river.', 'en'],
    ['Der Rat hat am Montag beschlossen, zwei der drei Brücken über den Fluss zu schließen.', 'de'],
    ['Le conseil a voté lundi la fermeture de deux des trois ponts sur la rivière.', 'fr'],
    ['El consejo votó el lunes cerrar dos de los tres puentes sobre el río.', 'es'],
    ['Совет проголосовал в понедельник за закрытие двух из трёх мостов через реку.', 'ru'],
    ['Рада проголосувала в понеділок за закриття двох із трьох мостів через річку.', 'uk'],
    ['市議会は月曜日、川に架かる三つの橋のうち二つを閉鎖することを決めた。', 'ja'],
    ['Dewan kota memutuskan pada hari Senin untuk menutup dua dari tiga jembatan di atas sungai.', 'id'],
    ['Это конец сельской школы?', 'ru'],
    ['Чи є це кінець школи?', 'uk'],
    ['部长因丑闻辞职', 'zh'],
  ])('reads %s', (text, language) => {
    expect(detectLanguage(text, null, eld)).toBe(language);
  });

  it('answers und for a text too short to tell, whatever is declared', () => {
    expect(detectLanguage('Go home', 'en', eld)).toBe('und');
    expect(detectLanguage('', null, eld)).toBe('und');
    expect(detectLanguage('Holm beats Lund', null, eld)).toBe('und');
  });

  it('treats Malay and Indonesian as one and reads regional tags', () => {
    const unsure = { detect: () => ({ language: '', isReliable: () => false }) };
    const text = 'a text long enough to be looked at by somebody';
    expect(detectLanguage(text, 'ms-MY', unsure)).toBe('id');
    expect(detectLanguage(text, 'en_GB', unsure)).toBe('en');
    expect(detectLanguage(text, 'english', unsure)).toBe('und');
  });
});
