/** Numbers to draw; NaN is a gap. */
export type Numbers = readonly number[] | Float64Array;

/** A figure as plain data: panels in a grid. */
export interface Figure {
  /** Above all panels; text with `$LaTeX$` parts. */
  readonly title?: string;
  /** What a reader who cannot see the figure should know. */
  readonly description?: string;
  /** Panels in a row. */
  readonly columns?: number;
  /** The panels, row by row. */
  readonly panels: readonly Panel[];
}

/** One pair of axes with what is drawn between them. */
export interface Panel {
  /** Above the panel; text with `$LaTeX$` parts. */
  readonly title?: string;
  /** The horizontal axis. */
  readonly x: Axis;
  /** The vertical axis. */
  readonly y: Axis;
  /** What is drawn, later marks over earlier ones. */
  readonly marks: readonly Mark[];
  /** Where labelled marks are explained. */
  readonly legend?: "top-left" | "top-right" | "bottom-left" | "bottom-right" | "outside" | "none";
}

/** An axis: what it measures, on which scale and from where to where. */
export interface Axis {
  /** Text with `$LaTeX$` parts. */
  readonly label: string;
  /** Default "linear". */
  readonly scale?: "linear" | "log";
  /** Lower and upper end; default: what the marks need. */
  readonly domain?: readonly [number, number];
}

/** What marks that stand in a legend have in common. */
export interface Series {
  /** The legend's words, text with `$LaTeX$` parts. */
  readonly label?: string;
  /** Index in the theme's palette. */
  readonly colour?: number;
}

/** Points joined by segments. */
export interface LineMark extends Series {
  /** A line. */
  readonly kind: "line";
  /** Abscissae. */
  readonly x: Numbers;
  /** Ordinates, as many. */
  readonly y: Numbers;
  /** Default false. */
  readonly dashed?: boolean;
}

/** Single points. */
export interface PointsMark extends Series {
  /** Points. */
  readonly kind: "points";
  /** Abscissae. */
  readonly x: Numbers;
  /** Ordinates, as many. */
  readonly y: Numbers;
  /** Standard errors of the ordinates, as many. */
  readonly error?: Numbers;
  /** Values shown by colour, as many, on the scale of the panel's heat map. */
  readonly values?: Numbers;
  /** Default: another one for each colour. */
  readonly shape?: "circle" | "square" | "triangle" | "diamond";
}

/** The area between two curves. */
export interface BandMark extends Series {
  /** A band. */
  readonly kind: "band";
  /** Abscissae. */
  readonly x: Numbers;
  /** Lower ordinates, as many. */
  readonly low: Numbers;
  /** Upper ordinates, as many. */
  readonly high: Numbers;
}

/** A histogram. */
export interface HistogramMark extends Series {
  /** A histogram. */
  readonly kind: "histogram";
  /** Ends of the bins, increasing. */
  readonly edges: Numbers;
  /** Heights, one fewer than edges. */
  readonly density: Numbers;
}

/** Values on a grid shown by colour. */
export interface HeatMark {
  /** A heat map. */
  readonly kind: "heat";
  /** What the colours measure. */
  readonly label: string;
  /** Centres of the columns, increasing. */
  readonly x: Numbers;
  /** Centres of the rows, increasing. */
  readonly y: Numbers;
  /** Row-major, y by x: the value at `(x[i], y[j])` is `values[j * x.length + i]`. */
  readonly values: Numbers;
  /** Values at the ends of the colour scale. */
  readonly domain?: readonly [number, number];
  /** Values at which a contour is drawn. */
  readonly contours?: readonly number[];
}

/** A straight line across the plot. */
export interface RuleMark extends Series {
  /** A rule. */
  readonly kind: "rule";
  /** Abscissa of a vertical line. */
  readonly x?: number;
  /** Ordinate of a horizontal line. */
  readonly y?: number;
  /** Default false. */
  readonly dashed?: boolean;
}

/** A note inside the plot. */
export interface TextMark {
  /** A note. */
  readonly kind: "text";
  /** Abscissa of its anchor. */
  readonly x: number;
  /** Ordinate of its middle. */
  readonly y: number;
  /** Text with `$LaTeX$` parts. */
  readonly text: string;
}

/** Something drawn in a panel. */
export type Mark = LineMark | PointsMark | BandMark | HistogramMark | HeatMark | RuleMark | TextMark;
