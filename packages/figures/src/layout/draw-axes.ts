import type { AxisPlan } from "../axes/axis-plan.ts";
import type { Frame } from "../marks/frame.ts";
import { element } from "../svg/element.ts";
import { svgNumber } from "../svg/number.ts";
import { placeText } from "../text/typeset.ts";
import { sizes } from "./sizes.ts";

/** The frame of a plot with its ticks, and the numbers below and to the left where they are to be shown. */
export function drawAxes(
  x: AxisPlan,
  y: AxisPlan,
  frame: Frame,
  numbers: { readonly x: boolean; readonly y: boolean },
): string {
  const { width, height, theme } = frame;
  const colour = theme.ink;
  const ticks = x.ticks.map(({ at, box }) => `M${svgNumber(at)} ${svgNumber(height)}v${length(box)}`);
  const marks = y.ticks.map(({ at, box }) => `M0 ${svgNumber(at)}h-${length(box)}`);
  const below = height + sizes.longTick + 3 + x.highest;
  const xNumbers = x.ticks.map(
    ({ at, box }) => box && placeText(box, at, below, { colour, anchor: "middle" }),
  );
  const yNumbers = y.ticks.map(
    ({ at, box }) =>
      box && placeText(box, -sizes.longTick - 3, at + 0.33 * box.size, { colour, anchor: "end" }),
  );
  return [
    element("path", { d: [...ticks, ...marks].join(""), stroke: colour, "stroke-width": 0.9, fill: "none" }),
    element("rect", { width, height, fill: "none", stroke: colour, "stroke-width": 1.1 }),
    ...(numbers.x ? xNumbers : []),
    ...(numbers.y ? yNumbers : []),
  ].join("");
}

function length(box: unknown): string {
  return svgNumber(box === undefined ? sizes.shortTick : sizes.longTick);
}
