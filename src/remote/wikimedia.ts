import type { Clock } from '../core/clock.ts';
import type { Failure } from '../core/failure.ts';
import type {
  KnowledgeBase,
  KnowledgeImage,
  KnowledgeSummary,
  KnowledgeTopic,
} from '../core/knowledge-base.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type CallGate, createCallGate, odd } from './call-gate.ts';
import { pictureType } from './picture-type.ts';
import { readEntity } from './read-entity.ts';
import { readImageInfo } from './read-image-info.ts';
import { readSearch } from './read-search.ts';
import { readSummary } from './read-summary.ts';
import { apiQuery, type WikimediaAddresses, wikimediaAddresses } from './wikimedia-addresses.ts';

export interface WikimediaOptions {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** An address that stands for all hosts of Wikimedia; null asks those themselves. */
  readonly baseUrl: string | null;
}

const CANDIDATES = '7';
/** A width that Commons keeps ready (mediawiki.org/wiki/Common_thumbnail_sizes); sharp on a card of 16 rem. */
const THUMBNAIL_WIDTH = '330';
const MAX_PICTURE_BYTES = 300_000;
const METADATA = 'Artist|Credit|LicenseShortName|LicenseUrl|NonFree';
/** Labels and aliases are asked for in these beside the one wanted, so that articles in other languages name the topic too. */
const NAME_LANGUAGES = ['mul', 'en', 'de', 'fr', 'es', 'it', 'pt', 'uk', 'ru', 'ar', 'zh'];

/**
 * Wikidata for what a thing is and is called, Wikipedia for a paragraph, Commons for a picture with its credit. The User-Agent of the
 * client has to name a contact (foundation.wikimedia.org/wiki/Policy:User-Agent_policy); configuration sees to that.
 */
export function createWikimedia({ http, clock, baseUrl }: WikimediaOptions): KnowledgeBase {
  const addresses = wikimediaAddresses(baseUrl);
  const gate = createCallGate(http, clock);
  return {
    async search(name, language) {
      const parameters = { action: 'wbsearchentities', search: name, type: 'item', limit: CANDIDATES };
      const url = apiQuery(addresses.wikidataApi, { ...parameters, language, uselang: language });
      const answer = await gate.json(url);
      if (!answer.ok) return answer;
      const candidates = readSearch(answer.value);
      return candidates === null ? err(odd(url, 'no list of search results')) : ok(candidates);
    },
    topic: (qid, language) => askTopic(gate, addresses, qid, language),
    async file(image) {
      // An answer may be cached from another configuration.
      if (!image.fileUrl.startsWith(addresses.uploadPrefix))
        return err(badPicture(image, 'lies on another host'));
      const response = await gate.file(image.fileUrl, MAX_PICTURE_BYTES);
      if (!response.ok) {
        const { error } = response;
        return err(error.code === 'http/too-large' ? badPicture(image, 'is too large') : error);
      }
      const { bytes } = response.value;
      const mediaType = pictureType(bytes);
      return mediaType === null
        ? err(badPicture(image, 'is no JPEG, PNG, WebP or GIF'))
        : ok({ mediaType, bytes });
    },
  };
}

async function askTopic(
  gate: CallGate,
  addresses: WikimediaAddresses,
  qid: string,
  language: string,
): Promise<Result<KnowledgeTopic | null, Failure>> {
  const url = apiQuery(addresses.wikidataApi, {
    action: 'wbgetentities',
    ids: qid,
    props: 'info|labels|descriptions|aliases|claims|sitelinks',
    languages: [...new Set([language, ...NAME_LANGUAGES])].join('|'),
  });
  const answer = await gate.json(url);
  if (!answer.ok) return answer;
  const read = readEntity(answer.value, language);
  if (read.kind === 'odd') return err(odd(url, 'no item of Wikidata'));
  if (read.kind === 'missing') return ok(null);
  const { entity } = read;
  const summary = await askSummary(gate, addresses, entity.article, entity.qid, language);
  if (!summary.ok) return summary;
  const image = await askImage(gate, addresses, entity.imageName);
  if (!image.ok) return image;
  return ok({ qid: entity.qid, entity: entity.json, summary: summary.value, image: image.value });
}

async function askSummary(
  gate: CallGate,
  addresses: WikimediaAddresses,
  article: string | null,
  qid: string,
  language: string,
): Promise<Result<KnowledgeSummary | null, Failure>> {
  if (article === null) return ok(null);
  const answer = await gate.json(addresses.summary(language, article));
  if (answer.ok) return ok(readSummary(answer.value, qid, language));
  // An article that was deleted or moved since: the topic is told without a paragraph.
  return (answer.error.code === 'http/status' || answer.error.code === 'http/gone') && !answer.error.retryable
    ? ok(null)
    : answer;
}

async function askImage(
  gate: CallGate,
  addresses: WikimediaAddresses,
  name: string | null,
): Promise<Result<KnowledgeImage | null, Failure>> {
  if (name === null) return ok(null);
  const url = apiQuery(addresses.commonsApi, {
    action: 'query',
    titles: `File:${name}`,
    prop: 'imageinfo',
    iiprop: 'url|size|extmetadata',
    iiurlwidth: THUMBNAIL_WIDTH,
    iiextmetadatafilter: METADATA,
  });
  const answer = await gate.json(url);
  return answer.ok ? ok(readImageInfo(answer.value, addresses.uploadPrefix)) : answer;
}

function badPicture(image: KnowledgeImage, problem: string): Failure {
  const message = `The picture ${image.fileUrl.slice(0, 200)} ${problem}. The topic is shown without it.`;
  return { code: 'knowledge/bad-picture', message, retryable: false };
}
