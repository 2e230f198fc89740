export type { Channel, ChannelNoise, Output } from "./channel.ts";
export { type ChannelDefinition, defineChannel } from "./channels/define-channel.ts";
export * from "./channels/index.ts";
export { type NoisyFunctionDefinition, noisyFunction } from "./channels/noisy-function.ts";
export {
  type JointGradientDescentOptions,
  jointGradientDescent,
  jointGradientDescentSteps,
} from "./competitors/joint-gradient-descent.ts";
export { powerIteration, powerIterationSteps } from "./competitors/power-iteration.ts";
export {
  type SequentialCurriculum,
  type SequentialCurriculumOptions,
  sequentialCurriculum,
} from "./competitors/sequential-curriculum.ts";
export type { SphereOptions } from "./competitors/sphere-steps.ts";
export { tensorUnfolding, type Unfolding } from "./competitors/tensor-unfolding.ts";
export type { Convergence } from "./convergence.ts";
export { definePrior, type PriorAtom, type PriorDefinition } from "./define-prior.ts";
export type { Denoiser, Moments } from "./denoiser.ts";
export * from "./denoisers/index.ts";
export type { AmpResult, ResultOf } from "./engines/amp-result.ts";
export type { AmpOptions, AmpState } from "./engines/amp-state.ts";
export type { FactorDiagnostics } from "./engines/diagnostics.ts";
export { type InformedStartOptions, informedStart } from "./engines/informed-start.ts";
export { sharedFactorAmp } from "./engines/shared-factor-amp.ts";
export { type SharedFactorAmpOptions, sharedFactorAmpSteps } from "./engines/shared-factor-amp-steps.ts";
export { type SymmetricAmpRunOptions, symmetricAmp } from "./engines/symmetric-amp.ts";
export { type SymmetricAmpOptions, symmetricAmpSteps } from "./engines/symmetric-amp-steps.ts";
export { sharedFactorFreeEntropy } from "./free-entropy/shared-factor-free-entropy.ts";
export { symmetricFreeEntropy } from "./free-entropy/symmetric-free-entropy.ts";
export type { Design, DesignOperator } from "./glm/design-operator.ts";
export { donohoTanner } from "./glm/donoho-tanner.ts";
export type { EvolutionOptions } from "./glm/evolution-settings.ts";
export { gamp } from "./glm/gamp.ts";
export { type GampOptions, gampSteps } from "./glm/gamp-steps.ts";
export { glmFreeEntropy } from "./glm/glm-free-entropy.ts";
export type { GlmModel, GlmSpec } from "./glm/glm-spec.ts";
export { glmStateEvolution } from "./glm/glm-state-evolution.ts";
export {
  type GlmStateEvolutionOptions,
  glmStateEvolutionSteps,
} from "./glm/glm-state-evolution-steps.ts";
export { type GlmPoint, type GlmTransitions, glmTransitions } from "./glm/glm-transitions.ts";
export { glmWeakRecovery } from "./glm/glm-weak-recovery.ts";
export { type LassoAmpResult, lassoAmp } from "./glm/lasso-amp.ts";
export { type LassoAmpOptions, type LassoAmpState, lassoAmpSteps } from "./glm/lasso-amp-steps.ts";
export { type LassoStateEvolution, lassoStateEvolution } from "./glm/lasso-state-evolution.ts";
export {
  type LassoSpec,
  type LassoStateEvolutionState,
  lassoStateEvolutionSteps,
} from "./glm/lasso-state-evolution-steps.ts";
export { channelInformation } from "./glm/projection-expectation.ts";
export { spectrumOf } from "./glm/spectrum-of.ts";
export { vamp } from "./glm/vamp.ts";
export { type VampStateEvolution, vampStateEvolution } from "./glm/vamp-state-evolution.ts";
export {
  type VampSpec,
  type VampStateEvolutionState,
  vampStateEvolutionSteps,
} from "./glm/vamp-state-evolution-steps.ts";
export { type VampOptions, vampSteps } from "./glm/vamp-steps.ts";
export { type BulkVarianceOptions, bulkVariance } from "./learning/bulk-variance.ts";
export {
  channelVariance,
  type SpikedChannel,
  type SymmetricSpikedChannel,
  symmetricChannelVariance,
} from "./learning/channel-variance.ts";
export * from "./learning/families/index.ts";
export type { LearnableFamily, PriorParameters } from "./learning/family.ts";
export { fixParameters } from "./learning/fix-parameters.ts";
export type { LearningOptions, LearnOptions } from "./learning/learn-options.ts";
export { type LearnPriorRunOptions, type LearntPrior, learnPrior } from "./learning/learn-prior.ts";
export {
  type LearnPriorOptions,
  type LearnPriorState,
  learnPriorSteps,
} from "./learning/learn-prior-steps.ts";
export type { Learnt } from "./learning/learnt.ts";
export type { VectorEstimate } from "./learning/residual-variance.ts";
export { mmse } from "./mmse.ts";
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
export { type MultiIndexAmpResult, multiIndexAmp } from "./multi-index/multi-index-amp.ts";
export {
  type MultiIndexAmpOptions,
  type MultiIndexAmpState,
  multiIndexAmpSteps,
} from "./multi-index/multi-index-amp-steps.ts";
export type { MultiIndexChannel } from "./multi-index/multi-index-channel.ts";
export {
  type MultiIndexStateEvolution,
  multiIndexStateEvolution,
} from "./multi-index/multi-index-state-evolution.ts";
export {
  type MultiIndexStateEvolutionOptions,
  type MultiIndexStateEvolutionState,
  multiIndexStateEvolutionSteps,
} from "./multi-index/multi-index-state-evolution-steps.ts";
export { multiIndexWeakRecovery } from "./multi-index/multi-index-weak-recovery.ts";
export { type NoisyIndexFunctionDefinition, noisyIndexFunction } from "./multi-index/noisy-index-function.ts";
export { product } from "./multi-index/product.ts";
export { signProduct } from "./multi-index/sign-product.ts";
export { type SquaredNormOptions, squaredNorm } from "./multi-index/squared-norm.ts";
export type { Posterior, Prior } from "./prior.ts";
export * from "./priors/index.ts";
export type { Stream } from "./random.ts";
export type { RunOptions } from "./run-steps.ts";
export type { StateEvolutionOptions } from "./state-evolution/options.ts";
export { sharedFactorStateEvolution } from "./state-evolution/shared-factor-state-evolution.ts";
export {
  type SharedFactorStateEvolutionOptions,
  sharedFactorStateEvolutionSteps,
} from "./state-evolution/shared-factor-state-evolution-steps.ts";
export type { StartPoint, StateEvolutionStart } from "./state-evolution/start.ts";
export type { ByFactor, StateEvolution, StateEvolutionState } from "./state-evolution/state-evolution.ts";
export { symmetricStateEvolution } from "./state-evolution/symmetric-state-evolution.ts";
export {
  type SymmetricStateEvolutionOptions,
  symmetricStateEvolutionSteps,
} from "./state-evolution/symmetric-state-evolution-steps.ts";
export { type StateMomentsOptions, stateMoments } from "./state-moments.ts";
export type { Status } from "./status.ts";
export {
  type Branch,
  type Branches,
  type BranchesOptions,
  sharedFactorBranches,
  symmetricBranches,
} from "./thresholds/branches.ts";
export {
  type FirstOrderTransition,
  firstOrderTransition,
  type TransitionPoint,
} from "./thresholds/first-order-transition.ts";
export type { FixedPointCurve } from "./thresholds/fixed-point-curve.ts";
export { informationTheoreticThreshold } from "./thresholds/information-theoretic-threshold.ts";
export { sharedFactorGain, symmetricGain } from "./thresholds/linear-gain.ts";
export { type MixedOverlapOptions, mixedOverlap } from "./thresholds/mixed-overlap.ts";
export {
  type MixedThresholds,
  type MixedThresholdsOptions,
  mixedThresholds,
} from "./thresholds/mixed-thresholds.ts";
export { multimodalCurve } from "./thresholds/multimodal-curve.ts";
export {
  type MatrixThresholds,
  type MultimodalThresholds,
  multimodalThresholds,
} from "./thresholds/multimodal-thresholds.ts";
export { multimodalTricritical } from "./thresholds/multimodal-tricritical.ts";
export {
  type PhaseDiagramGrid,
  type PhaseDiagramRow,
  phaseDiagram,
  phaseDiagramSteps,
} from "./thresholds/phase-diagram.ts";
export {
  type RectangularSpike,
  type RectangularSpikeOptions,
  rectangularSpike,
} from "./thresholds/rectangular-spike.ts";
export { type SequentialOverlaps, sequentialOverlaps } from "./thresholds/sequential-overlaps.ts";
export { type SymmetricCurveOptions, symmetricCurve } from "./thresholds/symmetric-curve.ts";
export { tensorSpinodal } from "./thresholds/tensor-spinodal.ts";
