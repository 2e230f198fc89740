import { rejectKind } from "../argument-checks.ts";
import type { Observation } from "../models.ts";

/** Entries that are looked at, at most. */
const looks = 1e6;
/** Of the mean square of entries: rounding in the order of factors, not more. */
const tolerance = 1e-8;

/** Requires the entries of a tensor to be those with their indices in order: all of them, or a million evenly chosen. */
export function requireSymmetricTensor(
  call: string,
  argument: string,
  { data }: Observation,
  { N, order }: { readonly N: number; readonly order: number },
): void {
  // Without a divisor in common with N it meets all indices of every slot.
  let stride = Math.ceil(data.length / looks);
  while (commonDivisor(stride, N) > 1) stride++;
  const index = new Float64Array(order);
  let [squares, differences] = [0, 0];
  for (let at = 0; at < data.length; at += stride) {
    const value = data[at]!;
    const twin = data[inOrder(at, N, index)]!;
    squares += value * value;
    differences += (value - twin) * (value - twin);
  }
  if (differences > tolerance * squares)
    rejectKind(call, argument, "be symmetric", "entries that differ from those with their indices permuted");
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** The place of the entry with the indices of another in increasing order. */
function inOrder(place: number, N: number, index: Float64Array): number {
  let rest = place;
  for (let slot = index.length - 1; slot >= 0; slot--) {
    index[slot] = rest % N;
    rest = Math.floor(rest / N);
  }
  return index.sort().reduce((at, i) => at * N + i, 0);
}
