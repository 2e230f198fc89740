import { domainOf, type Extent } from "../axes/domain.ts";
import { type Range, union } from "../axes/range.ts";
import type { Figure, Panel } from "../figure.ts";
import { kindOf } from "../marks/index.ts";

/** The domains of a panel's two axes. */
export interface Domains {
  readonly x: Range;
  readonly y: Range;
}

/** The domains of all panels: their own, what their marks need, or what all panels that share an axis need. */
export function domainsOf({ panels, share = "none" }: Figure): Domains[] {
  const x = alongAxis(panels, "x", share === "x" || share === "both");
  const y = alongAxis(panels, "y", share === "y" || share === "both");
  return panels.map((_, i) => ({ x: x[i]!, y: y[i]! }));
}

function alongAxis(panels: readonly Panel[], axis: "x" | "y", shared: boolean): Range[] {
  const needs = panels.map((panel) => needOf(panel, axis));
  const [first] = panels as readonly [Panel];
  const domains = panels.map(
    (panel, i) => panel[axis].domain ?? domainOf(panel[axis].scale ?? "linear", needs[i]!),
  );
  if (!shared) return domains;
  const given = union(panels.map((panel) => panel[axis].domain));
  const common = given ?? domainOf(first[axis].scale ?? "linear", together(needs));
  return panels.map(() => common);
}

function needOf(panel: Panel, axis: "x" | "y"): Extent {
  const kind = panel[axis].scale ?? "linear";
  return together(
    panel.marks.map((mark) =>
      axis === "x" ? kindOf(mark).extentX(mark, kind) : kindOf(mark).extentY(mark, kind),
    ),
  );
}

function together(extents: readonly Extent[]): Extent {
  const range = union(extents.map((extent) => extent.range));
  const tight = extents.some((extent) => extent.tight);
  const floor = extents.some(
    (extent) => extent.floor && extent.range !== undefined && extent.range[0] === range?.[0],
  );
  return { range, tight, floor };
}
