import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import { ensembles } from "../../src/ensembles/index.ts";
import { kolmogorovDistance } from "../../src/estimation/kolmogorov-distance.ts";
import { observationsOf, shapeOf } from "../helpers/observations.ts";

const matrices = ensembles.filter((ensemble) =>
  observationsOf(ensemble.sample(4, stream(1))).every((observation) => shapeOf(observation).length === 2),
);

test.each(matrices.map((ensemble, i) => ({ name: `${i}: ${ensemble.name}`, ensemble })))(
  "the spectrum of $name at n = 2000 is within 0.01 of its law, and within log(n)/n",
  ({ ensemble }) => {
    const values = ensemble.spectrum(ensemble.sample(2000, stream(2)));
    const distance = kolmogorovDistance(values, ensemble.law);
    expect(distance).toBeLessThan(0.01);
    expect(distance).toBeLessThan(Math.log(values.length) / values.length);
  },
);
