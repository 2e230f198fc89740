export { bidiagonaliseF64, bidiagonalScratch } from "./bidiagonal";
export { choleskyF64 } from "./cholesky";
export { gemmScratch, productF32, productF64 } from "./gemm";
export { gemvF32, gemvF64, gemvTransposeF32, gemvTransposeF64, symvF32, symvF64 } from "./gemv";
export { hermiteCubicF32, hermiteCubicF64, hermiteQuadraticF32, hermiteQuadraticF64, hermiteSeriesF32, hermiteSeriesF64 } from "./hermite";
export { addHermiteGram, fillPairs, fillPanels } from "./hermite-gram";
export { erfF32, erfF64, expF32, expF64, logF32, logF64, reluF32, reluF64, sigmoidF32, sigmoidF64, tanhF32, tanhF64 } from "./maps";
export { fillNormalF64 } from "./normal";
export { fillNormalF32 } from "./normal32";
export { fillScratch, setFillScratch } from "./philox";
export { reducePanelF64 } from "./reduce-panel";
export {
  addRowsF32, addRowsF64, bilinearF32, bilinearF64, combineRowsF32, combineRowsF64, multiplyBothF32, multiplyBothF64, multiplyRowsF32,
  multiplyRowsF64,
} from "./tensor";
export { tridiagonaliseF64, tridiagonalScratch } from "./tridiagonal";
export { fillRademacherF32, fillRademacherF64, fillUniformF32, fillUniformF64 } from "./uniform";

/** The first byte that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
