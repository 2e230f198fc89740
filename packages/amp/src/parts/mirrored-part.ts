import { blockSize } from "../quadrature/rule.ts";
import { halves } from "./halves.ts";
import { mergePosteriors } from "./merge-posteriors.ts";
import type { Part } from "./part.ts";
import { allocatePosteriors } from "./posteriors.ts";

/** Where |B| times the posterior's standard deviation is below this, B times the variance is the mean to 11 digits. */
const small = 1e-6;

/** (P(w) + P(-w))/2 of a part P on w > 0. */
export function mirroredPart(part: Part): Part {
  const reflectedB = new Float64Array(blockSize);
  const reflected = allocatePosteriors();
  return {
    mean: 0,
    secondMoment: part.secondMoment,
    posteriors(A, B, count, out) {
      for (let i = 0; i < count; i++) reflectedB[i] = -B[i]!;
      part.posteriors(A, B, count, out);
      part.posteriors(A, reflectedB, count, reflected);
      for (let i = 0; i < count; i++) {
        reflected.mean[i] = -reflected.mean[i]!;
        out.logPartition[i]! -= Math.LN2;
      }
      mergePosteriors(out, reflected, -Math.LN2, count);
      for (let i = 0; i < count; i++) {
        const variance = out.variance[i]!;
        if (B[i]! * B[i]! * variance < small * small) out.mean[i] = variance * B[i]!;
      }
    },
    observe(s, options) {
      const upper = part.observe(s, options);
      return options.even ? upper : halves([...upper, ...part.observe(-s, options)]);
    },
    expectation: (f, resolution) => part.expectation((w) => (f(w) + f(-w)) / 2, resolution),
    sample(random) {
      const side = random.uniform() < 1 / 2 ? -1 : 1;
      return side * part.sample(random);
    },
  };
}
