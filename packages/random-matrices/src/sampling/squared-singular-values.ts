import { gemm, type Matrix, symmetricEigenvalues, weightedGram } from "@onsager/linalg";

/**
 * The eigenvalues of M^T M, as many as M has columns: from the smaller of M^T M and M M^T, with exact zeros for the rest.
 *
 * @param M - n x m
 */
export function squaredSingularValues(M: Matrix): Float64Array {
  const gram = M.rows < M.cols ? gemm(M, M, { transposeB: true }) : weightedGram(M);
  const { values } = symmetricEigenvalues(gram, { checkSymmetry: false });
  const all = new Float64Array(M.cols);
  all.set(values.map((value) => Math.max(value, 0)));
  return all;
}
