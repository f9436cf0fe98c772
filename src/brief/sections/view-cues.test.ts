import { describe, expect, it } from 'vitest';
import { holdsView, namesForecaster } from './view-cues.ts';

describe('holdsView', () => {
  it.each([
    ['Lindqvist argued that the bridge was closed too late.', true],
    ['The mayor called the closure a disgrace.', true],
    ['Varga said the council had “slept through ten years of warnings” at least.', true],
    ['The mayor met the divers on Tuesday, an official told the Tide.', false],
    ['Lindqvist met the divers, a spokesman said.', false],
  ])('%s', (text, expected) => {
    expect(holdsView(text)).toBe(expected);
  });
});

describe('namesForecaster', () => {
  it.each([
    ['Engineers expect the bridge to open in May.', true],
    ['The bridge may open in May, which could please the harbour.', false],
  ])('%s', (text, expected) => {
    expect(namesForecaster(text)).toBe(expected);
  });
});
