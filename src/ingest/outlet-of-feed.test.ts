import { describe, expect, it } from 'vitest';
import { outletIdOf } from './outlet-of-feed.ts';

describe('outletIdOf', () => {
  it.each([
    ['https://www.bbc.co.uk/news', 'https://feeds.bbci.co.uk/news/rss.xml', 'bbc.co.uk'],
    [null, 'https://feeds.paper.com.au/rss', 'paper.com.au'],
    ['https://WWW.Paper.com/', 'https://x.example/', 'paper.com'],
    ['https://somebody.github.io/', 'https://x.example/', 'somebody.github.io'],
    ['http://127.0.1.7:8171/fox/', 'http://127.0.1.7:8171/fox/feed', '127.0.1.7:8171'],
    ['http://127.0.0.1/', 'http://127.0.0.1/feed', '127.0.0.1'],
    ['http://localhost:4001/', 'http://localhost:4001/feed', 'localhost:4001'],
    ['https://[::1]:9000/', 'https://[::1]:9000/feed', '[::1]:9000'],
    ['not a url', 'https://paper.com/feed', 'paper.com'],
  ])('of %j and %j is %s', (homeUrl, feedUrl, expected) => {
    expect(outletIdOf(homeUrl, feedUrl)).toBe(expected);
  });
});
