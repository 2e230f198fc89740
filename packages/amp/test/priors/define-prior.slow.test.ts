import { expect, test } from "vitest";
import { definePrior, mmse } from "../../src/index.ts";

test.each([false, true])(
  "heavy tails: overlap and error of Student's law with three degrees of freedom add up to its second moment, symmetric: %s",
  (symmetric) => {
    const prior = definePrior({ name: "student", density: (w) => (1 + (w * w) / 3) ** -2, symmetric });
    for (const A of [0.1, 1, 10]) expect(prior.overlap(A) + mmse(prior, A)).toBeCloseTo(3, 11);
  },
);
