import { expect, test } from "vitest";
import {
  discreteLaw,
  freeAdditiveConvolution,
  freeMultiplicativeConvolution,
  laws,
  marchenkoPastur,
  quarterCircle,
  sampleCovariance,
  semicircle,
  weightedCovariance,
} from "../../src/index.ts";
import { describeLaw } from "../helpers/law-suite.ts";

// The laws of Tracy and Widom are integrals of determinants: one here, the others with the slow tests.
const fast = laws.filter(({ name }) => !/tracy-widom-[24]/.test(name));
for (const law of fast) describeLaw(law.name, law);

test("names are in kebab case and occur once", () => {
  const names = laws.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});

const sign = discreteLaw({ points: [-1, 1] });
const hard = marchenkoPastur({ ratio: 1 });

describeLaw("semicircle of variance 9", semicircle({ variance: 9 }));
describeLaw(
  "Marchenko-Pastur of ratio 2.5 and variance 3, with an atom",
  marchenkoPastur({ ratio: 2.5, variance: 3 }),
);
describeLaw("Marchenko-Pastur of ratio 1, whose density diverges at 0", hard);
describeLaw("quarter circle of variance 1/4", quarterCircle({ variance: 0.25 }));
describeLaw(
  "sample covariance of fewer samples than dimensions",
  sampleCovariance({ ratio: 3, population: hard }),
);
describeLaw(
  "weighted covariance of signs at ratio 1, whose density diverges inside",
  weightedCovariance({ ratio: 1, weights: sign }),
);
describeLaw(
  "sum of signs and a narrow semicircle, with a gap",
  freeAdditiveConvolution(sign, semicircle({ variance: 0.2 })),
);
describeLaw("product of two laws with the inverse 2/3 power at 0", freeMultiplicativeConvolution(hard, hard));
describeLaw(
  "sum of two projections, with atoms",
  freeAdditiveConvolution(
    discreteLaw({ points: [0, 1], masses: [3, 7] }),
    discreteLaw({ points: [0, 1], masses: [4, 6] }),
  ),
);
