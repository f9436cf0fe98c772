import { createHash } from 'node:crypto';
import { PICTURE_TYPES, type PictureFile } from '../core/knowledge-base.ts';
import type { Db } from './store.ts';

/** Keeps a picture under an id made of its bytes, so that its address can be cached for good. Returns the id. */
export async function savePicture(db: Db, file: PictureFile, storedAt: number): Promise<string> {
  const bytes = Buffer.from(file.bytes);
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  await db
    .insertInto('pictures')
    .values({ id, mediaType: file.mediaType, bytes, storedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}

export async function pictureOf(db: Db, id: string): Promise<PictureFile | null> {
  const row = await db.selectFrom('pictures').selectAll().where('id', '=', id).executeTakeFirst();
  const mediaType = PICTURE_TYPES.find((type) => type === row?.mediaType);
  return row === undefined || mediaType === undefined ? null : { mediaType, bytes: row.bytes };
}
