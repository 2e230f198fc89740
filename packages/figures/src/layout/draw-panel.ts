import { kindOf } from "../marks/index.ts";
import { element } from "../svg/element.ts";
import { svgNumber } from "../svg/number.ts";
import { drawColourBar } from "./colour-bar.ts";
import { drawAxes } from "./draw-axes.ts";
import type { PlacedPanel } from "./figure-plan.ts";
import { drawLegend } from "./legend.ts";
import { linesHeight, placeLines } from "./lines.ts";
import type { PanelPlan } from "./panel-plan.ts";
import { sizes } from "./sizes.ts";

/** A panel at its place. */
export function drawPanel({ plan, x, y, rise }: PlacedPanel): string {
  const { frame, legend, entries, bar } = plan;
  const marks = drawMarks(plan);
  const parts = [
    marks.below,
    drawAxes(plan.x, plan.y, frame, plan.numbers),
    marks.above,
    bar === undefined ? "" : drawColourBar(bar, frame),
    drawLegend(legend, entries, frame, plan.panel.legend !== undefined),
    drawLabels(plan, rise),
  ];
  return `<g transform="translate(${svgNumber(x)} ${svgNumber(y)})">${parts.join("")}</g>`;
}

/** Heat maps first, then what ends at the frame, and apart from them what may lie on it. */
function drawMarks({ panel, frame, styles }: PanelPlan): { readonly below: string; readonly above: string } {
  const drawn = panel.marks.map((mark, i) => ({
    heat: mark.kind === "heat",
    below: kindOf(mark).draw(mark, frame, styles[i]!),
    above: kindOf(mark).drawOver?.(mark, frame, styles[i]!) ?? "",
  }));
  const ordered = [...drawn.filter(({ heat }) => heat), ...drawn.filter(({ heat }) => !heat)];
  const below = ordered.map((mark) => mark.below).join("");
  const { width, height } = frame;
  return {
    below: below === "" ? "" : element("svg", { width, height }, below),
    above: drawn.map((mark) => mark.above).join(""),
  };
}

function drawLabels({ frame, margins, x, xLabel, yLabel, title }: PanelPlan, rise: number): string {
  const colour = frame.theme.ink;
  const middle = frame.width / 2;
  const below = frame.height + sizes.longTick + 3 + x.highest + 0.25 * sizes.tick + sizes.pad;
  return [
    placeLines(title, middle, -rise - sizes.pad - linesHeight(title), { colour }),
    placeLines(xLabel, middle, below, { colour }),
    placeLines(yLabel, -margins.left, frame.height / 2, { colour, upwards: true }),
  ].join("");
}
