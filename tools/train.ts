/**
 * `npm run train -- NAME`: trains data/models/NAME.json anew from ../shared/data, on one core, the same bytes each time.
 * `all` trains one after another in the order in which they read each other.
 */
interface Trainer {
  train(): void | Promise<void>;
}

const TRAINERS: Readonly<Record<string, () => Promise<Trainer>>> = {
  'background-df': () => import('./train/background-df.ts'),
  'word-vectors': () => import('./train/word-vectors.ts'),
  'word-table': () => import('./train/word-table.ts'),
  'name-words': () => import('./train/name-words.ts'),
  names: () => import('./train/names.ts'),
  'name-types': () => import('./train/name-types.ts'),
  quotes: () => import('./train/quotes.ts'),
  roles: () => import('./train/roles.ts'),
  tone: () => import('./train/tone.ts'),
  'loaded-words': () => import('./train/loaded-words.ts'),
  sections: () => import('./train/sections.ts'),
  'topic-words': () => import('./train/topic-words.ts'),
  'topic-types': () => import('./train/topic-types.ts'),
  'topic-contexts': () => import('./train/topic-contexts.ts'),
  linking: () => import('./train/linking.ts'),
};

const [name = ''] = process.argv.slice(2);
const names = name === 'all' ? Object.keys(TRAINERS) : [name];
for (const each of names) {
  const load = TRAINERS[each];
  if (load === undefined) {
    console.error(`usage: npm run train -- all|${Object.keys(TRAINERS).join('|')}`);
    process.exit(2);
  }
  await (await load()).train();
}
