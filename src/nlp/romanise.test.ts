import { expect, it } from 'vitest';
import { romanised } from './romanise.ts';

it.each<[string, 'uk' | 'ru', string[]]>([
  ['Вересенський', 'uk', ['veresenskyy', 'veresensky']],
  ['Київ', 'uk', ['kyiv']],
  ['Чернігів', 'uk', ['chernihiv']],
  ['Анна Вересовская', 'ru', ['anna veresovskaya']],
  ['Юрий Щербин', 'ru', ['yuriy shcherbin', 'yury shcherbin', 'yuryi shcherbin']],
  ['', 'ru', []],
])('writes %s in Latin letters', (name, language, expected) => {
  expect(romanised(name, language)).toEqual(expected);
});
