import { element } from "../svg/element.ts";
import type { Frame } from "./frame.ts";

/** How a line is drawn. */
export interface Stroke {
  readonly colour: string;
  readonly width?: number;
  readonly dashed?: boolean | undefined;
  /** Another pattern for each repetition of the palette. */
  readonly cycle?: number;
}

const patterns = [undefined, "0.5 4", "8 4 0.5 4"];

/** A path as a line; over a heat map with a dark rim, so that it is seen on every colour. */
export function stroke(
  d: string,
  { colour, width = 1.8, dashed = false, cycle = 0 }: Stroke,
  frame: Frame,
): string {
  if (d === "") return "";
  const line = (paint: string, thickness: number): string =>
    element("path", {
      d,
      fill: "none",
      stroke: paint,
      "stroke-width": thickness,
      "stroke-linejoin": "round",
      "stroke-linecap": dashed ? "butt" : "round",
      "stroke-dasharray": dashed ? "6 3.5" : patterns[Math.min(cycle, 2)],
    });
  return (frame.overHeat ? line(rim, width + 1.6) : "") + line(colour, width);
}

/** Around what lies over a heat map. */
export const rim = "#111111";
