import { describe, expect, it } from 'vitest';
import {
  causeOf,
  givesReason,
  namesEffect,
  namesReason,
  namesStakes,
  namesUnknown,
  reasonedFor,
} from './cause-cues.ts';

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

describe('reasonedFor', () => {
  it.each([
    ['the words before the cue', 'The ferry stopped because of the storm.', 'The ferry stopped '],
    [
      'what follows a reason that opens the sentence',
      'Because of the storm, the ferry stopped.',
      ' the ferry stopped.',
    ],
    ['nothing when the opening sets a scene', 'Amid such talks, the ferry stopped.', ''],
    ['nothing where no reason is named', 'The ferry stopped at noon.', ''],
    [
      'the clause alone that has the reason',
      'The council met Aksel Holm, who is known because of the flood.',
      ', who is known ',
    ],
    [
      'nothing for the reason of what is said',
      'Varga is criticised for saying the bridge fell because of rust.',
      '',
    ],
    [
      'the clause alone of who was appointed',
      'The council picked Dora Holm, appointed after a vote because of the flood.',
      ', appointed after a vote ',
    ],
    [
      'the main clause when it goes on behind the other one',
      'The ferry, which is old, was stopped because of the storm.',
      'The ferry, which is old, was stopped ',
    ],
  ])('%s', (_, text, expected) => {
    expect(reasonedFor(text)).toBe(expected);
  });
});

describe('givesReason', () => {
  it.each([
    ['The ferry stopped due to the storm.', true],
    ['The ferry stopped due to flooding.', true],
    ['The minister is due to President Holm on Monday.', false],
    ['The minister is due to meet the crew on Monday.', false],
    ['The ferry stopped amid the storm.', false],
  ])('%s: %s', (text, expected) => {
    expect(givesReason(text)).toBe(expected);
  });
});

describe('namesEffect', () => {
  it.each([
    ['The leak prompted the council to close the bridge.', true],
    ['The leak grew overnight, forcing the council out.', false],
    ['The crew forced their way into the hall.', false],
    ['The leak forced the council to close the bridge.', true],
  ])('%s: %s', (text, expected) => {
    expect(namesEffect(text)).toBe(expected);
  });
});

describe('causeOf', () => {
  it.each([
    ['A leak triggered the talks.', true],
    ['The talks came after a leak.', true],
    ['The talks were held in the old hall.', false],
    ['A leak triggered an alarm; the talks went on.', false],
  ])('%s: %s', (text, expected) => {
    expect(causeOf('talks')(text)).toBe(expected);
  });
});
