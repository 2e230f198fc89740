import { describeFigure } from "./describe-figure.ts";
import type { Figure } from "./figure.ts";
import { drawPanel } from "./layout/draw-panel.ts";
import { planFigure } from "./layout/figure-plan.ts";
import { placeLines } from "./layout/lines.ts";
import { sizes } from "./layout/sizes.ts";
import type { Maths } from "./maths.ts";
import { requireDrawOptions } from "./require-figure.ts";
import { element } from "./svg/element.ts";
import { escapeXml } from "./svg/escape.ts";
import { glyphDefinitions } from "./text/glyph.ts";
import { plainLabel } from "./text/typeset.ts";
import { themes } from "./themes/index.ts";

/** How `drawFigure` draws. */
export interface DrawOptions {
  /** Default "light". */
  readonly theme?: "light" | "dark";
  /** Width of the drawing, from 200 to 4000; default 520, with two columns 840, with three or more 1080. */
  readonly width?: number;
  /** Typesets the LaTeX of labels, as `mathjax()` of the entry `/mathjax` gives it; default: Unicode characters. */
  readonly maths?: Maths;
}

/**
 * Draws a figure as an SVG document: the same bytes for the same figure and options, in Node and in browsers.
 *
 * Text is drawn as outlines of an embedded face, so that it looks the same wherever it is seen, with the words unseen on
 * top for search and selection. Series are told apart by shape as well as by colour.
 *
 * NaN and infinities are gaps, and so are values that are not above zero where an axis is logarithmic: bars and bands
 * that would reach zero run to the end of the axis.
 *
 * @param figure - what to draw; marks may be empty
 * @param options - theme, width and mathematics
 * @returns the document as text, with the figure's description in it
 * @throws TypeError when the figure is not of the form that `Figure` states: the message says where
 * @throws RangeError when a number is out of its range
 */
export function drawFigure(figure: Figure, options: DrawOptions = {}): string {
  requireDrawOptions(options);
  const description = describeFigure(figure);
  const theme = themes[options.theme ?? "light"];
  const plan = planFigure(figure, { width: options.width, theme, maths: options.maths });
  const { width, height, title } = plan;
  const shown = options.width ?? width;
  const heading = placeLines(title, width / 2, sizes.edge, { colour: theme.ink });
  const body = heading + plan.panels.map(drawPanel).join("");
  const content = [
    `<title>${escapeXml(plainLabel(figure.title ?? figure.panels[0]?.title ?? "Figure"))}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<defs>${glyphDefinitions(body)}</defs>`,
    element("rect", { width, height, fill: theme.background }),
    body,
  ];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    width: shown,
    height: (height * shown) / width,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "font-family": "CMU Serif, Latin Modern Roman, serif",
  };
  return element("svg", attributes, content.join(""));
}
