import { rejectKind, requireFunction, requireInteger } from "./argument-checks.ts";
import type { DrawOptions } from "./draw-figure.ts";
import type { Axis, Figure, Panel } from "./figure.ts";
import type { Mark } from "./mark.ts";
import { kindOf, markKinds } from "./marks/index.ts";
import { requireAxisDomain, requireBetween, requireChoice, requireText } from "./require-data.ts";

const call = "drawFigure";
const legends = ["top-left", "top-right", "bottom-left", "bottom-right", "outside", "none"];

/** Throws where a figure is not one that can be drawn, saying where. */
export function requireFigure(figure: Figure): void {
  if (typeof figure !== "object" || figure === null) rejectKind(call, "figure", "be an object", figure);
  const { title, description, columns, share, panels } = figure;
  if (title !== undefined) requireText("figure.title", title);
  if (description !== undefined && typeof description !== "string")
    rejectKind(call, "figure.description", "be text", description);
  if (columns !== undefined) requireInteger(call, "figure.columns", columns, 1, 12);
  if (share !== undefined) requireChoice("figure.share", share, ["none", "x", "y", "both"]);
  if (!Array.isArray(panels)) rejectKind(call, "figure.panels", "be an array", panels);
  requireInteger(call, "figure.panels.length", panels.length, 1, 64);
  for (const [i, panel] of panels.entries()) requirePanel(`panels[${i}]`, panel);
  if (share === "x" || share === "both") requireOneScale(panels, "x");
  if (share === "y" || share === "both") requireOneScale(panels, "y");
}

function requirePanel(path: string, panel: Panel): void {
  if (typeof panel !== "object" || panel === null) rejectKind(call, path, "be an object", panel);
  if (panel.title !== undefined) requireText(`${path}.title`, panel.title);
  requireAxis(`${path}.x`, panel.x);
  requireAxis(`${path}.y`, panel.y);
  if (panel.legend !== undefined) requireChoice(`${path}.legend`, panel.legend, legends);
  if (panel.aspect !== undefined) requireBetween(`${path}.aspect`, panel.aspect, 0.1, 10);
  if (!Array.isArray(panel.marks)) rejectKind(call, `${path}.marks`, "be an array", panel.marks);
  requireInteger(call, `${path}.marks.length`, panel.marks.length, 0, 10_000);
  for (const [i, mark] of panel.marks.entries()) requireMark(`${path}.marks[${i}]`, mark);
}

function requireAxis(path: string, axis: Axis): void {
  if (typeof axis !== "object" || axis === null) rejectKind(call, path, "be an object", axis);
  requireText(`${path}.label`, axis.label);
  if (axis.scale !== undefined) requireChoice(`${path}.scale`, axis.scale, ["linear", "log"]);
  if (axis.domain !== undefined) requireAxisDomain(`${path}.domain`, axis.domain, axis.scale ?? "linear");
}

function requireMark(path: string, mark: Mark): void {
  if (typeof mark !== "object" || mark === null) rejectKind(call, path, "be an object", mark);
  requireChoice(`${path}.kind`, mark.kind, Object.keys(markKinds));
  const { label, colour } = mark as { label?: unknown; colour?: number };
  if (label !== undefined) requireText(`${path}.label`, label);
  if (colour !== undefined) requireInteger(call, `${path}.colour`, colour, 0, 1000);
  kindOf(mark).require(path, mark);
}

function requireOneScale(panels: readonly Panel[], axis: "x" | "y"): void {
  const kinds = panels.map((panel) => panel[axis].scale ?? "linear");
  const other = kinds.findIndex((kind) => kind !== kinds[0]);
  if (other > 0)
    rejectKind(
      call,
      `panels[${other}].${axis}.scale`,
      `be ${kinds[0]} as on the axis it shares`,
      kinds[other],
    );
}

/** Throws where options are not those of `drawFigure`. */
export function requireDrawOptions(options: DrawOptions): void {
  if (typeof options !== "object" || options === null) rejectKind(call, "options", "be an object", options);
  const { theme, width, maths } = options;
  if (theme !== undefined) requireChoice("options.theme", theme, ["light", "dark"]);
  if (width !== undefined) requireBetween("options.width", width, 200, 4000);
  if (maths !== undefined) requireFunction(call, "options.maths", maths);
}
