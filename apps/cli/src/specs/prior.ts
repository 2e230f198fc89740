import {
  bernoulli,
  discrete,
  exponential,
  gaussBernoulli,
  gaussian,
  laplace,
  nonNegativeGaussian,
  type Prior,
  rademacher,
  sparseRademacher,
  spherical,
} from "@onsager/amp";
import { given } from "./optional.ts";
import { fromSpec, type SpecMember } from "./spec.ts";

const scale = { scale: "length of a nonzero coordinate" };
const normal = { mean: "default 0", variance: "default 1" };

/** The priors of the command line. */
export const priorSpecs: readonly SpecMember<Prior>[] = [
  {
    name: "gaussian",
    parameters: normal,
    make: (v) => gaussian(given({ mean: v.number("mean"), variance: v.number("variance") })),
  },
  { name: "rademacher", parameters: {}, make: () => rademacher },
  {
    name: "sparse-rademacher",
    parameters: { rho: "part of nonzeros", ...scale },
    make: (v) => sparseRademacher({ rho: v.required("rho"), ...given({ scale: v.number("scale") }) }),
  },
  {
    name: "bernoulli",
    parameters: { rho: "part of nonzeros", ...scale },
    make: (v) => bernoulli({ rho: v.required("rho"), ...given({ scale: v.number("scale") }) }),
  },
  {
    name: "gauss-bernoulli",
    parameters: { rho: "part of nonzeros", variance: "of a nonzero, default 1" },
    make: (v) => gaussBernoulli({ rho: v.required("rho"), ...given({ variance: v.number("variance") }) }),
  },
  { name: "spherical", parameters: {}, make: () => spherical },
  {
    name: "non-negative-gaussian",
    parameters: { mean: "of the Gaussian before it is cut, default 0", variance: "likewise, default 1" },
    make: (v) => nonNegativeGaussian(given({ mean: v.number("mean"), variance: v.number("variance") })),
  },
  {
    name: "exponential",
    parameters: { scale: "the mean" },
    make: (v) => exponential(given({ scale: v.number("scale") })),
  },
  {
    name: "laplace",
    parameters: { scale: "mean absolute value" },
    make: (v) => laplace(given({ scale: v.number("scale") })),
  },
  {
    name: "discrete",
    parameters: { points: "as points=-1;0;1", weights: "as weights=1;2;1, default equal" },
    make: (v) => discrete({ points: v.list("points") ?? [], ...given({ weights: v.list("weights") }) }),
  },
];

/**
 * The prior that a text names, as `gauss-bernoulli:rho=0.3,variance=1`.
 *
 * @param text - `name` or `name:key=value,...`
 * @throws UsageError for an unknown name or key; RangeError for a value out of its range
 */
export function parsePrior(text: string): Prior {
  return fromSpec("prior", priorSpecs, text);
}
