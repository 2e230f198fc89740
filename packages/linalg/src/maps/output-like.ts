import { requireFloats } from "../check.ts";
import type { Floats } from "../matrix.ts";

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
