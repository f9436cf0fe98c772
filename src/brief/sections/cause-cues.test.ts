import { describe, expect, it } from 'vitest';
import { namesReason, namesStakes, namesUnknown } from './cause-cues.ts';

describe('namesUnknown', () => {
  it.each([
    ['It was not immediately clear how the fire had begun.', true],
    ['Investigators have not said who owned the boat.', true],
    ['The ministry declined to say whether the pumps had been tested.', true],
    ['Little is known about the crew.', true],
    ['The cause of the fire remains unknown.', true],
    ['The council has yet to determine when the bridge will reopen.', true],
    ['Nobody knows the price of waiting better than she does.', false],
    ['The ministry declined to comment on the report.', false],
    ['Varga refused to say sorry to the families.', false],
    ['The council said the bridge would reopen in May.', false],
    ['A previously unknown painting was sold in Castrene.', false],
  ])('%s: %s', (text, expected) => {
    expect(namesUnknown(text)).toBe(expected);
  });
});

describe('namesReason', () => {
  it.each([
    ['The strike comes after months of talks over pay.', true],
    ['The order was issued in response to the leak.', true],
    ['Reporters have closely followed the events.', false],
    ['Police closed the roads leading to the harbour.', false],
    ['The committee met in the old town hall.', false],
  ])('%s: %s', (text, expected) => {
    expect(namesReason(text)).toBe(expected);
  });
});

describe('namesStakes', () => {
  it.each([
    ['The ruling could cost the line its licence.', true],
    ['Thousands of jobs are at risk.', true],
    ['According to a risk consultancy, 130 candidates were attacked.', false],
    ['Millions of people watched the match.', false],
  ])('%s: %s', (text, expected) => {
    expect(namesStakes(text)).toBe(expected);
  });
});
