import { createParameter, type Parameter } from './adam.ts';

/** A gated recurrent layer in training; its rows are those of `GatedLayer` in src/annotate/roles/role-network.ts. */
export interface TrainedLayer {
  readonly units: number;
  readonly inputs: number;
  readonly input: Parameter;
  readonly state: Parameter;
  readonly bias: Parameter;
}

/** What the backward pass needs of one position. */
interface Trace {
  readonly input: Float64Array;
  readonly before: Float64Array;
  readonly update: Float64Array;
  readonly reset: Float64Array;
  readonly kept: Float64Array;
  readonly candidate: Float64Array;
}

export interface LayerRun {
  /** In the order of the text, whichever way the layer reads. */
  readonly outputs: Float64Array[];
  readonly traces: Trace[];
}

export function createLayer(inputs: number, units: number, random: () => number): TrainedLayer {
  const spread = 1 / Math.sqrt(inputs);
  return {
    units,
    inputs,
    input: createParameter(3 * units * inputs, spread, random),
    state: createParameter(3 * units * units, spread, random),
    bias: createParameter(3 * units, 0, random),
  };
}

/** Positions in the order of reading. */
function readingOrder(length: number, backwards: boolean): number[] {
  const order = Array.from({ length }, (_, at) => at);
  return backwards ? order.reverse() : order;
}

export function runLayer(layer: TrainedLayer, inputs: readonly Float64Array[], backwards: boolean): LayerRun {
  const { units } = layer;
  const outputs: Float64Array[] = new Array(inputs.length);
  const traces: Trace[] = new Array(inputs.length);
  let before: Float64Array = new Float64Array(units);
  for (const at of readingOrder(inputs.length, backwards)) {
    const input = inputs[at] as Float64Array;
    const trace = traceStep(layer, input, before);
    const output = new Float64Array(units);
    for (let unit = 0; unit < units; unit += 1) {
      const update = trace.update[unit] as number;
      output[unit] = (1 - update) * (before[unit] as number) + update * (trace.candidate[unit] as number);
    }
    outputs[at] = output;
    traces[at] = trace;
    before = output;
  }
  return { outputs, traces };
}

function traceStep(layer: TrainedLayer, input: Float64Array, before: Float64Array): Trace {
  const { units } = layer;
  const sums = inputSums(layer, input);
  const update = new Float64Array(units);
  const reset = new Float64Array(units);
  const kept = new Float64Array(units);
  const candidate = new Float64Array(units);
  const weights = layer.state.values;
  const second = units * units;
  for (let unit = 0; unit < units; unit += 1) {
    let z = sums[unit] as number;
    let r = sums[units + unit] as number;
    for (let at = 0, w = unit * units; at < units; at += 1, w += 1) {
      const state = before[at] as number;
      z += (weights[w] as number) * state;
      r += (weights[second + w] as number) * state;
    }
    update[unit] = sigmoid(z);
    reset[unit] = sigmoid(r);
    kept[unit] = (reset[unit] as number) * (before[unit] as number);
  }
  for (let unit = 0; unit < units; unit += 1) {
    let c = sums[2 * units + unit] as number;
    for (let at = 0, w = 2 * second + unit * units; at < units; at += 1, w += 1)
      c += (weights[w] as number) * (kept[at] as number);
    candidate[unit] = Math.tanh(c);
  }
  return { input, before, update, reset, kept, candidate };
}

