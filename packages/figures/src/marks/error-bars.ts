import type { PointsMark } from "../mark.ts";
import { svgNumber } from "../svg/number.ts";
import type { Frame, Style } from "./frame.ts";
import { pointRadius } from "./shapes.ts";
import { stroke } from "./stroke.ts";

/** A bar within the frame, from its lower end upwards. */
interface ErrorBar {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  /** The ends that the frame does not cut, where caps are drawn. */
  readonly caps: readonly number[];
}

/**
 * The bars of points, each of one standard error to both sides, without those that their points hide.
 *
 * On a logarithmic axis a bar that would reach zero runs to the end of the axis.
 */
export function errorBars({ x, y, error }: PointsMark, frame: Frame): ErrorBar[] {
  if (error === undefined) return [];
  return Array.from(x, (at, i) => ({
    x: frame.x(at),
    low: lowerEnd(y[i]! - error[i]!, frame),
    high: frame.y(y[i]! + error[i]!),
  }))
    .filter(({ x, low, high }) => isSeen(x, low, high, frame))
    .map(({ x, low, high }) => ({
      x,
      low: Math.min(low, frame.height),
      high: Math.max(high, 0),
      caps: [low, high].filter((end) => end >= 0 && end <= frame.height),
    }));
}

function lowerEnd(value: number, { y, height }: Frame): number {
  return y.kind === "log" && value <= 0 ? height + 1 : y(value);
}

function isSeen(x: number, low: number, high: number, { width, height }: Frame): boolean {
  return x >= -0.01 && x <= width + 0.01 && low - high >= 2 * pointRadius + 2 && low > 0 && high < height;
}

/** Bars with caps. */
export function drawErrorBars(mark: PointsMark, frame: Frame, { colour }: Style): string {
  const d = errorBars(mark, frame).map(({ x, low, high, caps }) => {
    const line = `M${svgNumber(x)} ${svgNumber(low)}V${svgNumber(high)}`;
    return line + caps.map((end) => `M${svgNumber(x - 2.5)} ${svgNumber(end)}h5`).join("");
  });
  return stroke(d.join(""), { colour, width: 1.2 }, frame);
}
