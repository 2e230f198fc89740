import { clampField } from "./clamp-field.ts";
import { halves } from "./halves.ts";
import { observeNormal } from "./observe-normal.ts";
import type { Observation, Part } from "./part.ts";

/**
 * (delta_{-s} + delta_s)/2. The posterior mean s tanh(sB) keeps its relative precision at small fields, where amplitudes may shrink to
 * 1e-300 and grow again.
 */
export function pairPart(scale: number): Part {
  return {
    mean: 0,
    secondMoment: scale * scale,
    atoms: [-scale, scale],
    posteriors(A, B, count, { mean, variance, logPartition }) {
      const constant = (-A * scale * scale) / 2;
      for (let i = 0; i < count; i++) {
        const x = clampField(scale * B[i]!);
        const ratio = Math.exp(-2 * Math.abs(x));
        mean[i] = scale * Math.tanh(x);
        variance[i] = (4 * scale * scale * ratio) / ((1 + ratio) * (1 + ratio));
        logPartition[i] = constant + Math.abs(x) + Math.log((1 + ratio) / 2);
      }
    },
    observe(s, options) {
      const around = (origin: number): readonly Observation[] => {
        return observeNormal(origin, 1, { ...options, even: false });
      };
      return options.even ? around(s * scale) : halves([...around(s * scale), ...around(-s * scale)]);
    },
    expectation: (f) => (f(scale) + f(-scale)) / 2,
    sample: (random) => (random.uniform() < 1 / 2 ? -scale : scale),
  };
}
