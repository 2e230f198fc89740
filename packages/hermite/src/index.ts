export type { Convergence } from "./convergence.ts";
export { defineLink, type LinkDefinition } from "./define-link.ts";
export { errorFunction } from "./error-function.ts";
export type { Expectation } from "./expectation.ts";
export type { ExponentOptions } from "./exponent.ts";
export { featureCount } from "./feature-count.ts";
export { type FlattenOptions, flattenSymmetric } from "./flatten-symmetric.ts";
export { gaussHermite } from "./gauss-hermite.ts";
export { type GaussLegendreOptions, gaussLegendre } from "./gauss-legendre.ts";
export { type GaussianExpectationOptions, gaussianExpectation } from "./gaussian-expectation.ts";
export {
  type GaussianExpectation2dOptions,
  gaussianExpectation2d,
  type PairCovariance,
  type PairKinks,
} from "./gaussian-expectation-2d.ts";
export { generativeExponent } from "./generative-exponent.ts";
export { hermite } from "./hermite.ts";
export { type HermiteCoefficients, hermiteCoefficients } from "./hermite-coefficients.ts";
export { hermiteDerivative } from "./hermite-derivative.ts";
export { hermiteFeatures } from "./hermite-features.ts";
export { hermiteSeries, hermiteSeriesDerivative } from "./hermite-series.ts";
export { hermiteValues } from "./hermite-values.ts";
export { informationExponent } from "./information-exponent.ts";
export type { Link, LinkFunction } from "./link.ts";
export * from "./links/index.ts";
export type { Matrix } from "./matrix.ts";
export { maximumFeatureOrder, maximumHermiteOrder } from "./maximum-order.ts";
export { type MultiIndices, multiIndices } from "./multi-indices.ts";
export { normalDensity } from "./normal-density.ts";
export { probabilistsHermite } from "./probabilists-hermite.ts";
export type { QuadratureRule } from "./quadrature-rule.ts";
export type { RefinementOptions } from "./refinement-options.ts";
export { type TrapezoidOptions, trapezoid } from "./trapezoid.ts";
export { unflattenSymmetric } from "./unflatten-symmetric.ts";
