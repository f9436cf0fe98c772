import { describe, expect, it } from 'vitest';
import { createAnnotateTools } from './annotate-tools.ts';
import { findQuoted } from './quoted-spans.ts';
import { addressesReader } from './reader-address.ts';
import { buildDocument } from './text-document.ts';

const tools = createAnnotateTools();

function addresses(text: string): boolean {
  const document = buildDocument(text, 'en', tools.tagEnglish);
  const quoted = findQuoted(text);
  const [sentence] = document.sentences;
  if (sentence === undefined) return false;
  return addressesReader(document, sentence, (token) =>
    quoted.some((span) => span.start <= token.start && token.end <= span.end),
  );
}

describe('addressesReader', () => {
  it.each<[string, boolean]>([
    ['Read the full report on the dam here.', true],
    ['Here is what you should know about the dam.', true],
    ['Check your own street on the map.', true],
    ['“You must leave,” the mayor told them on Monday.', false],
    ['The dam burst on Monday, killing 31 people.', false],
    ['Watch makers met in Lund on Monday.', false],
    ['Young voters stayed at home.', false],
  ])('tells whether the reader is meant: %s', (text, expected) => {
    expect(addresses(text)).toBe(expected);
  });
});
