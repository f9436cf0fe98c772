/**
 * `npm run train -- NAME`: trains data/models/NAME.json anew from ../shared/data, on one core, the same bytes each time.
 */
import { train as backgroundDf } from './train/background-df.ts';
import { train as loadedWords } from './train/loaded-words.ts';
import { train as nameTypes } from './train/name-types.ts';
import { train as nameWords } from './train/name-words.ts';
import { train as names } from './train/names.ts';
import { train as quotes } from './train/quotes.ts';
import { train as roles } from './train/roles.ts';
import { train as tone } from './train/tone.ts';
import { train as wordTable } from './train/word-table.ts';
import { train as wordVectors } from './train/word-vectors.ts';

const TRAINERS: Readonly<Record<string, () => void | Promise<void>>> = {
  'background-df': backgroundDf,
  'name-words': nameWords,
  'name-types': nameTypes,
  names,
  quotes,
  roles,
  'word-vectors': wordVectors,
  'word-table': wordTable,
  tone,
  'loaded-words': loadedWords,
};

const [name = ''] = process.argv.slice(2);
const trainer = TRAINERS[name];
if (trainer === undefined) {
  console.error(`usage: npm run train -- ${Object.keys(TRAINERS).join('|')}`);
  process.exit(2);
}
await trainer();
