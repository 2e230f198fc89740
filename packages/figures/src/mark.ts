import type { Numbers } from "./numbers.ts";

/** What all marks that stand in a legend have in common. */
interface Series {
  /** The legend's words, text with `$LaTeX$` parts; marks without a label are not in the legend. */
  readonly label?: string;
  /** Index in the theme's palette, from 0, taken modulo its length; default: the next one that no earlier mark has. */
  readonly colour?: number;
}

/** Points joined by straight segments, interrupted where a value is a gap. */
export interface LineMark extends Series {
  /** Which mark it is. */
  readonly kind: "line";
  /** Abscissae. */
  readonly x: Numbers;
  /** Ordinates, as many. */
  readonly y: Numbers;
  /** Whether it is dashed, as theory beside simulation may be; default false. */
  readonly dashed?: boolean;
}

/** Single points, with bars of one standard error to both sides where `error` is given. */
export interface PointsMark extends Series {
  /** Which mark it is. */
  readonly kind: "points";
  /** Abscissae. */
  readonly x: Numbers;
  /** Ordinates, as many. */
  readonly y: Numbers;
  /** Standard errors of the ordinates, as many. */
  readonly error?: Numbers;
  /** Values shown by colour, as many, on the colour scale of the panel's heat map. */
  readonly values?: Numbers;
  /** Default: another one for each colour, so that colour is not needed to tell series apart. */
  readonly shape?: Shape;
}

/** Shape of a point. */
export type Shape = "circle" | "square" | "triangle" | "diamond";

/** The area between two curves, such as a mean plus and minus a standard error. */
export interface BandMark extends Series {
  /** Which mark it is. */
  readonly kind: "band";
  /** Abscissae. */
  readonly x: Numbers;
  /** Lower ordinates, as many. */
  readonly low: Numbers;
  /** Upper ordinates, as many. */
  readonly high: Numbers;
}

/** A histogram whose bars may have any widths. */
export interface HistogramMark extends Series {
  /** Which mark it is. */
  readonly kind: "histogram";
  /** Ends of the bins, increasing. */
  readonly edges: Numbers;
  /** Heights, one fewer than edges. */
  readonly density: Numbers;
}

/** Values on a grid shown by colour, with a colour bar. */
export interface HeatMark {
  /** Which mark it is. */
  readonly kind: "heat";
  /** What the colours measure, beside the colour bar; text with `$LaTeX$` parts. */
  readonly label: string;
  /** Centres of the columns, increasing. */
  readonly x: Numbers;
  /** Centres of the rows, increasing. */
  readonly y: Numbers;
  /** Row-major, y by x: the value at `(x[i], y[j])` is `values[j * x.length + i]`. */
  readonly values: Numbers;
  /** Values at the ends of the colour scale, increasing; default: the least and the greatest value. */
  readonly domain?: readonly [number, number];
  /** Values at which a contour is drawn. */
  readonly contours?: readonly number[];
}

/** A straight line across the plot: at `x` a vertical one, at `y` a horizontal one. */
export interface RuleMark extends Series {
  /** Which mark it is. */
  readonly kind: "rule";
  /** Abscissa of a vertical line. */
  readonly x?: number;
  /** Ordinate of a horizontal line. */
  readonly y?: number;
  /** Whether it is dashed; default false. */
  readonly dashed?: boolean;
}

/** A note inside the plot, moved inwards where it would be cut. */
export interface TextMark {
  /** Which mark it is. */
  readonly kind: "text";
  /** Abscissa of its anchor. */
  readonly x: number;
  /** Ordinate of its middle. */
  readonly y: number;
  /** Text with `$LaTeX$` parts. */
  readonly text: string;
  /** Which end of the note is at `x`; default "middle". */
  readonly anchor?: "start" | "middle" | "end";
}

/** Something drawn in a panel. */
export type Mark = LineMark | PointsMark | BandMark | HistogramMark | HeatMark | RuleMark | TextMark;
