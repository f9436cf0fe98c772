/** Everything about outgoing requests that may be set. Times in milliseconds, sizes in bytes of the decoded body. */
export interface HttpOptions {
  /** Sent with every request; its product token (before the `/`) is what robots.txt rules are matched with. */
  readonly userAgent: string;
  /** One try from the first byte sent to the last byte read, redirects included, waiting for its turn not. */
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  readonly perHostConcurrency: number;
  /** Between two starts at one host; a larger Crawl-delay of its robots.txt wins. */
  readonly perHostDelayMs: number;
  /** The same for hosts that are a private address or localhost, reachable only with `allowPrivateHosts`. */
  readonly privateHostDelayMs: number;
  /** No Crawl-delay holds longer than this. */
  readonly maxCrawlDelayMs: number;
  readonly globalConcurrency: number;
  /** Further tries after a failure that may pass. */
  readonly retries: number;
  /** First pause before trying again; doubles each time. A Retry-After of the server wins. */
  readonly backoffMs: number;
  /** A longer pause than this is not waited for: the failure goes back to the caller with `retryAfterMs`. */
  readonly maxRetryWaitMs: number;
  /** Lets requests reach loopback and private networks, on any port. */
  readonly allowPrivateHosts: boolean;
}

export const DEFAULT_HTTP_OPTIONS: HttpOptions = {
  userAgent: 'Variorum/0.1 (+https://variorum.example/reader)',
  timeoutMs: 30_000,
  connectTimeoutMs: 10_000,
  maxBytes: 10_000_000,
  maxRedirects: 5,
  perHostConcurrency: 2,
  perHostDelayMs: 500,
  privateHostDelayMs: 0,
  maxCrawlDelayMs: 30_000,
  globalConcurrency: 32,
  retries: 3,
  backoffMs: 1_000,
  maxRetryWaitMs: 60_000,
  allowPrivateHosts: false,
};
