import type { Kysely } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';
import { initial } from './0001-initial.ts';
import { knowledge } from './0003-knowledge.ts';
import { storyLife } from './0005-story-life.ts';
import { sections } from './0006-sections.ts';
import { coverage } from './0007-coverage.ts';
import { signatureColumns } from './0008-signature-columns.ts';
import { languageModel } from './0012-language-model.ts';
import { subscribers } from './0014-subscribers.ts';
import { administration } from './0016-administration.ts';
import { versionTimes } from './0020-version-times.ts';
import { waitingArticles } from './0021-waiting-articles.ts';
import { storyRoster } from './0022-story-roster.ts';
import { siteMark } from './0026-site-mark.ts';
import { briefingCards } from './0027-briefing-cards.ts';
import { writings } from './0028-writings.ts';
import { hubSubscriptions } from './0030-hub-subscriptions.ts';
import { sourceKinds } from './0031-source-kinds.ts';

export interface NumberedMigration {
  readonly name: string;
  readonly up: (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;
}

/** Append-only. A migration that has been released is never edited; a test holds the hash of each file. */
export const MIGRATIONS: readonly NumberedMigration[] = [
  { name: '0001-initial', up: initial },
  { name: '0003-knowledge', up: knowledge },
  { name: '0005-story-life', up: storyLife },
  { name: '0006-sections', up: sections },
  { name: '0007-coverage', up: coverage },
  { name: '0008-signature-columns', up: signatureColumns },
  { name: '0012-language-model', up: languageModel },
  { name: '0014-subscribers', up: subscribers },
  { name: '0016-administration', up: administration },
  { name: '0020-version-times', up: versionTimes },
  { name: '0021-waiting-articles', up: waitingArticles },
  { name: '0022-story-roster', up: storyRoster },
  { name: '0026-site-mark', up: siteMark },
  { name: '0027-briefing-cards', up: briefingCards },
  { name: '0028-writings', up: writings },
  { name: '0030-hub-subscriptions', up: hubSubscriptions },
  { name: '0031-source-kinds', up: sourceKinds },
];
