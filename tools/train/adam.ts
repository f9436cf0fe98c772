/** Numbers that are learned, with their gradient and its moments. */
export interface Parameter {
  readonly values: Float64Array;
  readonly gradient: Float64Array;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

export interface AdamStep {
  readonly rate: number;
  /** Number of this step, from 1. */
  readonly step: number;
  readonly decay: number;
}

/** `spread` is the standard deviation at the start; 0 starts from nothing. */
export function createParameter(size: number, spread: number, random: () => number): Parameter {
  const values = new Float64Array(size);
  // Four uniform numbers are near enough to a normal one.
  if (spread > 0)
    for (let at = 0; at < size; at += 1)
      values[at] = spread * 1.7 * (random() + random() + random() + random() - 2);
  return {
    values,
    gradient: new Float64Array(size),
    mean: new Float64Array(size),
    square: new Float64Array(size),
  };
}

/**
 * One step of Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019) over `from` … `to`; the gradient is
 * spent.
 */
export function adam(parameter: Parameter, { rate, step, decay }: AdamStep, from = 0, to = -1): void {
  const { values, gradient, mean, square } = parameter;
  const end = to === -1 ? values.length : to;
  const meanScale = 1 / (1 - 0.9 ** step);
  const squareScale = 1 / (1 - 0.999 ** step);
  for (let at = from; at < end; at += 1) {
    const slope = gradient[at] as number;
    const first = 0.9 * (mean[at] as number) + 0.1 * slope;
    const second = 0.999 * (square[at] as number) + 0.001 * slope * slope;
    mean[at] = first;
    square[at] = second;
    const value = values[at] as number;
    values[at] =
      value - rate * ((first * meanScale) / (Math.sqrt(second * squareScale) + 1e-8) + decay * value);
    gradient[at] = 0;
  }
}
