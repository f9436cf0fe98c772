import type { TopicPlace } from './topic-identity.ts';

/** Two rows of one name in one country are one place up to this far apart: bases put the point of a city differently. */
export const SAME_PLACE_KM = 25;

const KM_PER_DEGREE = 111.2;

/** Kilometres between two places, on a plane: exact enough over the width of a city, and on both sides of the date line. */
export function distanceKm(a: TopicPlace, b: TopicPlace): number {
  const north = a.latitude - b.latitude;
  const apart = Math.abs(a.longitude - b.longitude);
  const east = Math.min(apart, 360 - apart) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east) * KM_PER_DEGREE;
}
