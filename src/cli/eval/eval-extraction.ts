import type { ExtractedArticle } from '../../core/article.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import { decodeText } from '../../http/decode-text.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { evalMetadata } from './eval-metadata.ts';
import { readFolder, readJson } from './read-data.ts';
import { shingleScore } from './scores.ts';

type GroundTruth = Record<string, { readonly articleBody: string; readonly url?: string }>;

/** F1 of extraction on the pages of the article-extraction-benchmark, and metadata on those of Mozilla Readability. */
export async function evalExtraction(pool: ApplyPool): Promise<Record<string, number>> {
  const truth = readJson<GroundTruth>('extraction/aeb/ground-truth.json');
  const pages = readFolder('extraction/aeb/html');
  const pairs = await Promise.all(
    Object.entries(truth).map(async ([id, { articleBody, url }]) => {
      const bytes = pages.get(`${id}.html.gz`) ?? Buffer.alloc(0);
      const page = {
        url: url ?? 'https://unknown.invalid/',
        html: decodeText(bytes, null, 'html').text,
        item: null,
        failureCode: null,
      };
      const applied = await pool.apply('extract', page);
      const extracted = applied.ok ? (applied.value as Result<ExtractedArticle, Failure>) : applied;
      return { gold: articleBody, predicted: extracted.ok ? extracted.value.text : '' };
    }),
  );
  const score = shingleScore(pairs);
  return {
    'aeb.precision': score.precision,
    'aeb.recall': score.recall,
    'aeb.f1': score.f1,
    ...evalMetadata(),
  };
}
