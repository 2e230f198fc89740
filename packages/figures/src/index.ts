export { describeFigure } from "./describe-figure.ts";
export { type DrawOptions, drawFigure } from "./draw-figure.ts";
export type { Axis, Figure, LegendPlace, Panel, ScaleKind } from "./figure.ts";
export type {
  BandMark,
  HeatMark,
  HistogramMark,
  LineMark,
  Mark,
  PointsMark,
  RuleMark,
  Shape,
  TextMark,
} from "./mark.ts";
export type { Maths, MathsBox } from "./maths.ts";
export type { Numbers } from "./numbers.ts";
