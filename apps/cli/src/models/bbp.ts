import { covarianceOutlier, rectangularOutlier, wignerOutlier } from "@onsager/random-matrices";
import { unknownName } from "../nearest.ts";
import { threshold } from "./branches.ts";
import type { Model, Prediction } from "./model.ts";
import { requiredPositive, type Typed } from "./options.ts";

/** The top eigenvector of a spiked random matrix. */
export const bbp: Model = {
  name: "bbp",
  summary:
    "outlier of a spiked random matrix and the squared overlap of its eigenvector (Baik, Ben Arous, Peche)",
  options: [
    { flags: "--ensemble <name>", description: "wigner, rectangular or covariance", fallback: "wigner" },
    { flags: "--delta <variance>", description: "noise variance (wigner, rectangular)", fallback: "1" },
    {
      flags: "--spike <strength>",
      description: "strength of the spike (for covariance its population variance)",
      fallback: "1",
    },
    {
      flags: "--alpha <ratio>",
      description: "columns over rows (rectangular), dimension over samples (covariance)",
      fallback: "1",
    },
  ],
  example: "bbp --ensemble covariance --spike 3 --alpha 0.5",
  predict(options) {
    const name = options.ensemble!;
    const predictOf = ensembles[name] ?? unknownName("ensemble", name, Object.keys(ensembles));
    const { parameters, ...rest } = predictOf(options);
    return { parameters: { ensemble: name, ...parameters }, ...rest };
  },
};

const ensembles: Readonly<Record<string, (options: Typed) => Prediction>> = {
  wigner(options) {
    const variance = requiredPositive(options, "delta");
    const spike = requiredPositive(options, "spike");
    const { squaredOverlap, eigenvalue, threshold: least } = wignerOutlier({ variance, spike });
    return {
      parameters: { delta: variance, spike },
      branches: { uninformed: { squaredOverlaps: { x: squaredOverlap }, eigenvalue: eigenvalue ?? null } },
      thresholds: { spike: threshold(least) },
    };
  },
  rectangular(options) {
    const variance = requiredPositive(options, "delta");
    const ratio = requiredPositive(options, "alpha");
    const spike = requiredPositive(options, "spike");
    const { singularValue, left, right } = rectangularOutlier({ variance, ratio, spike });
    const squaredOverlaps = { u: left.squaredOverlap, v: right.squaredOverlap };
    return {
      parameters: { delta: variance, alpha: ratio, spike },
      branches: { uninformed: { squaredOverlaps, singularValue: singularValue ?? null } },
      thresholds: { spike: threshold(left.threshold) },
    };
  },
  covariance(options) {
    const spike = requiredPositive(options, "spike");
    const ratio = requiredPositive(options, "alpha");
    const { squaredOverlap, eigenvalue, threshold: least } = covarianceOutlier({ spike, ratio });
    return {
      parameters: { spike, alpha: ratio },
      branches: { uninformed: { squaredOverlaps: { x: squaredOverlap }, eigenvalue: eigenvalue ?? null } },
      thresholds: { spike: threshold(least) },
    };
  },
};
