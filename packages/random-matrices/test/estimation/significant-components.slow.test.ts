import { expect, test } from "vitest";
import { betaLaguerre } from "../../src/ensembles/beta-laguerre.ts";
import { expectCoverage, nullPValues } from "../helpers/null-p-values.ts";

test.each([20, 100])("p-values under noise of known variance are uniform in dimension %s", (d) => {
  expectCoverage(nullPValues(d, 5000, 1));
});

test("p-values under noise of fitted variance are uniform", () => {
  expectCoverage(nullPValues(100, 1000));
});
