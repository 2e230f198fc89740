import type { MultiIndexChannel } from "./multi-index-channel.ts";
import { inverse } from "./small-matrix.ts";

/** g(y, omega) = V^{-1}(E[z | y, omega, V] - omega) for one V, written into `out`. */
export function outputGradient(
  channel: MultiIndexChannel,
  V: Float64Array,
): (y: number, omega: Float64Array, out: Float64Array) => void {
  const p = channel.rank;
  const precision = inverse(V, p);
  const mean = new Float64Array(p);
  return (y, omega, out) => {
    channel.posteriorMean(y, omega, V, mean);
    for (let i = 0; i < p; i++) {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += precision[i * p + k]! * (mean[k]! - omega[k]!);
      out[i] = sum;
    }
  };
}
