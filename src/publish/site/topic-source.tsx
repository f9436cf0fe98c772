import type { TopicCard } from '../../core/briefing.ts';
import { formatPartialDate } from '../format/time.ts';
import { webLink } from '../format/web-link.ts';

type Sourced = Pick<TopicCard, 'source' | 'licence' | 'asOf' | 'wikipediaUrl' | 'revision'>;

/** Deeds of the licences that texts and pictures here come under; those of others are named without a link. */
const DEEDS: Readonly<Record<string, string>> = {
  'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** The name of a licence, linked to its text where that is known. */
export function Licence({ name, url = null }: { readonly name: string; readonly url?: string | null }) {
  const link = webLink(url) ?? DEEDS[name] ?? null;
  return link === null ? (
    name
  ) : (
    <a href={link} rel="noopener">
      {name}
    </a>
  );
}

/** Where an encyclopaedic text comes from: source, licence, day, revision. */
export function TopicSource({ topic }: { readonly topic: Sourced }) {
  const link = webLink(topic.wikipediaUrl);
  const source = topic.source ?? 'the knowledge base';
  return (
    <p class="facts">
      {link === null ? (
        source
      ) : (
        <a href={link} rel="noopener">
          {source}
        </a>
      )}
      {topic.licence === null ? null : (
        <>
          , <Licence name={topic.licence} />
        </>
      )}
      {topic.asOf === null ? null : `, as of ${formatPartialDate(topic.asOf)}`}
      {topic.revision == null ? null : ` (revision ${topic.revision})`}
    </p>
  );
}
