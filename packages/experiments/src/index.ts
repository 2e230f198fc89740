export * from "./demonstrations/index.ts";
export type { Claim, Experiment, FigureSpec, Results, Trial, Verdict } from "./experiment.ts";
export { experiments } from "./experiments.ts";
export type {
  Axis,
  BandMark,
  Figure,
  HeatMark,
  HistogramMark,
  LineMark,
  Mark,
  Numbers,
  Panel,
  PointsMark,
  RuleMark,
  Series,
  TextMark,
} from "./figure.ts";
export { findExperiment } from "./find-experiment.ts";
export { type Axes, type Grid, type GridOptions, grid } from "./grid.ts";
export type { Point } from "./point.ts";
export { pointProblems } from "./point-problems.ts";
export { resultsOf } from "./results-of.ts";
export type { Row, Value } from "./row.ts";
export { defaultPoint, type Parameter, type Schema } from "./schema.ts";
export type { Source } from "./source.ts";
export * from "./spiked-matrix-tensor/index.ts";
