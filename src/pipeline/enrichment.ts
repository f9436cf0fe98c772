import type { Failure } from '../core/failure.ts';
import type { KnowledgeImage, PictureFile } from '../core/knowledge-base.ts';
import type { Topic } from '../core/topic.ts';
import type { IdentifiedTopic } from '../core/topic-identity.ts';
import { savePicture } from '../store/pictures.ts';
import type { Db } from '../store/store.ts';
import { saveIdentifiedTopics } from '../store/topic-identity.ts';
import { markStoriesOfTopic } from '../store/topics-to-enrich.ts';
import { nameAlias } from '../topics/name-alias.ts';
import { itemOf, type LookedUp } from './look-up-topic.ts';

/** A topic as it is to be stored after a knowledge base has told of it. */
export interface Enrichment {
  /** Null when nothing was found. */
  readonly found: IdentifiedTopic | null;
  readonly picture: { readonly image: KnowledgeImage; readonly file: PictureFile } | null;
  readonly failure: Failure | null;
}

/** Pages of this many newest stories are renewed when a topic's card changes. */
const RENEWED_STORIES = 50;

function typeOf(known: Topic, found: Topic): Topic['type'] {
  return found.type === 'other' ? known.type : found.type;
}

/** What an answer makes of a topic. A topic that only the articles knew comes into the base, under its own address and by its own name too. */
export function enrichmentOf(
  { wanted, answer, file, failure }: LookedUp,
  reading: { readonly language: string; readonly countries: ReadonlyMap<string, string> },
): Enrichment {
  const item = answer === null ? null : itemOf(answer, reading);
  if (answer === null || item === null) return { found: null, picture: null, failure };
  const { summary, image } = answer;
  const { topic } = wanted;
  const text =
    summary === null
      ? {}
      : {
          extract: summary.text,
          wikipediaUrl: summary.url,
          source: summary.source,
          licence: summary.licence,
          asOf: summary.asOf,
          revision: summary.revision,
        };
  const own = nameAlias(topic.title, item.aliases[0]?.weight ?? 1);
  return {
    found: {
      ...item,
      // Of an item whose class tells nothing, the type known before stands.
      topic: { ...item.topic, ...text, type: typeOf(topic, item.topic), id: topic.id, slug: topic.slug },
      aliases: [
        ...item.aliases,
        ...own.filter(({ key }) => item.aliases.every((alias) => alias.key !== key)),
      ],
    },
    picture: image === null || file === null ? null : { image, file },
    failure,
  };
}

/** Stores what was found and has the stories that show it briefed again. The caller holds the transaction. Returns the topic's id. */
export async function saveEnrichment(
  db: Db,
  { found, picture }: Enrichment,
  at: number,
): Promise<string | null> {
  if (found === null) return null;
  const [id] = await saveIdentifiedTopics(db, [found], 'renew');
  if (id === undefined) return null;
  await db.updateTable('topics').set({ origin: 'base' }).where('id', '=', id).execute();
  if (picture !== null) {
    const { fileUrl: _, ...credit } = picture.image;
    const stored = { id: await savePicture(db, picture.file, at), ...credit };
    await db
      .updateTable('topics')
      .set({ picture: JSON.stringify(stored) })
      .where('id', '=', id)
      .execute();
  }
  await markStoriesOfTopic(db, id, RENEWED_STORIES);
  return id;
}
