/** The functions that assembly/index.ts exports; addresses and sizes in bytes and entries of the shared memory. */
export interface Kernels {
  heapBase(): number;
  gemmScratch(): number;
  fillScratch(): number;
  setFillScratch(at: number): void;
  productF64: ProductKernel;
  productF32: ProductKernel;
  gemvF64: Gemv;
  gemvF32: Gemv;
  gemvTransposeF64: Gemv;
  gemvTransposeF32: Gemv;
  symvF64: Symv;
  symvF32: Symv;
  choleskyF64(n: number, a: number, stride: number, scratch: number): number;
  bidiagonalScratch(n: number): number;
  bidiagonaliseF64(n: number, a: number, diagonal: number, off: number, work: number, scratch: number): void;
  reducePanelF64(
    rows: number,
    width: number,
    x: number,
    stride: number,
    least: number,
    v: number,
    tau: number,
    kept: number,
    dots: number,
  ): number;
  tridiagonalScratch(n: number): number;
  tridiagonaliseF64(
    n: number,
    a: number,
    diagonal: number,
    off: number,
    tau: number,
    work: number,
    scratch: number,
  ): void;
  fillNormalF64: Fill;
  fillNormalF32: Fill;
  fillUniformF64: Fill;
  fillUniformF32: Fill;
  fillRademacherF64: Fill;
  fillRademacherF32: Fill;
  bilinearF64: Bilinear;
  bilinearF32: Bilinear;
  multiplyRowsF64: Gemv;
  multiplyRowsF32: Gemv;
  combineRowsF64: Gemv;
  combineRowsF32: Gemv;
  addRowsF64: AddRows;
  addRowsF32: AddRows;
  multiplyBothF64: MultiplyBoth;
  multiplyBothF32: MultiplyBoth;
  expF64: ElementwiseMap;
  expF32: ElementwiseMap;
  logF64: ElementwiseMap;
  logF32: ElementwiseMap;
  tanhF64: ElementwiseMap;
  tanhF32: ElementwiseMap;
  erfF64: ElementwiseMap;
  erfF32: ElementwiseMap;
  sigmoidF64: ElementwiseMap;
  sigmoidF32: ElementwiseMap;
  reluF64: ElementwiseMap;
  reluF32: ElementwiseMap;
  hermiteSeriesF64: HermiteSeries;
  hermiteSeriesF32: HermiteSeries;
  hermiteQuadraticF64: HermiteFeatures;
  hermiteQuadraticF32: HermiteFeatures;
  hermiteCubicF64: HermiteFeatures;
  hermiteCubicF32: HermiteFeatures;
  fillPanels: FillPanels;
  fillPairs: FillPanels;
  addHermiteGram(
    panels: number,
    stride: number,
    x: number,
    weights: number,
    runs: number,
    runCount: number,
    tiles: number,
    coefficients: number,
    moments: number,
    scratch: number,
  ): void;
}

type ProductKernel = (
  m: number,
  n: number,
  k: number,
  alpha: number,
  a: number,
  aRow: number,
  aCol: number,
  b: number,
  bRow: number,
  bCol: number,
  c: number,
  cStride: number,
  weights: number,
  upper: boolean,
  accumulate: boolean,
  scratch: number,
) => void;
export type Gemv = (rows: number, cols: number, a: number, x: number, out: number) => void;
type Symv = (n: number, a: number, stride: number, x: number, out: number) => void;
export type Bilinear = (rows: number, cols: number, a: number, x: number, y: number) => number;
export type AddRows = (
  rows: number,
  length: number,
  a: number,
  stride: number,
  w: number,
  out: number,
) => void;
export type MultiplyBoth = (
  rows: number,
  cols: number,
  a: number,
  y: number,
  w: number,
  right: number,
  left: number,
) => void;
type ElementwiseMap = (count: number, x: number, out: number) => void;
type HermiteSeries = (terms: number, table: number, count: number, x: number, out: number) => void;
type FillPanels = (panels: number, d: number, x: number, out: number, stride: number) => void;
type HermiteFeatures = (rows: number, d: number, x: number, out: number) => void;
export type Fill = (
  key0: number,
  key1: number,
  low: number,
  high: number,
  blocks: number,
  out: number,
) => void;
