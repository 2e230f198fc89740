export type { Complex } from "./complex.ts";
export { freeAdditiveConvolution } from "./convolution/free-additive-convolution.ts";
export { freeCumulants, momentsOfFreeCumulants } from "./convolution/free-cumulants.ts";
export { freeMultiplicativeConvolution } from "./convolution/free-multiplicative-convolution.ts";
export type { Ensemble, Sample } from "./ensemble.ts";
export * from "./ensembles/index.ts";
export { type CovarianceSpectrum, covarianceSpectrum } from "./estimation/covariance-spectrum.ts";
export {
  type FitMarchenkoPasturOptions,
  fitMarchenkoPastur,
  type MarchenkoPasturFit,
} from "./estimation/fit-marchenko-pastur.ts";
export { kolmogorovDistance } from "./estimation/kolmogorov-distance.ts";
export { type LocalResolventOptions, localResolvent } from "./estimation/local-resolvent.ts";
export { type ShrunkMatrix, shrinkMatrix } from "./estimation/shrink-matrix.ts";
export {
  type ShrinkageOptions,
  type ShrinkSingularValuesOptions,
  type ShrunkSingularValues,
  shrinkSingularValues,
} from "./estimation/shrink-singular-values.ts";
export type { ShrinkageLoss } from "./estimation/shrinkages.ts";
export {
  type SignificantComponents,
  type SignificantComponentsOptions,
  significantComponents,
  type TestedComponent,
} from "./estimation/significant-components.ts";
export {
  type SpectralDensityOptions,
  type SpectralDensityRow,
  spectralDensity,
} from "./estimation/spectral-density.ts";
export { type DensityDefinition, lawFromDensity } from "./law-from-density.ts";
export { lawFromStieltjes, type StieltjesDefinition } from "./law-from-stieltjes.ts";
export * from "./laws/index.ts";
export type {
  FactorChannelSpec,
  FactorObservation,
  MatrixData,
  Observation,
  SharedFactorModel,
  SharedFactorSpec,
  SymmetricChannelSpec,
  SymmetricModel,
  SymmetricObservation,
  SymmetricSpec,
  TensorData,
} from "./models.ts";
export type { GapOutlier, Outlier, Outliers } from "./outlier.ts";
export { type CovarianceOutlierOptions, covarianceOutlier } from "./outliers/covariance-outlier.ts";
export { outlierOfAdditiveSpike } from "./outliers/outlier-of-additive-spike.ts";
export { outlierOfMultiplicativeSpike } from "./outliers/outlier-of-multiplicative-spike.ts";
export {
  outlierOfRectangularSpike,
  type RectangularSpikeOptions,
} from "./outliers/outlier-of-rectangular-spike.ts";
export {
  type RectangularOutlier,
  type RectangularOutlierOptions,
  rectangularOutlier,
} from "./outliers/rectangular-outlier.ts";
export {
  type WeightedCovarianceOutlierOptions,
  type WeightedCovarianceOutliers,
  weightedCovarianceOutlier,
} from "./outliers/weighted-covariance-outlier.ts";
export { type WignerOutlierOptions, wignerOutlier } from "./outliers/wigner-outlier.ts";
export { sampleLaw } from "./sample-law.ts";
export type {
  FactorOptions,
  SharedFactorChannel,
  SharedFactorEnsemble,
  SharedFactorOptions,
} from "./sampling/shared-factor-ensemble.ts";
export type { SpikeOptions } from "./sampling/spike-options.ts";
export type { Precision } from "./sampling/storage.ts";
export type { SymmetricChannel, SymmetricEnsemble } from "./sampling/symmetric-ensemble.ts";
export type { SpikePrior, TruthOptions } from "./sampling/truth.ts";
export type { Atom, Interval, SpectralLaw } from "./spectral-law.ts";
export type { Tridiagonal } from "./tridiagonal.ts";
