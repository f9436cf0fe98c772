import { describe, expect, it } from 'vitest';
import { readFeedDocument } from '../../../ingest/parse-feed.ts';
import { atom, entry, URL_OF_FEED } from '../../../ingest/sample-feeds.ts';
import { readFeedCase } from './feed-case.ts';
import { readFeedMapping } from './feed-mapping.ts';
import { judgeCase } from './judge-case.ts';

const mapping = readFeedMapping();
const more =
  '<updated>2026-11-23T10:00:00Z</updated><category term="a" label="A"/><category term="B"/>' +
  '<summary type="html">Trams &lt;a href="/x">stop&lt;/a></summary>';
const document = atom(entry(1, more));

function verdictOn(expectation: string, { name = 'wellformed/own/one.xml', header = '' } = {}) {
  const comment = `<!--\n${header}\nDescription: own\nExpect:      ${expectation}\n-->\n`;
  const reading = readFeedDocument(document, { url: URL_OF_FEED, contentType: null });
  const verdict = judgeCase(
    readFeedCase(name, Buffer.from(comment + document)),
    reading.ok ? reading.value.feed : null,
    mapping,
  );
  return verdict.kind === 'excluded' ? verdict.as : verdict.kind;
}

describe('what a case says of our reading', () => {
  it.each([
    ["not bozo and entries[0]['title'] == 'Entry 1'", 'right'],
    ["entries[0]['title'] == 'Entry <b>1</b>'", 'right'],
    ["entries[0]['title'] == 'Entry 2'", 'wrong'],
    ["entries[1]['title'] == 'Entry 1'", 'wrong'],
    ["entries[0]['title'] == entries[0].title_detail.value == 'Entry 1'", 'right'],
    ["feed['title'] == 'x' or feed['language'] == 'en-gb'", 'right'],
    ["feed['title'] == 'x' and feed['language'] == 'en-gb'", 'wrong'],
    ["entries[0]['updated_parsed'] == (2026, 11, 23, 10, 0, 0, 0, 327, 0)", 'right'],
    ["entries[0]['updated_parsed'] == (2026, 11, 23, 11, 0, 0, 0, 327, 0)", 'wrong'],
    ["entries[0]['summary'] == 'Trams <a href=\"https://paper.example/x\">stop</a>'", 'right'],
    ["entries[0]['summary'] == 'Trams <a href=\"/x\">stop</a>'", 'wrong'],
    ['len(entries) == 1 and len(entries[0].tags) == 2', 'right'],
    ["entries[0].tags[1].term == 'B'", 'right'],
    ["not entries[0].has_key('link')", 'wrong'],
    ["entries[0]['content'][0]['value'] == ''", 'right'],
    ["entries[0]['rights'] == 'x'", 'item-field'],
    ["entries[0]['title'] == 'Entry 1' and entries[0]['rights'] == 'x'", 'item-field'],
    ["feed['generator'] == 'x'", 'feed-field'],
    ['bozo', 'well-formedness'],
    ['1', 'no-statement'],
    ['lambda x: x', 'form'],
  ])('%s: %s', (expectation, expected) => expect(verdictOn(expectation)).toBe(expected));

  it('is left out by folder and by header', () => {
    expect(verdictOn("feed['title'] == 'x'", { name: 'wellformed/cdf/own.xml' })).toBe('dead-format');
    const header = 'Header: Content-Location: http://paper.example/';
    expect(verdictOn("feed['link'] == 'x'", { header })).toBe('content-location');
  });

  it('has a reason for every kind of exclusion', () => {
    const kinds = [
      ...mapping.exclusions.map(({ kind }) => kind),
      'form',
      'item-field',
      'feed-field',
      'no-statement',
    ];
    for (const kind of kinds) expect(mapping.kinds[kind] ?? '').not.toBe('');
  });
});
