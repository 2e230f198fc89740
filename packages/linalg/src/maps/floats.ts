import { reject } from "../argument-checks.ts";
import type { Floats } from "../matrix.ts";

/** Requires an array of numbers that kernels read. */
export function requireFloats(call: string, argument: string, values: Floats): void {
  if (values instanceof Float64Array || values instanceof Float32Array) return;
  reject(call, argument, "be a Float64Array or a Float32Array", typeof values);
}

/** The given array of the kind and length of `x`, or a new one. */
export function outputLike<D extends Floats>(call: string, x: D, out: D | undefined): D {
  if (out === undefined)
    return (x instanceof Float64Array
      ? new Float64Array(x.length)
      : new Float32Array(x.length)) as Floats as D;
  requireFloats(call, "out", out);
  if (out.constructor === x.constructor && out.length === x.length) return out;
  const got = `${out.constructor.name}(${out.length})`;
  throw new TypeError(`${call}: out must be a ${x.constructor.name}(${x.length}) like x, got ${got}`);
}
