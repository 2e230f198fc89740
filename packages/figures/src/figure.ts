import type { Mark } from "./mark.ts";

/** A figure as plain data: panels in a grid, drawn by `drawFigure` and described in words by `describeFigure`. */
export interface Figure {
  /** Above all panels; text with `$LaTeX$` parts. */
  readonly title?: string;
  /** What a reader who cannot see the figure should know; `describeFigure` writes it when it is absent. */
  readonly description?: string;
  /** Panels in a row, from 1 to 12; default: at most three, so that rows are as equal as can be. */
  readonly columns?: number;
  /** Axes that all panels have in common: one domain, and numbers only at the outer panels; default "none". */
  readonly share?: "none" | "x" | "y" | "both";
  /** The panels, row by row, from 1 to 64. */
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
  /** What is drawn; later marks lie over earlier ones, heat maps below everything. */
  readonly marks: readonly Mark[];
  /** Where labelled marks are explained; default: a corner or an edge without data, or "outside" where there is none. */
  readonly legend?: LegendPlace;
  /** Height of the plot over its width, from 0.1 to 10; default 0.75, with a heat map 0.9. */
  readonly aspect?: number;
}

/** A place of the legend; "outside" is a strip above the plot. */
export type LegendPlace = "top-left" | "top-right" | "bottom-left" | "bottom-right" | "outside" | "none";

/** An axis: what it measures, on which scale and from where to where. */
export interface Axis {
  /** Text with `$LaTeX$` parts, with its unit where it has one. */
  readonly label: string;
  /** Default "linear"; on a "log" axis, values that are not above zero are left out. */
  readonly scale?: ScaleKind;
  /** Lower and upper end, increasing, above zero on a "log" axis; default: what the marks need, with a small margin. */
  readonly domain?: readonly [number, number];
}

/** How an axis turns values into places. */
export type ScaleKind = "linear" | "log";
