import type { Matrix } from "../../matrix.ts";
import { type HermiteRuns, hermiteRuns } from "./hermite-runs.ts";
import type { Instance } from "./instance.ts";
import { type Scope, withScope } from "./scope.ts";

/** Samples of a panel and vectors of a tile. */
const WIDTH = 4;
/** Bytes of a row of a panel. */
const ROW = 8 * WIDTH;
/** Bytes of scratch that the kernel wants for a panel. */
const SCRATCH = 256;
/** Panels that are worked on together should be no larger: half a first-level cache. */
const PANEL_BYTES = 16_384;
/** But so many at least: sums over few samples are dear. */
const FEWEST_PANELS = 8;

/** Where a pass over a batch has its arrays. */
interface Buffers {
  /** Panels that are worked on together. */
  readonly panels: number;
  readonly samples: number;
  readonly weights: number;
  readonly rows: number;
  readonly table: number;
  readonly coefficients: number;
  readonly moments: number;
  readonly scratch: number;
}

function allocate(scope: Scope, runs: HermiteRuns, X: Matrix, tiles: number): Buffers {
  const fitting = Math.max(FEWEST_PANELS, Math.floor(PANEL_BYTES / (runs.rows * ROW)));
  const panels = Math.min(fitting, Math.ceil(X.rows / WIDTH));
  return {
    panels,
    samples: scope.block(panels * WIDTH * X.cols * 8),
    weights: scope.block(panels * ROW),
    rows: scope.block(panels * runs.rows * ROW),
    table: scope.copyIn(runs.table),
    coefficients: scope.block(tiles * runs.entries * ROW),
    moments: scope.block(tiles * runs.entries * ROW),
    scratch: scope.block(panels * SCRATCH),
  };
}

/** Calls `visit` for every vector with where its tile begins, of `entries` rows of four. */
function eachVector(count: number, entries: number, visit: (vector: number, start: number) => void): void {
  for (let vector = 0; vector < count; vector++)
    visit(vector, Math.floor(vector / WIDTH) * entries * WIDTH + (vector % WIDTH));
}

/** The coefficients of the monomials in sum_f v_f z_f, for the rows v of V. */
function setCoefficients(runs: HermiteRuns, V: Matrix, coefficients: Float64Array): void {
  const { entries, monomial, lower, scale, less } = runs;
  coefficients.fill(0);
  eachVector(V.rows, entries, (vector, start) => {
    for (let f = 0, at = vector * V.cols; f < V.cols; f++, at++) {
      coefficients[start + WIDTH * monomial[f]!]! += scale[f]! * V.data[at]!;
      coefficients[start + WIDTH * lower[f]!]! -= less[f]! * V.data[at]!;
    }
  });
}

/** Adds the moments of the features to the rows of `out`. */
function addFeatures(runs: HermiteRuns, moments: Float64Array, out: Matrix): void {
  const { entries, monomial, lower, scale, less } = runs;
  eachVector(out.rows, entries, (vector, start) => {
    for (let f = 0, at = vector * out.cols; f < out.cols; f++, at++)
      out.data[at]! +=
        scale[f]! * moments[start + WIDTH * monomial[f]!]! - less[f]! * moments[start + WIDTH * lower[f]!]!;
  });
}

/** Copies samples and their weights; what is missing of the last panel has weight 0. */
function copySamples(
  { f64 }: Instance,
  { panels, samples, weights }: Buffers,
  X: Matrix,
  w: Float64Array,
  start: number,
): void {
  const count = Math.min(panels * WIDTH, X.rows - start);
  const inputs = f64(samples, panels * WIDTH * X.cols);
  inputs.set(X.data.subarray(start * X.cols, (start + count) * X.cols));
  inputs.fill(0, count * X.cols);
  const factors = f64(weights, panels * WIDTH);
  factors.set(w.subarray(start, start + count));
  factors.fill(0, count);
}

/** Makes the rows of the panels that do not depend on samples: zeros, and before the last row ones. */
function setConstantRows({ f64 }: Instance, { panels, rows }: Buffers, { rows: height }: HermiteRuns): void {
  const all = f64(rows, panels * height * WIDTH).fill(0);
  for (let panel = 1; panel <= panels; panel++)
    all.fill(1, (panel * height - 2) * WIDTH, (panel * height - 1) * WIDTH);
}

/** Adds the samples whose inputs and weights have been copied to the moments. */
function addPanels(
  { kernels }: Instance,
  buffers: Buffers,
  runs: HermiteRuns,
  d: number,
  tiles: number,
): void {
  const { panels, samples, weights, rows, table, coefficients, moments, scratch } = buffers;
  const [stride, linear] = [runs.rows * ROW, rows + runs.pairs * ROW];
  kernels.fillPanels(panels, d, samples, linear, stride);
  if (runs.pairs > 0) kernels.fillPairs(panels, d, linear, rows, stride);
  const runCount = d + 1;
  kernels.addHermiteGram(
    panels,
    stride,
    rows,
    weights,
    table,
    runCount,
    tiles,
    coefficients,
    moments,
    scratch,
  );
}

/**
 * out += sum_mu w_mu (V z_mu) z_mu^T over the rows of X, z_mu their Hermite features. The features are not made: monomials are
 * multiplied in registers, of which the coefficients and the moments are those of the features by a sparse map.
 */
export function wasmAddHermiteGram(
  instance: Instance,
  X: Matrix,
  weights: Float64Array,
  order: 2 | 3,
  V: Matrix,
  out: Matrix,
): void {
  const runs = hermiteRuns(order, X.cols);
  const tiles = Math.ceil(V.rows / WIDTH);
  const size = tiles * runs.entries * WIDTH;
  withScope(instance, (scope) => {
    const buffers = allocate(scope, runs, X, tiles);
    setConstantRows(instance, buffers, runs);
    setCoefficients(runs, V, instance.f64(buffers.coefficients, size));
    instance.f64(buffers.moments, size).fill(0);
    for (let start = 0; start < X.rows; start += buffers.panels * WIDTH) {
      copySamples(instance, buffers, X, weights, start);
      addPanels(instance, buffers, runs, X.cols, tiles);
    }
    addFeatures(runs, instance.f64(buffers.moments, size), out);
  });
}
