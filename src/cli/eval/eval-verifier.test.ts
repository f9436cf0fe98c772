import { describe, expect, it } from 'vitest';
import { type Judged, verifierFigures } from './eval-verifier.ts';
import type { Subject } from './verifier/mutations/mutation.ts';
import { negation } from './verifier/mutations/said.ts';
import { comparison } from './verifier/mutations/turned.ts';

function judged(type: string, isTrue: boolean, ok: boolean): Judged {
  const verdict = ok ? { ok } : { ok, reasons: [] };
  return { part: 'dev', type, isTrue, id: 'x', text: '', verdict: verdict as Judged['verdict'] };
}

function subject(text: string, evidence: string): Subject {
  const words = [...text.matchAll(/[\p{L}]+/gu)].map(({ 0: word, index }) => {
    const place = { start: index, end: index + word.length, sentence: 0 };
    return { ...place, text: word, lower: word.toLowerCase(), tag: 'NOUN' };
  });
  const reading = { entities: [], mentions: [], descriptions: [], figures: [], quotes: [], dates: [] };
  return {
    text,
    words,
    evidence,
    claims: [1],
    annotation: { ...reading, words, sentences: [] },
    spoken: '',
    unspoken: evidence,
    outlets: [],
    storyOutlets: 2,
    stock: { names: [], offices: [], outlets: [], counted: [], words: new Map(), claims: [] },
    seed: 1,
  };
}

describe('verifierFigures', () => {
  it('counts true statements that were accepted and false ones that were rejected, those by hand apart', () => {
    const figures = verifierFigures([
      judged('paraphrase', true, true),
      judged('extracted', true, false),
      judged('figure', false, false),
      judged('name', false, true),
      judged('by_hand', false, true),
    ]);
    expect(figures).toMatchObject({
      'dev.accepted': 0.5,
      'dev.rejected': 0.5,
      'dev.figure': 1,
      'dev.name': 0,
      'dev.by_hand': 0,
    });
  });
});

describe('mutations', () => {
  it('puts a denial in', () => {
    const mutants = negation(subject('The mill was closed.', 'The mill was closed.'));
    expect(mutants.map(({ text }) => text)).toEqual(['The mill was not closed.']);
  });

  it('leaves out what the evidence says, too', () => {
    expect(comparison(subject('It is larger.', 'It is larger.'))).toEqual([{ text: 'It is smaller.' }]);
    expect(comparison(subject('It is larger.', 'It is larger and not smaller.'))).toEqual([]);
  });
});