/** Bias and input part of all gates; three rows at a time, which is twice as fast as one after another. */
function inputSums({ input, bias, inputs, units }: TrainedLayer, x: Float64Array): Float64Array {
  const sums = Float64Array.from(bias.values);
  const weights = input.values;
  const second = units * inputs;
  for (let unit = 0; unit < units; unit += 1) {
    let z = 0;
    let r = 0;
    let c = 0;
    for (let at = 0, w = unit * inputs; at < inputs; at += 1, w += 1) {
      const value = x[at] as number;
      z += (weights[w] as number) * value;
      r += (weights[second + w] as number) * value;
      c += (weights[2 * second + w] as number) * value;
    }
    sums[unit] = (sums[unit] as number) + z;
    sums[units + unit] = (sums[units + unit] as number) + r;
    sums[2 * units + unit] = (sums[2 * units + unit] as number) + c;
  }
  return sums;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Adds the layer's gradients, and those of its inputs to `inputErrors`, from the errors of its outputs. */
export function learnLayer(
  layer: TrainedLayer,
  { traces }: LayerRun,
  outputErrors: readonly Float64Array[],
  inputErrors: readonly Float64Array[],
  backwards: boolean,
): void {
  let later: Float64Array = new Float64Array(layer.units);
  for (const at of readingOrder(traces.length, backwards).reverse()) {
    addTo(later, outputErrors[at] as Float64Array);
    later = learnStep(layer, traces[at] as Trace, later, inputErrors[at] as Float64Array);
  }
}

function addTo(sums: Float64Array, others: Float64Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) + (others[at] as number);
}

/** Gives the error of the state before. */
function learnStep(
  layer: TrainedLayer,
  { before, update, reset, kept, candidate, input }: Trace,
  error: Float64Array,
  inputError: Float64Array,
): Float64Array {
  const { units } = layer;
  const earlier = new Float64Array(units);
  const gates = new Float64Array(3 * units);
  for (let unit = 0; unit < units; unit += 1) {
    const slope = error[unit] as number;
    const z = update[unit] as number;
    const c = candidate[unit] as number;
    earlier[unit] = slope * (1 - z);
    gates[unit] = slope * (c - (before[unit] as number)) * z * (1 - z);
    gates[2 * units + unit] = slope * z * (1 - c * c);
  }
  const keptError = new Float64Array(units);
  learnState(layer, 2 * units, gates, kept, keptError);
  for (let unit = 0; unit < units; unit += 1) {
    const r = reset[unit] as number;
    const slope = keptError[unit] as number;
    earlier[unit] = (earlier[unit] as number) + slope * r;
    gates[units + unit] = slope * (before[unit] as number) * r * (1 - r);
  }
  learnState(layer, 0, gates, before, earlier);
  learnState(layer, units, gates, before, earlier);
  addTo(layer.bias.gradient, gates);
  learnInput(layer, gates, input, inputError);
  return earlier;
}

/** State weights of the rows `from` … `from + units`. */
function learnState(
  { state, units }: TrainedLayer,
  from: number,
  gates: Float64Array,
  h: Float64Array,
  hError: Float64Array,
): void {
  const { values, gradient } = state;
  for (let unit = 0; unit < units; unit += 1) {
    const error = gates[from + unit] as number;
    for (let at = 0, w = (from + unit) * units; at < units; at += 1, w += 1) {
      gradient[w] = (gradient[w] as number) + error * (h[at] as number);
      hError[at] = (hError[at] as number) + error * (values[w] as number);
    }
  }
}

function learnInput(
  { input, inputs, units }: TrainedLayer,
  gates: Float64Array,
  x: Float64Array,
  xError: Float64Array,
): void {
  const { values, gradient } = input;
  const second = units * inputs;
  for (let unit = 0; unit < units; unit += 1) {
    const z = gates[unit] as number;
    const r = gates[units + unit] as number;
    const c = gates[2 * units + unit] as number;
    for (let at = 0, w = unit * inputs; at < inputs; at += 1, w += 1) {
      const value = x[at] as number;
      gradient[w] = (gradient[w] as number) + z * value;
      gradient[second + w] = (gradient[second + w] as number) + r * value;
      gradient[2 * second + w] = (gradient[2 * second + w] as number) + c * value;
      xError[at] =
        (xError[at] as number) +
        z * (values[w] as number) +
        r * (values[second + w] as number) +
        c * (values[2 * second + w] as number);
    }
  }
}
