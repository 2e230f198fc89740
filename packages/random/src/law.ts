import { requireInteger } from "./argument-checks.ts";

/**
 * Reads the four random words of the block at hand. `attempt` (default 0) is the counter's third word: laws that reject ask
 * for the next one. The array is the same at every call; read it before asking again.
 */
export type Block = (attempt?: number) => Uint32Array;

/**
 * A law of independent values that a stream can draw from: the interface of the family in `laws/`.
 *
 * Value `index` of a stream is lane `index mod lanes` of the block whose counter is
 * `(floor(index / lanes) mod 2^32, floor(index / lanes / 2^32), attempt, id)`: a pure function of key, index and law.
 */
export interface Law {
  /** The law's name in the field. */
  readonly name: string;
  /** The counter's fourth word, from 1 to 2^32 - 1; no two laws of a stream may share it. */
  readonly id: number;
  /** How many values one block gives, from 1 to 2^16. */
  readonly lanes: number;
  /** The law's expectation. */
  readonly mean: number;
  /** The law's variance. */
  readonly variance: number;
  /** Writes the `lanes` values of a block to the start of `values`. */
  decode(block: Block, values: Float64Array): void;
}

/** Requires a law whose counters are its own and whose blocks give values. */
export function requireLaw(call: string, law: Law): void {
  requireInteger(call, "law.id", law?.id, 1, 2 ** 32 - 1);
  requireInteger(call, "law.lanes", law.lanes, 1, 2 ** 16);
}
