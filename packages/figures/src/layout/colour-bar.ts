import { type AxisPlan, planAxis } from "../axes/axis-plan.ts";
import { domainOf } from "../axes/domain.ts";
import { rangeOf } from "../axes/range.ts";
import { type ColourScale, colourScale, shades } from "../colours/colour-scale.ts";
import { raster } from "../colours/raster.ts";
import type { Panel } from "../figure.ts";
import { contourColour } from "../marks/contours.ts";
import type { Frame } from "../marks/frame.ts";
import { element } from "../svg/element.ts";
import type { TextBox } from "../text/text-box.ts";
import { placeText } from "../text/typeset.ts";
import type { Theme } from "../themes/theme.ts";
import { sizes } from "./sizes.ts";

/** The colours of a panel beside their values. */
export interface ColourBar {
  readonly axis: AxisPlan;
  readonly label: TextBox;
  /** Whether the label stands above the bar; otherwise it reads upwards beside the numbers. */
  readonly above: boolean;
  /** Width to the right of the plot that the bar takes. */
  readonly width: number;
  readonly contours: readonly number[];
}

const distance = 12;

/** The scale of the colours of a panel: of its heat map, otherwise of its first points with values. */
export function panelColours({ marks }: Panel, { missing }: Theme): ColourScale | undefined {
  const heat = marks.find((mark) => mark.kind === "heat");
  const points = marks.find((mark) => mark.kind === "points" && mark.values !== undefined);
  const mark = heat ?? points;
  if (mark === undefined || !("values" in mark) || mark.values === undefined) return undefined;
  const range = rangeOf("linear", mark.values);
  const domain = heat?.domain ?? domainOf("linear", { range, tight: true });
  return colourScale(mark.label ?? "", domain, missing);
}

/** The bar beside a plot. */
export function planColourBar(panel: Panel, frame: Frame, label: TextBox): ColourBar | undefined {
  if (frame.colours === undefined) return undefined;
  const { domain } = frame.colours;
  const axis = planAxis("linear", domain, { length: frame.height, vertical: true, fontSize: sizes.tick });
  const numbers = sizes.bar + sizes.longTick + 3 + axis.widest;
  const above = label.width <= numbers;
  const heat = panel.marks.find((mark) => mark.kind === "heat");
  const contours = (heat?.contours ?? []).filter((level) => level >= domain[0] && level <= domain[1]);
  const beside = above || label.width === 0 ? 0 : sizes.pad + label.ascent + label.descent;
  return { axis, label, above, contours, width: distance + numbers + beside };
}

/** The bar in the coordinates of its plot. */
export function drawColourBar(bar: ColourBar, frame: Frame): string {
  const x = frame.width + distance;
  const { ink } = frame.theme;
  const box = { x, y: 0, width: sizes.bar, height: frame.height };
  const rows = Math.round(2 * frame.height);
  const colours = raster(box, rows, 4, frame.colours!.palette, (row) =>
    Math.round((1 - (row + 0.5) / rows) * (shades - 1)),
  );
  const frameLine = element("rect", { ...box, fill: "none", stroke: ink, "stroke-width": 0.8 });
  return colours + contourLines(bar, frame, x) + frameLine + numbers(bar, x, ink) + caption(bar, frame, x);
}

function contourLines({ axis, contours }: ColourBar, frame: Frame, x: number): string {
  return contours
    .map((level) => ({ y: axis.scale(level), stroke: contourColour(level, frame) }))
    .map(({ y, stroke }) =>
      element("line", { x1: x, x2: x + sizes.bar, y1: y, y2: y, stroke, "stroke-width": 1.1 }),
    )
    .join("");
}

function numbers({ axis }: ColourBar, x: number, ink: string): string {
  const right = x + sizes.bar;
  return axis.ticks
    .map(({ at, box }) => {
      const tick = {
        x1: right,
        x2: right + sizes.longTick,
        y1: at,
        y2: at,
        stroke: ink,
        "stroke-width": 0.8,
      };
      const text = box && placeText(box, right + sizes.longTick + 3, at + 0.33 * box.size, { colour: ink });
      return element("line", tick) + (text ?? "");
    })
    .join("");
}

function caption({ label, above, axis }: ColourBar, frame: Frame, x: number): string {
  const colour = frame.theme.ink;
  if (above)
    return placeText(label, x + sizes.bar / 2, -sizes.pad - 3, {
      colour,
      anchor: label.width > 2 * sizes.bar ? "start" : "middle",
    });
  const right = x + sizes.bar + sizes.longTick + 3 + axis.widest + sizes.pad + label.ascent;
  return placeText(label, right, frame.height / 2, { colour, anchor: "middle", upwards: true });
}
