import type { MapName } from "../../maps/map-name.ts";
import type { Floats } from "../../matrix.ts";
import type { Instance } from "./instance.ts";
import { entryBytes, view, withScope } from "./scope.ts";

/** Entries that are copied, mapped and copied back at a time: they stay in the first-level cache. */
const CHUNK = 2048;

/** Runs a kernel, in place, over pieces of an array; it may write up to a whole number of its vectors. */
function inChunks(
  instance: Instance,
  x: Floats,
  out: Floats,
  kernel: (count: number, from: number, to: number) => void,
): void {
  withScope(instance, ({ block }) => {
    const address = block(CHUNK * entryBytes(x));
    const values = view(instance, x, address, CHUNK);
    for (let at = 0; at < x.length; at += CHUNK) {
      const piece = x.subarray(at, at + CHUNK);
      values.set(piece);
      kernel(piece.length, address, address);
      out.set(piece.length === CHUNK ? values : values.subarray(0, piece.length), at);
    }
  });
}

/** An elementwise map by its kernel. */
export function wasmMap(instance: Instance, name: MapName, x: Floats, out: Floats): void {
  inChunks(instance, x, out, instance.kernels[`${name}${x instanceof Float64Array ? "F64" : "F32"}`]);
}

/** c_k, 1/sqrt(k + 1), -sqrt((k + 1)/(k + 2)), from the highest k down. */
function clenshawTable(coefficients: Float64Array): Float64Array {
  const rows = Array.from(coefficients, (c, k) => [c, 1 / Math.sqrt(k + 1), -Math.sqrt((k + 1) / (k + 2))]);
  return Float64Array.from(rows.reverse().flat());
}

/** sum_k c_k h_k(x) by Clenshaw's recurrence. */
export function wasmHermiteSeries(
  instance: Instance,
  coefficients: Float64Array,
  x: Floats,
  out: Floats,
): void {
  const { hermiteSeriesF64, hermiteSeriesF32 } = instance.kernels;
  const series = x instanceof Float64Array ? hermiteSeriesF64 : hermiteSeriesF32;
  withScope(instance, ({ copyIn }) => {
    const table = copyIn(clenshawTable(coefficients));
    inChunks(instance, x, out, (count, from, to) => series(coefficients.length, table, count, from, to));
  });
}
