import { reject } from "../argument-checks.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireFloats } from "../check.ts";
import type { Floats } from "../matrix.ts";
import { type MapName, mapNames } from "./map-name.ts";
import { outputLike } from "./output-like.ts";

/** Options of elementwise functions. */
export interface ElementwiseOptions<D extends Floats> extends BackendOptions {
  /** Where to write, of the kind and length of the input, which it may be; a new array by default. */
  readonly out?: D;
}

/**
 * Maps every entry of an array: `exp`, `log`, `tanh`, `erf`, `sigmoid` 1/(1 + e^{-x}) or `relu` max(0, x). f64 values are within 3
 * units in the last place, at subnormal results too; f32 arrays are computed in f64 and rounded. NaN gives NaN, infinities their
 * limits, log 0 = -Infinity, log of a negative number NaN; odd maps keep the sign of zero.
 *
 * @param name - which map
 * @param x - any numbers; empty is allowed
 * @param options - `out`, `backend`
 * @returns `out`
 * @throws TypeError for another name, or arrays of another kind or length
 * @example mapArray("relu", Float64Array.of(-1, 2)) // Float64Array [0, 2]
 */
export function mapArray<D extends Floats>(name: MapName, x: D, options: ElementwiseOptions<D> = {}): D {
  const backend = backendOf("mapArray", options);
  if (!mapNames.includes(name)) reject("mapArray", "name", `be one of ${mapNames.join(", ")}`, name);
  requireFloats("mapArray", "x", x);
  const out = outputLike("mapArray", x, options.out);
  backend.map(name, x, out);
  return out;
}
