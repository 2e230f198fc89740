import type { Range } from "./axes/range.ts";
import type { Axis, Figure, Panel } from "./figure.ts";
import { type Domains, domainsOf } from "./layout/domains.ts";
import { kindOf } from "./marks/index.ts";
import { counted, numberInWords } from "./marks/words.ts";
import { requireFigure } from "./require-figure.ts";
import { plainLabel } from "./text/typeset.ts";

/**
 * Describes a figure in words, as the alternative text for readers who cannot see it: what is drawn, axes and ranges.
 *
 * @param figure - the figure; its own `description` is returned where it has one
 * @returns sentences without LaTeX
 * @throws TypeError when the figure is not of the form that `Figure` states
 * @throws RangeError when a number is out of its range
 */
export function describeFigure(figure: Figure): string {
  requireFigure(figure);
  if (figure.description !== undefined) return figure.description;
  const domains = domainsOf(figure);
  const many = figure.panels.length > 1;
  return [
    ...(figure.title ? [sentence(plainLabel(figure.title))] : []),
    ...(many ? [`${counted(figure.panels.length, "panel")}.`] : []),
    ...figure.panels.map((panel, i) => (many ? `Panel ${i + 1}: ` : "") + describePanel(panel, domains[i]!)),
  ].join(" ");
}

function describePanel(panel: Panel, { x, y }: Domains): string {
  const marks = panel.marks.map((mark) => kindOf(mark).describe(mark));
  return [
    ...(panel.title ? [sentence(plainLabel(panel.title))] : []),
    `Horizontal axis: ${describeAxis(panel.x, x)}.`,
    `Vertical axis: ${describeAxis(panel.y, y)}.`,
    marks.length === 0 ? "Nothing is drawn." : `Drawn: ${marks.join("; ")}.`,
  ].join(" ");
}

function describeAxis({ label, scale = "linear" }: Axis, [low, high]: Range): string {
  const span = `from ${numberInWords(low)} to ${numberInWords(high)}`;
  return [plainLabel(label) || "without a label", ...(scale === "log" ? ["logarithmic"] : []), span].join(
    ", ",
  );
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
