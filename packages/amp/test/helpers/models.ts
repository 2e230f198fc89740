import { fillNormal } from "@onsager/linalg";
import type { Stream } from "@onsager/random";
import type { SharedFactorModel, SymmetricModel } from "../../src/index.ts";

type Sampler = (random: Stream) => number;

/** A vector of samples, rescaled to |w|^2 = N rho: the fluctuation of the signal's strength goes. */
export function planted(N: number, secondMoment: number, sample: Sampler, random: Stream): Float64Array {
  const w = Float64Array.from({ length: N }, () => sample(random));
  const square = w.reduce((sum, value) => sum + value * value, 0) / N;
  return w.map((value) => value * Math.sqrt(secondMoment / square));
}

const gaussianSample: Sampler = (random) => random.normal();

interface SharedFactorOptions {
  readonly sizes: Readonly<Record<string, number>>;
  readonly channels: readonly { readonly factors: readonly string[]; readonly variance: number }[];
  readonly sample?: Sampler;
  readonly secondMoment?: number;
  readonly f32?: boolean;
}

/** Samples a shared-factor model: truths in the order of `sizes`, then noise in the order of channels. */
export function sharedFactorModel(
  { sizes, channels, sample = gaussianSample, secondMoment = 1, f32 = false }: SharedFactorOptions,
  random: Stream,
): SharedFactorModel & { readonly truth: Readonly<Record<string, Float64Array>> } {
  const truth = Object.fromEntries(
    Object.entries(sizes).map(([name, N]) => [name, planted(N, secondMoment, sample, random.split(name))]),
  );
  const reference = Object.values(sizes)[0]!;
  const observed = channels.map(({ factors, variance }, c) => {
    const shape = factors.map((name) => sizes[name]!);
    const length = shape.reduce((product, size) => product * size, 1);
    const data = f32 ? new Float32Array(length) : new Float64Array(length);
    fillNormal(random.split("noise").split(c), data);
    const scale = reference ** (-(factors.length - 1) / 2);
    const spike = factors.map((name) => truth[name]!).reduce(outer, Float64Array.of(scale));
    for (let i = 0; i < length; i++) data[i] = Math.sqrt(variance) * data[i]! + spike[i]!;
    const [rows, cols] = shape as [number, number];
    return { factors, variance, data: shape.length === 2 ? { rows, cols, data } : { shape, data } };
  });
  return { sizes, channels: observed, truth };
}

function outer(x: Float64Array, y: Float64Array): Float64Array {
  const out = new Float64Array(x.length * y.length);
  for (let i = 0; i < x.length; i++) for (let j = 0; j < y.length; j++) out[i * y.length + j] = x[i]! * y[j]!;
  return out;
}

interface SymmetricOptions {
  readonly dimension: number;
  readonly channels: readonly { readonly order: number; readonly variance: number }[];
  readonly sample?: Sampler;
  readonly secondMoment?: number;
}

/** Samples a symmetric model: the truth, then the entries of each channel on increasing indices. */
export function symmetricModel(
  { dimension: N, channels, sample = gaussianSample, secondMoment = 1 }: SymmetricOptions,
  random: Stream,
): SymmetricModel & { readonly truth: Float64Array } {
  const truth = planted(N, secondMoment, sample, random.split("x"));
  const observed = channels.map(({ order, variance }, c) => {
    const data = new Float64Array(N ** order);
    const noise = random.split("noise").split(c);
    const spike = Math.sqrt(factorial(order - 1)) / N ** ((order - 1) / 2);
    eachIncreasing(N, order, (index, places) => {
      let value = spike;
      for (const i of index) value *= truth[i]!;
      value += Math.sqrt(variance) * noise.normal();
      for (const place of places(index)) data[place] = value;
    });
    return {
      order,
      variance,
      data: order === 2 ? { rows: N, cols: N, data } : { shape: Array<number>(order).fill(N), data },
    };
  });
  return { dimension: N, channels: observed, truth };
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** Calls `visit` with every increasing list of indices, and with what gives the places of its permutations. */
function eachIncreasing(
  N: number,
  order: number,
  visit: (index: readonly number[], places: (index: readonly number[]) => Iterable<number>) => void,
): void {
  const orders = permutations(Array.from({ length: order }, (_, slot) => slot));
  const places = (index: readonly number[]) =>
    orders.map((slots) => slots.reduce((at, slot) => at * N + index[slot]!, 0));
  const index: number[] = [];
  const extend = (from: number): void => {
    if (index.length === order) {
      visit(index, places);
      return;
    }
    for (let i = from; i < N; i++) {
      index.push(i);
      extend(i + 1);
      index.pop();
    }
  };
  extend(0);
}

function permutations(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, at) =>
    permutations([...values.slice(0, at), ...values.slice(at + 1)]).map((rest) => [value, ...rest]),
  );
}
