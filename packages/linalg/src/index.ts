export type {
  Backend,
  Bidiagonal,
  LawStream,
  NormalStream,
  PreparedOperator,
  Product,
  RowPanel,
  StreamLaw,
  Tridiagonal,
  View,
} from "./backend/backend.ts";
export type { Lapack, SingularTriplets } from "./backend/lapack.ts";
export { type BackendName, backend } from "./backend/select.ts";
export type { BackendOptions } from "./backend-options.ts";
export type { Convergence } from "./convergence.ts";
export { type Assignment, assignment } from "./decompositions/assignment.ts";
export { type Cholesky, cholesky } from "./decompositions/cholesky.ts";
export { choleskySolve } from "./decompositions/cholesky-solve.ts";
export {
  type InverseSquareRoot,
  type InverseSquareRootOptions,
  inverseSquareRoot,
} from "./decompositions/inverse-square-root.ts";
export {
  type OrthonormalBasis,
  type OrthonormaliseOptions,
  orthonormalise,
} from "./decompositions/orthonormalise.ts";
export { principalAngles } from "./decompositions/principal-angles.ts";
export { procrustes } from "./decompositions/procrustes.ts";
export { type Qr, type QrOptions, qr } from "./decompositions/qr.ts";
export { type RidgePath, type RidgePathOptions, ridgePath } from "./decompositions/ridge-path.ts";
export { type SingularValues, singularValues } from "./decompositions/singular-values.ts";
export { solveSymmetric } from "./decompositions/solve-symmetric.ts";
export { subspaceOverlap } from "./decompositions/subspace-overlap.ts";
export { type Svd, svd } from "./decompositions/svd.ts";
export { symmetricEigen } from "./eigen/symmetric-eigen.ts";
export { type SymmetricOptions, symmetricEigenvalues } from "./eigen/symmetric-eigenvalues.ts";
export { type Eigen, tridiagonalEigen } from "./eigen/tridiagonal-eigen.ts";
export { type Eigenvalues, tridiagonalEigenvalues } from "./eigen/tridiagonal-eigenvalues.ts";
export { fillNormal } from "./fill-normal.ts";
export { fillRademacher } from "./fill-rademacher.ts";
export { fillUniform } from "./fill-uniform.ts";
export { type GemmOptions, gemm } from "./gemm.ts";
export {
  type BlockKrylovOptions,
  type BlockKrylovState,
  blockKrylovSteps,
} from "./krylov/block-krylov-steps.ts";
export {
  type GolubKahanState,
  golubKahanSteps,
  type TransposableOperator,
} from "./krylov/golub-kahan-steps.ts";
export type { DriverOptions, KrylovOptions } from "./krylov/options.ts";
export type { NormalSource } from "./krylov/start.ts";
export { type StreamedGramOptions, streamedGram, type WeightedBatch } from "./krylov/streamed-gram.ts";
export { type TopEigen, type TopEigenOptions, topEigen } from "./krylov/top-eigen.ts";
export { type TopSvd, type TopSvdOptions, topSvd } from "./krylov/top-svd.ts";
export type { Which } from "./krylov/which.ts";
export { type HermiteFeaturesOptions, hermiteFeatures } from "./maps/hermite-features.ts";
export { hermiteSeries } from "./maps/hermite-series.ts";
export { type ElementwiseOptions, mapArray } from "./maps/map-array.ts";
export { type MapName, mapNames } from "./maps/map-name.ts";
export type { Floats, Matrix } from "./matrix.ts";
export { asMatrix, type FloatsOf, type MatrixNdarray, type NdarrayLike, toNdarray } from "./ndarray.ts";
export type { Operator } from "./operator.ts";
export { type PrepareOptions, prepare } from "./prepare.ts";
export type { SymmetryOptions } from "./symmetry.ts";
export { contract } from "./tensor/contract.ts";
export { contractAll } from "./tensor/contract-all.ts";
export { contractOne } from "./tensor/contract-one.ts";
export { prepareTensor } from "./tensor/prepare-tensor.ts";
export type { PreparedTensor, SliceUpdate } from "./tensor/prepared-tensor.ts";
export type { Slot, Tensor3 } from "./tensor/tensor.ts";
export { unfold } from "./tensor/unfold.ts";
export { type WeightedGramOptions, weightedGram } from "./weighted-gram.ts";
