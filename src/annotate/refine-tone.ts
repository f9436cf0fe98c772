import { type Annotation, type Mention, namesOnly, type Tone } from '../core/annotation.ts';
import { spanText } from '../core/span.ts';
import { ownVoiceMentions } from './own-voice.ts';
import type { ToneItem, ToneLabel } from './tone-task.ts';
import { weighTone } from './weigh-tone.ts';

/** Text that an annotation's offsets are into. */
export interface ToneText {
  readonly title: string;
  readonly text: string;
}

/** A sentence to be judged towards an entity of the annotation. */
export interface ToneQuestion extends ToneItem {
  readonly entity: number;
  /** Index into `Annotation.sentences`. */
  readonly index: number;
}

/** Questions of one article: most have fewer. */
const MAX_QUESTIONS = 24;
const MAX_OF_ENTITY = 8;
/** A longer one is a list or a page's furniture. */
const MAX_SENTENCE = 800;

interface Named {
  readonly entity: number;
  readonly mentions: readonly Mention[];
}

/**
 * What is worth asking of an article: its main people and bodies that the outlet names in its own voice and in a sentence with a loaded
 * word, since without one no tone is shown (see weigh-tone.ts). Those come first that the trained judge found a tone towards. A report
 * without loaded words asks nothing.
 */
export function toneQuestions({ title, text }: ToneText, annotation: Annotation): ToneQuestion[] {
  const own = namesOnly(annotation);
  const loaded = loadedSentences(own);
  const judged = new Set(own.tone.map(({ entity }) => entity));
  const named = [...ownVoiceMentions({ ...own, title })]
    .map(([entity, mentions]): Named => ({ entity, mentions }))
    .filter(({ mentions }) => mentions.some(({ sentence }) => loaded.has(sentence)))
    .sort(
      (a, b) =>
        Number(judged.has(b.entity)) - Number(judged.has(a.entity)) ||
        b.mentions.length - a.mentions.length ||
        a.entity - b.entity,
    );
  const questions = named.flatMap(({ entity, mentions }) => {
    const first = mentions.toSorted(
      (a, b) => Number(loaded.has(b.sentence)) - Number(loaded.has(a.sentence)) || a.sentence - b.sentence,
    );
    const asked = first.flatMap((mention) => questionOn(own, text, mention) ?? []);
    return distinct(asked)
      .slice(0, MAX_OF_ENTITY)
      .map((question) => ({ ...question, entity }));
  });
  return questions.slice(0, MAX_QUESTIONS);
}

function questionOn(annotation: Annotation, text: string, mention: Mention): ToneQuestion | null {
  const span = annotation.sentences[mention.sentence];
  if (span === undefined || span.end - span.start > MAX_SENTENCE) return null;
  const written = spanText(text, mention);
  const name = annotation.entities[mention.entity]?.name ?? written;
  const target = name === written ? name : `${written} (${name})`;
  return { entity: mention.entity, index: mention.sentence, target, sentence: spanText(text, span) };
}

/** A sentence printed twice is asked once. */
function distinct(questions: readonly ToneQuestion[]): ToneQuestion[] {
  const seen = new Set<string>();
  return questions.filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence));
}

function loadedSentences({ loadedWords }: Annotation): Set<number> {
  return new Set(loadedWords.map(({ sentence }) => sentence));
}

const VALUES: Readonly<Record<ToneLabel, number>> = { negative: -1, neutral: 0, positive: 1 };

/**
 * The tone of an article with the labels that the model `by` gave to its questions, one each. What the model was asked about, it has
 * judged, also where that leaves no tone; what it was not asked about stays as the trained judge found it.
 */
export function refineTone(
  { title }: Pick<ToneText, 'title'>,
  annotation: Annotation,
  questions: readonly ToneQuestion[],
  labels: readonly ToneLabel[],
  by: string,
): Tone[] {
  const own = namesOnly(annotation);
  const places = ownVoiceMentions({ ...own, title });
  const loaded = loadedSentences(own);
  const asked = [...new Set(questions.map(({ entity }) => entity))].sort((a, b) => a - b);
  const refined = asked.flatMap((entity) => {
    const evidence = questions.flatMap((question, index) => {
      const value = VALUES[labels[index] ?? 'neutral'];
      return question.entity === entity && value !== 0 ? [{ sentence: question.index, value }] : [];
    });
    const tone = weighTone(
      entity,
      places.get(entity)?.length ?? 0,
      evidence.sort((a, b) => a.sentence - b.sentence),
      loaded,
    );
    return tone === null ? [] : [{ ...tone, judgedBy: by }];
  });
  return [...refined, ...own.tone.filter(({ entity }) => !asked.includes(entity))];
}
