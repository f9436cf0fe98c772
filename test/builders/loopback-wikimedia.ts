import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';

/** An invented thing as the loopback base knows it. */
export interface WikiThing {
  readonly qid: string;
  readonly label: string;
  readonly description: string;
  readonly aliases?: readonly string[];
  /** Classes, as `Q5`. */
  readonly classes: readonly string[];
  /** Title and opening of its article; without one it has none. */
  readonly article?: { readonly title: string; readonly extract: string; readonly type?: string };
  readonly picture?: { readonly name: string; readonly artist: string; readonly licence: string };
  readonly point?: readonly [number, number];
  readonly country?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface LoopbackWikimedia {
  readonly baseUrl: string;
  /** Paths with their questions, in the order they came. */
  readonly requests: string[];
  /** Headers of the last request. */
  lastHeaders(): Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Answers the next request in another way than it would. */
  answerNext(answer: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

const statement = (value: unknown) => ({
  mainsnak: { snaktype: 'value', datavalue: { value } },
  type: 'statement',
  rank: 'normal',
});
const item = (id: string) => statement({ 'entity-type': 'item', id });
const term = (value: string) => ({ language: 'en', value });

/** The item in the form of `wbgetentities` and of the dump. */
export function wikidataEntity(thing: WikiThing): object {
  const { qid, label, description, aliases = [], classes, article, picture, point, country, claims } = thing;
  return {
    type: 'item',
    id: qid,
    labels: { en: term(label) },
    descriptions: { en: term(description) },
    aliases: { en: aliases.map(term) },
    claims: {
      P31: classes.map(item),
      ...(country === undefined ? {} : { P17: [item(country)] }),
      ...(picture === undefined ? {} : { P18: [statement(picture.name)] }),
      ...(point === undefined ? {} : { P625: [statement({ latitude: point[0], longitude: point[1] })] }),
      ...claims,
    },
    sitelinks: article === undefined ? {} : { enwiki: { site: 'enwiki', title: article.title, badges: [] } },
    modified: '2026-11-20T10:00:00Z',
  };
}

/** A PNG of a hillside at dusk: real bytes that a browser shows. */
function samplePng(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const isHill = y > height * (0.62 + 0.12 * Math.sin((x / width) * 5));
      const light = Math.round((y / height) * 90);
      rows.set(isHill ? [46, 74, 62] : [110 + light, 140 + light, 190], at);
    }
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function search(things: readonly WikiThing[], query: URLSearchParams): object {
  const wanted = (query.get('search') ?? '').toLowerCase();
  const hits = things.flatMap((thing) => {
    const text = [thing.label, ...(thing.aliases ?? [])].find((name) =>
      name.toLowerCase().startsWith(wanted),
    );
    return text === undefined ? [] : [{ thing, text }];
  });
  return {
    searchinfo: { search: query.get('search') },
    search: hits.map(({ thing, text }) => ({
      id: thing.qid,
      title: thing.qid,
      repository: 'wikidata',
      url: `//www.wikidata.org/wiki/${thing.qid}`,
      label: thing.label,
      description: thing.description,
      match: { type: text === thing.label ? 'label' : 'alias', language: 'en', text },
    })),
    success: 1,
  };
}

function summary({ qid, description, article }: WikiThing): object {
  return {
    type: article?.type ?? 'standard',
    title: article?.title,
    wikibase_item: qid,
    lang: 'en',
    revision: '1299000111',
    timestamp: '2026-11-19T08:30:00Z',
    description,
    content_urls: {
      desktop: { page: `https://en.wikipedia.org/wiki/${article?.title.replaceAll(' ', '_')}` },
    },
    extract: article?.extract,
    extract_html: `<p>${article?.extract}</p>`,
  };
}

function imageInfo({ picture }: WikiThing, baseUrl: string): object {
  const field = (value: string) => ({ value, source: 'commons-desc-page' });
  const file = encodeURIComponent(picture?.name ?? '');
  return {
    ns: 6,
    title: `File:${picture?.name}`,
    imagerepository: 'local',
    imageinfo: [
      {
        size: 2_000_000,
        width: 3300,
        height: 2200,
        thumburl: `${baseUrl}/upload/thumb/330px-${file}`,
        thumbwidth: 330,
        thumbheight: 220,
        url: `${baseUrl}/upload/${file}`,
        descriptionurl: `https://commons.wikimedia.org/wiki/File:${file}`,
        extmetadata: {
          Artist: field(picture?.artist ?? ''),
          LicenseShortName: field(picture?.licence ?? ''),
          LicenseUrl: field('https://creativecommons.org/licenses/by-sa/4.0'),
        },
      },
    ],
  };
}

function answerTo(url: URL, things: readonly WikiThing[], baseUrl: string): object | Buffer | null {
  const { pathname, searchParams: query } = url;
  if (pathname === '/wikidata/w/api.php' && query.get('action') === 'wbsearchentities')
    return search(things, query);
  if (pathname === '/wikidata/w/api.php') {
    const qid = query.get('ids') ?? '';
    const found = things.find((thing) => thing.qid === qid);
    const entity = found === undefined ? { id: qid, missing: '' } : wikidataEntity(found);
    return { entities: { [qid]: entity }, success: 1 };
  }
  if (pathname === '/commons/w/api.php') {
    const found = things.find(({ picture }) => `File:${picture?.name}` === query.get('titles'));
    const page =
      found === undefined ? { title: query.get('titles'), missing: true } : imageInfo(found, baseUrl);
    return { batchcomplete: true, query: { pages: [page] } };
  }
  const title = /^\/wikipedia\/en\/api\/rest_v1\/page\/summary\/(.+)$/.exec(pathname)?.[1];
  const page = things.find(
    ({ article }) => article?.title.replaceAll(' ', '_') === decodeURIComponent(title ?? ''),
  );
  if (page !== undefined) return summary(page);
  return pathname.startsWith('/upload/thumb/') ? samplePng(330, 220) : null;
}

/** Wikidata, Wikipedia and Commons on one loopback port, with the shapes of their interfaces and things of our own invention. */
export async function startLoopbackWikimedia(things: readonly WikiThing[]): Promise<LoopbackWikimedia> {
  const requests: string[] = [];
  const others: ((response: ServerResponse) => void)[] = [];
  let headers: LoopbackWikimedia['lastHeaders'] extends () => infer H ? H : never = {};
  let baseUrl = '';
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    headers = request.headers;
    const other = others.shift();
    if (other !== undefined) return other(response);
    const answer = answerTo(new URL(request.url ?? '', baseUrl), things, baseUrl);
    if (answer === null) response.writeHead(404).end('{}');
    else if (Buffer.isBuffer(answer)) response.writeHead(200, { 'content-type': 'image/png' }).end(answer);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl,
    requests,
    lastHeaders: () => headers,
    answerNext: (answer) => others.push(answer),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
