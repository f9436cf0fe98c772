/**
 * `npm run train -- NAME`: trains data/models/NAME.json anew from ../shared/data, on one core, the same bytes each time.
 */
import { train as backgroundDf } from './train/background-df.ts';
import { train as linking } from './train/linking.ts';
import { train as topicContexts } from './train/topic-contexts.ts';
import { train as topicTypes } from './train/topic-types.ts';
import { train as topicWords } from './train/topic-words.ts';

const TRAINERS: Readonly<Record<string, () => void | Promise<void>>> = {
  'background-df': backgroundDf,
  linking,
  'topic-contexts': topicContexts,
  'topic-types': topicTypes,
  'topic-words': topicWords,
};

const [name = ''] = process.argv.slice(2);
const trainer = TRAINERS[name];
if (trainer === undefined) {
  console.error(`usage: npm run train -- ${Object.keys(TRAINERS).join('|')}`);
  process.exit(2);
}
await trainer();
