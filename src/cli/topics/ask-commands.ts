import type { Command } from 'commander';
import { type App, createApp } from '../../app.ts';
import { AppError } from '../../core/app-error.ts';
import type { KnowledgeBase } from '../../core/knowledge-base.ts';
import { bareTopic, type Topic } from '../../core/topic.ts';
import { enrichmentOf, saveEnrichment } from '../../pipeline/enrichment.ts';
import { lookUpTopic } from '../../pipeline/look-up-topic.ts';
import { countryCodes } from '../../store/topic-registers.ts';
import { topicOfId, topicOfQid, topicsBefore } from '../../store/topics-to-enrich.ts';
import type { WantedTopic } from '../../topics/choose-knowledge.ts';
import { topicSlug } from '../../topics/topic-slug.ts';
import { emit, say } from '../output.ts';
import { reportRows } from '../row-progress.ts';
import { type CommonOptions, configOf, withCommonOptions } from '../settings.ts';

interface AskOptions extends CommonOptions {
  readonly language: string;
  readonly allowPrivateHosts?: boolean;
}

interface RefreshOptions extends AskOptions {
  readonly days: string;
}

const DAY_MS = 86_400_000;

function withAskOptions(command: Command): Command {
  return withCommonOptions(command)
    .option('--language <code>', 'of names and paragraphs', 'en')
    .option('--allow-private-hosts', 'for a mirror on loopback or a private network');
}

/** Everything but the workers: nothing else is to be read or briefed meanwhile. */
async function openApp(options: AskOptions): Promise<App> {
  const allow = options.allowPrivateHosts ? 'on' : undefined;
  const config = configOf(options, { roles: 'web', allowPrivateHosts: allow });
  if (config.knowledge === null) {
    throw new AppError('knowledge/off', 'No knowledge base may be asked.', {
      hint: 'Set VARIORUM_KNOWLEDGE=wikimedia, and VARIORUM_CONTACT to an address of yours.',
      blame: 'user',
    });
  }
  return await createApp(config, { logLevel: 'warn' });
}

function knowledgeOf(app: App): KnowledgeBase {
  if (app.world.knowledge === null) throw new AppError('knowledge/off', 'No knowledge base may be asked.');
  return app.world.knowledge;
}

/** `topics search NAME`, `topics fetch QID|NAME`, `topics refresh`: ask the knowledge base that the settings name. */
export function askCommands(topics: Command): void {
  withAskOptions(topics.command('search'))
    .description('what a name may mean, by the knowledge base of VARIORUM_KNOWLEDGE')
    .argument('<name>')
    .action(async (name: string, options: AskOptions) => {
      await using app = await openApp(options);
      const found = await search(app, name, options.language);
      for (const candidate of found) {
        const { qid, label, description } = candidate;
        await emit(options.json ? JSON.stringify(candidate) : `${qid}\t${label}\t${description ?? ''}`);
      }
      if (found.length === 0) say(`The knowledge base has nothing called "${name}".`);
    });
  withAskOptions(topics.command('fetch'))
    .description('fetch one topic with paragraph and picture, by its Wikidata id or by name')
    .argument('<id>', 'as Q42, or a name: then the first that a search finds')
    .action(async (given: string, options: AskOptions) => {
      await using app = await openApp(options);
      const qid = /^Q[1-9]\d*$/.test(given) ? given : await firstOf(app, given, options.language);
      const topic = await fetchTopic(app, await wantedOf(app, qid), options.language);
      await show(topic, options.json === true);
    });
  withAskOptions(topics.command('refresh'))
    .description('fetch again what was fetched some time ago')
    .option('--days <number>', 'topics whose paragraph is older than this', '90')
    .action(refresh);
}

async function search(app: App, name: string, language: string) {
  const found = await knowledgeOf(app).search(name, language);
  if (!found.ok) throw new AppError(found.error.code, found.error.message, { blame: 'user' });
  return found.value;
}

async function firstOf(app: App, name: string, language: string): Promise<string> {
  const [first] = await search(app, name, language);
  if (first !== undefined) return first.qid;
  throw new AppError('knowledge/no-match', `The knowledge base has nothing called "${name}".`, {
    hint: 'Try another spelling, or look the thing up on wikidata.org and give its id.',
    blame: 'user',
  });
}

/** The stored topic of an id, or a new one of which nothing is known yet. */
async function wantedOf(app: App, qid: string): Promise<WantedTopic> {
  const stored = await topicOfQid(app.store.db, qid);
  if (stored !== null) return { ...stored, texts: [] };
  const topic = bareTopic({ id: qid, slug: '', title: qid, type: 'other', qid, origin: 'base' });
  return { topic, identity: { keys: [], place: null }, texts: [] };
}

async function fetchTopic(app: App, wanted: WantedTopic, language: string): Promise<Topic> {
  const { db } = app.store;
  const reading = { language, countries: await countryCodes(db) };
  const lookedUp = await lookUpTopic(knowledgeOf(app), wanted, { ...reading, fresh: true });
  const { found, picture, failure } = enrichmentOf(lookedUp, reading);
  if (found === null) {
    const { code, message } = failure ?? { code: 'knowledge/no-match', message: 'Nothing was found.' };
    throw new AppError(code, message, { blame: 'user' });
  }
  // A slug is for life: one that is new is made of the name that was fetched.
  const slug = wanted.topic.slug === '' ? topicSlug(found.topic.title, found.topic.id) : wanted.topic.slug;
  const named = { ...found, topic: { ...found.topic, slug } };
  const id = await db
    .transaction()
    .execute((transaction) =>
      saveEnrichment(transaction, { found: named, picture, failure }, app.clock.now()),
    );
  if (failure !== null) say(`variorum: ${failure.message}`);
  const stored = await topicOfId(db, id ?? named.topic.id);
  if (stored === null) throw new AppError('knowledge/lost', `The topic ${named.topic.id} was not stored.`);
  return stored.topic;
}

async function show(topic: Topic, json: boolean): Promise<void> {
  if (json) return await emit(JSON.stringify(topic));
  await emit(`${topic.title} (${topic.qid}): ${topic.description ?? 'no description'}`);
  if (topic.extract !== null) await emit(topic.extract);
  if (topic.source !== null) await emit(`${topic.source}, ${topic.licence}, as of ${topic.asOf}`);
  if (topic.picture !== null) await emit(`Picture: ${topic.picture.credit ?? '-'}, ${topic.picture.licence}`);
  say('Stories that show it are briefed again in the next round.');
}

async function refresh(options: RefreshOptions): Promise<void> {
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 0) {
    throw new AppError('config/invalid', `--days has to be a whole number, not "${options.days}".`, {
      blame: 'user',
    });
  }
  await using app = await openApp(options);
  const before = new Date(app.clock.now() - days * DAY_MS).toISOString().slice(0, 10);
  const ids = await topicsBefore(app.store.db, before);
  const progress = reportRows('topics');
  let fetched = 0;
  try {
    for (const [index, id] of ids.entries()) {
      progress.update(index, { done: index, size: ids.length });
      const stored = await topicOfId(app.store.db, id);
      if (stored === null) continue;
      await fetchTopic(app, { ...stored, texts: [] }, options.language);
      fetched += 1;
    }
  } finally {
    progress.stop();
  }
  if (options.json) await emit(JSON.stringify({ fetched }));
  else say(`${fetched} topics fetched again.`);
}
