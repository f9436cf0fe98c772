import type { FailureCode } from './failure.ts';

export interface FailureWords {
  readonly means: string;
  readonly advice: string;
}

/** The words of docs/errors.md, for whoever runs the site; a test compares the two. */
export const FAILURE_WORDS: Readonly<Record<FailureCode, FailureWords>> = {
  'http/blocked-address': {
    means: 'the address is on a private network or loopback',
    advice: 'nothing, or `--allow-private-hosts` for your own press',
  },
  'http/robots': {
    means: "the site's robots.txt does not allow it",
    advice: "respect it; the feed's own text is used",
  },
  'http/robots-unavailable': {
    means: "the site's robots.txt could not be had, so nothing is read there",
    advice: 'nothing; it is asked for again within the hour',
  },
  'http/timeout': {
    means: 'no complete answer in time',
    advice: "it is tried again; look at the outlet's health",
  },
  'http/too-large': {
    means: 'the answer is larger than a page or feed should be',
    advice: 'check that the address is a page, not a download',
  },
  'http/redirects': {
    means: 'too many redirects, or a loop',
    advice: 'open the address in a browser; many ask for cookies',
  },
  'http/gone': {
    means: 'the server says that this is gone for good (410)',
    advice:
      "a feed is not asked again by itself; look for the outlet's new one, or ask once more with `variorum poll`",
  },
  'http/status': {
    means: 'the server answered with an error',
    advice: '404: remove the feed; 403: the outlet may block readers',
  },
  'http/network': {
    means: 'the connection failed or broke',
    advice: 'it is tried again; check name resolution and firewall',
  },
  'http/unknown-host': {
    means: 'the name of the site is not known',
    advice: 'check the address for typing errors; it is tried again',
  },
  'http/certificate': {
    means: "the site's certificate is not trusted: expired, for another name, or self-signed",
    advice: 'the site has to put it right',
  },
  'http/bad-url': { means: 'not an http or https address', advice: 'correct it in the feed list' },
  'feed/not-a-feed': {
    means: 'the answer is no RSS, RDF, Atom or JSON Feed and no news site map, often a web page',
    advice: "find the feed's new address",
  },
  'feed/empty': {
    means: 'a feed without any readable item, or a page that links to no articles',
    advice: 'nothing; it is polled again',
  },
  'extract/no-content': {
    means: "neither page nor feed has an article's text",
    advice: 'nothing; live pages and galleries are such',
  },
  'extract/too-short': { means: 'too few words to say anything', advice: 'nothing' },
  'extract/not-html': { means: 'the page is something else, as a PDF', advice: 'nothing' },
  'extract/too-deep': { means: 'markup nested so deeply that it is broken or hostile', advice: 'nothing' },
  'extract/duplicate-address': { means: 'the same article under a second link', advice: 'nothing' },
  'stage/timeout': { means: 'reading a text took longer than allowed', advice: 'report it with the address' },
  'stage/crash': { means: 'a fault of the program on this input', advice: 'report it with the address' },
  'import/not-json': { means: 'a row is not a JSON object', advice: 'correct the row and import again' },
  'import/missing-field': {
    means: 'a row lacks a title, a text or another needed field',
    advice: 'correct the row and import again',
  },
  'import/bad-date': {
    means: "a row's date cannot be read",
    advice: 'use ISO 8601, as `2025-12-14` or `2025-12-14T09:12:00Z`',
  },
  'topics/bad-row': {
    means: 'a row of the knowledge base lacks an id or a name',
    advice: 'correct the row and import again',
  },
  'knowledge/busy': {
    means: 'the knowledge base asks to wait, or has failed several times in a row',
    advice: 'nothing; it is asked again in a later round',
  },
  'knowledge/odd-answer': {
    means: 'the knowledge base answered something that cannot be read',
    advice: 'check `VARIORUM_KNOWLEDGE_URL`; else report it with the topic',
  },
  'knowledge/no-match': {
    means: 'the knowledge base has nothing that is surely meant by the name',
    advice: 'nothing, or `topics fetch QID` with the right one',
  },
  'knowledge/bad-picture': {
    means: 'a picture is too large, of another kind than web pages show, or without a licence',
    advice: 'nothing; the topic is shown without one',
  },
  'model/unreachable': {
    means: 'the connection to the language model failed or broke',
    advice: 'start its server, check `VARIORUM_MODEL_URL`; `variorum doctor` tries it',
  },
  'model/timeout': {
    means: 'no whole answer in time',
    advice: 'raise `VARIORUM_MODEL_TIMEOUT`, or take a smaller model',
  },
  'model/busy': {
    means: "the model's server asks to wait, is overloaded, or has failed several times in a row",
    advice: 'nothing; it is asked again in a later round',
  },
  'model/key': { means: "the model's server refuses the key", advice: 'check `VARIORUM_MODEL_KEY`' },
  'model/not-found': {
    means: 'there is no such model, or no chat completions under the address',
    advice: 'check `VARIORUM_MODEL` and `VARIORUM_MODEL_URL`',
  },
  'model/refused': {
    means: "the model's server refuses the request",
    advice: 'see its words in the message; it may not speak the protocol',
  },
  'model/odd-answer': {
    means: 'the model has twice answered something that is not of the form asked for',
    advice: 'nothing; another model may do better',
  },
  'model/too-long': {
    means: "a question does not fit the model's context",
    advice: 'raise `VARIORUM_MODEL_CONTEXT`, if the model takes more',
  },
  'model/budget': { means: "the day's budget is spent", advice: 'nothing, or raise it' },
};
