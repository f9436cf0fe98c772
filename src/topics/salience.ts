import type { Annotation } from '../core/annotation.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { bareName } from './name-keys.ts';

const LEAD_SENTENCES = 3;
const LEAD_WEIGHT = 2;
const TITLE_WEIGHT = 3;

/** True when a title names an entity, by its whole name or its last word. */
export function isInTitle(name: string, title: string): boolean {
  const words = ` ${normaliseName(title)} `;
  const key = bareName(normaliseName(name));
  const last = key.split(' ').at(-1) ?? '';
  return key !== '' && (words.includes(` ${key} `) || (last.length > 3 && words.includes(` ${last} `)));
}

/**
 * Share of an article's mentions that name each entity, by entity index; a mention in the first three sentences counts twice, the title
 * three times. The shares sum to 1.
 */
export function entitySalience(annotation: Annotation, title: string): number[] {
  const weights = annotation.entities.map(({ name }): number => (isInTitle(name, title) ? TITLE_WEIGHT : 0));
  for (const mention of annotation.mentions) {
    const isLead = mention.sentence >= 0 && mention.sentence < LEAD_SENTENCES;
    const known = weights[mention.entity];
    if (known !== undefined) weights[mention.entity] = known + (isLead ? LEAD_WEIGHT : 1);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total === 0 ? 0 : Math.round((weight / total) * 1000) / 1000));
}
